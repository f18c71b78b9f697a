import { openDraftFile, openPaperFile } from "~/use-cases/paper-files.server";
import { signIssuedPaper } from "~/use-cases/sign-paper.server";
import { attachSignedCopy, openSignedCopy } from "~/use-cases/signed-copies.server";
import { writeOnDraft } from "~/use-cases/write-on-paper.server";
import { hospitalKey } from "../../support/key-files";
import { expectDone } from "../../support/ports";
import { draft, type World } from "../../support/world";
import type { ScopeCases } from "./case";

/** A draft of its own for each world: the cases of others count on the version of theirs. */
const drafts = new WeakMap<World, string>();
const copies = new WeakMap<World, string>();
const signed = {
  raw: { signedOn: "2026-11-20", note: "" },
  file: { fileName: "押印済み.pdf", bytes: new Uint8Array([1, 2, 3]) },
};
const draftOf = (world: World) => drafts.get(world) ?? "";

export const cases: ScopeCases = {
  prepare: async (world) => {
    drafts.set(world, await draft(world.ports, world.editor, world.contractId, "contact-chart@1"));
    const kept = await attachSignedCopy(world.ports, world.editor, { paperId: world.paperId, ...signed });
    copies.set(world, expectDone(kept).copyId);
  },
  writing: {
    writeOnDraft: {
      owner: "hospital",
      run: (w, scope) =>
        writeOnDraft(w.ports, scope, { draftId: draftOf(w), version: 1, entered: { reviewCycle: "yearly" } }),
    },
    signIssuedPaper: {
      owner: "hospital",
      run: (w, scope) =>
        signIssuedPaper(w.ports, scope, {
          paperId: w.paperId,
          copyId: "",
          keyFile: hospitalKey(),
          password: "ひみつ1",
        }),
    },
    attachSignedCopy: {
      owner: "hospital",
      run: (w, scope) => attachSignedCopy(w.ports, scope, { paperId: w.paperId, ...signed }),
    },
  },
  reading: {
    openPaperFile: {
      owner: "hospital",
      run: (w, scope) => openPaperFile(w.ports, scope, { paperId: w.paperId, kind: "xlsx" }),
    },
    openDraftFile: {
      owner: "hospital",
      run: (w, scope) => openDraftFile(w.ports, scope, { draftId: draftOf(w), kind: "xlsx" }),
    },
    openSignedCopy: {
      owner: "hospital",
      run: (w, scope) => openSignedCopy(w.ports, scope, { copyId: copies.get(w) ?? "" }),
    },
  },
  overviews: {},
  notVerbs: [
    "namedRecordsOf", // part of a paper's snapshot, tried with the papers' own cases
  ],
};

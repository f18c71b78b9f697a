import { writeOnDraft } from "~/use-cases/write-on-paper.server";
import { draft, type World } from "../../support/world";
import type { ScopeCases } from "./case";

/** A draft of its own for each world: the cases of others count on the version of theirs. */
const drafts = new WeakMap<World, string>();
const draftOf = (world: World) => drafts.get(world) ?? "";

export const cases: ScopeCases = {
  prepare: async (world) => {
    drafts.set(world, await draft(world.ports, world.editor, world.contractId, "contact-chart@1"));
  },
  writing: {
    writeOnDraft: {
      owner: "hospital",
      run: (w, scope) =>
        writeOnDraft(w.ports, scope, { draftId: draftOf(w), version: 1, entered: { reviewCycle: "yearly" } }),
    },
  },
  reading: {},
  overviews: {},
  notVerbs: [
    "namedRecordsOf", // part of a paper's snapshot, tried with the papers' own cases
  ],
};

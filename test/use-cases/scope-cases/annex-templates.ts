import { listTemplateVersions } from "#db/queries/annex-templates.server";
import {
  discardTemplateDraft,
  openTemplateDraft,
  previewTemplate,
  publishTemplate,
  showTemplateDraft,
  writeTemplateDraft,
} from "~/use-cases/edit-annex-template.server";
import { fillMemorandum } from "~/use-cases/fill-memorandum.server";
import {
  differencesOfDraft,
  differencesOfPaper,
  differencesOfTemplate,
} from "~/use-cases/paper-differences.server";
import { versionWords } from "../../support/annex-templates";
import { expectDone } from "../../support/ports";
import { draft, type World } from "../../support/world";
import type { ScopeCases } from "./case";

type Own = {
  read: string;
  written: string;
  published: string;
  discarded: string;
  memorandum: string;
  versionId: string;
};
const made = new WeakMap<World, Own>();
const of = (world: World): Own => {
  const own = made.get(world);
  if (!own) throw new Error("not prepared");
  return own;
};
const words = { added: "（新設）", gone: "（削除）" };

export const cases: ScopeCases = {
  prepare: async (world) => {
    const { ports, editor } = world;
    const open = async (basis: string) =>
      expectDone(await openTemplateDraft(ports, editor, { basis })).draftId;
    const published = await open("service-levels@1");
    const fields = { title: "水準" };
    expectDone(
      await writeTemplateDraft(ports, editor, { draftId: published, version: 1, fields, act: null }),
    );
    made.set(world, {
      read: await open("role-sharing@1"),
      written: await open("role-sharing@1"),
      published,
      discarded: await open("role-sharing@1"),
      memorandum: await draft(ports, editor, world.contractId, "memorandum@1"),
      versionId: (await listTemplateVersions(ports.db, editor))[0]?.id ?? "",
    });
  },
  writing: {
    openTemplateDraft: {
      owner: "none",
      run: (w, scope) => openTemplateDraft(w.ports, scope, { basis: "memorandum@1" }),
    },
    writeTemplateDraft: {
      owner: "hospital",
      run: (w, scope) =>
        writeTemplateDraft(w.ports, scope, {
          draftId: of(w).written,
          version: 1,
          fields: { title: "役割" },
          act: null,
        }),
    },
    publishTemplate: {
      owner: "hospital",
      run: (w, scope) =>
        publishTemplate(w.ports, scope, {
          draftId: of(w).published,
          version: 2,
          note: "",
          words: versionWords,
        }),
    },
    discardTemplateDraft: {
      owner: "hospital",
      run: (w, scope) => discardTemplateDraft(w.ports, scope, { draftId: of(w).discarded, version: 1 }),
    },
    fillMemorandum: {
      owner: "hospital",
      run: (w, scope) =>
        fillMemorandum(w.ports, scope, {
          draftId: of(w).memorandum,
          version: 1,
          changes: [{ place: "第１条", before: "", after: "新しい定め" }],
          words,
        }),
    },
  },
  reading: {
    showTemplateDraft: {
      owner: "hospital",
      run: (w, scope) => showTemplateDraft(w.ports, scope, { draftId: of(w).read }),
    },
    previewTemplate: {
      owner: "hospital",
      run: (w, scope) =>
        previewTemplate(w.ports, scope, { draftId: of(w).read, contractId: w.contractId, fields: {} }),
    },
    differencesOfDraft: {
      owner: "hospital",
      run: (w, scope) => differencesOfDraft(w.ports, scope, { draftId: w.draftId }),
    },
    differencesOfPaper: {
      owner: "hospital",
      run: (w, scope) => differencesOfPaper(w.ports, scope, { paperId: w.paperId }),
    },
    differencesOfTemplate: {
      owner: "hospital",
      run: (w, scope) => differencesOfTemplate(w.ports, scope, { versionId: of(w).versionId }),
    },
  },
  overviews: {},
  notVerbs: [
    "buildWith", // a step of every verb that builds a paper, tried with them
    "prepare", // the same for a stored draft
  ],
};

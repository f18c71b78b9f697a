import { cataloguesOf } from "~/use-cases/catalogues.server";
import {
  beginCrosswalk,
  confirmCrosswalk,
  publishCrosswalk,
  setCrosswalkLine,
  showCrosswalk,
} from "~/use-cases/crosswalks.server";
import {
  chooseColumns,
  discardDraft,
  draftCatalogue,
  draftFromIntake,
  showCatalogueDraft,
} from "~/use-cases/draft-catalogue.server";
import {
  addDraftItem,
  editDraftHead,
  editDraftItem,
  mergeDraftItem,
  moveDraftItem,
  removeDraftItem,
  restoreDraftItem,
  splitDraftItem,
} from "~/use-cases/edit-catalogue-draft.server";
import { defineItemSet } from "~/use-cases/item-sets.server";
import {
  addMappingLine,
  beginMapping,
  confirmPrintedLines,
  decideMappingLine,
  publishMapping,
  showMapping,
} from "~/use-cases/mappings.server";
import { importCatalogueJson, publishCatalogue, readyCatalogue } from "~/use-cases/publish-catalogue.server";
import { receiveWorkbook } from "~/use-cases/receive.server";
import { discardRelation } from "~/use-cases/relation-drafts.server";
import { inventedVersionJson } from "../../support/catalogue-json";
import { draftWords, inventedBook, inventedMds, officialDraft } from "../../support/catalogues";
import { inventedForm, publishBothForms, rawLine } from "../../support/form-editions";
import { expectDone } from "../../support/ports";
import { FORM_6_0 } from "../../support/records";
import type { World } from "../../support/world";
import type { Case, Run, ScopeCases } from "./case";

/** One draft for each verb, because every verb moves its draft on. */
const drafts: Record<string, string> = {};
const made = { intakeId: "", mappingRequirement: "", mappingQuestion: "" };
const official = [
  "columns",
  "discard",
  "head",
  "edit",
  "remove",
  "restore",
  "split",
  "merge",
  "move",
  "add",
  "publish",
  "show",
] as const;
const crosswalks = ["setLine", "confirm", "publishCrosswalk", "discardRelation", "showCrosswalk"] as const;
const mappings = ["decide", "printed", "addLine", "publishMapping", "showMapping"] as const;
type Name = (typeof official)[number] | (typeof crosswalks)[number] | (typeof mappings)[number];
const of = (name: Name) => drafts[name] ?? "";

async function prepare({ ports, editor }: World): Promise<void> {
  for (const name of official)
    drafts[name] = await inventedBook(ports, editor, { version: `${official.indexOf(name) + 10}` });
  const gone = { draftId: of("restore"), version: 1, row: 1, reason: "注記" };
  expectDone(await removeDraftItem(ports, editor, gone));
  const bytes = inventedMds({ mark: "○", issuedOn: "2026/4/15" });
  made.intakeId = expectDone(await receiveWorkbook(ports, editor, { fileName: "様式.xlsx", bytes })).intakeId;
  await publishBothForms(ports, editor);
  const editions = { from: "test-mds@4.1", to: "test-mds@5.0" };
  for (const name of crosswalks)
    drafts[name] = expectDone(await beginCrosswalk(ports, editor, editions)).draftId;
  const published = of("publishCrosswalk");
  const { lines } = expectDone(await showCrosswalk(ports, editor, { draftId: published }));
  for (const [at, { id }] of lines.entries()) {
    const line = { draftId: published, version: at + 1, lines: { id, reason: null } };
    expectDone(await confirmCrosswalk(ports, editor, line));
  }
  const ends = { from: "test-mds@5.0", to: FORM_6_0 };
  for (const name of mappings) drafts[name] = expectDone(await beginMapping(ports, editor, ends)).draftId;
  const shown = expectDone(await showMapping(ports, editor, { draftId: of("publishMapping") }));
  for (const [at, { id: lineId, reason, relation }] of shown.lines.entries()) {
    const input = {
      draftId: of("publishMapping"),
      version: at + 1,
      lineId,
      isTaken: true,
      raw: rawLine({ reason, relation }),
    };
    expectDone(await decideMappingLine(ports, editor, input));
  }
  made.mappingRequirement = shown.to.items[0]?.key ?? "";
  made.mappingQuestion = inventedForm("5.0").questions[0]?.key ?? "";
}

/** Of a group: another group's person finds nothing, a sister hospital works on the same drafts. */
const group = (run: Run): Case => ({ owner: "group", run });
const onDraft = (
  name: Name,
  run: (world: World, scope: Parameters<Run>[1], at: { draftId: string; version: number }) => ReturnType<Run>,
) =>
  group(async (world, scope) =>
    run(world, scope, { draftId: of(name), version: await versionOf(world, of(name)) }),
  );

async function versionOf({ ports, editor }: World, draftId: string): Promise<number> {
  const rows = await ports.db.$client.execute({
    sql: "SELECT version FROM catalogue_draft WHERE id = ? AND group_id = ?",
    args: [draftId, editor.groupId],
  });
  return Number(rows.rows[0]?.version ?? 0);
}

const writing: Record<string, Case> = {
  draftCatalogue: {
    owner: "none",
    run: ({ ports }, scope) =>
      draftCatalogue(ports, scope, {
        fileName: "a.xlsx",
        bytes: inventedMds(),
        kind: null,
        words: draftWords,
      }),
  },
  draftFromIntake: {
    owner: "hospital",
    run: ({ ports }, scope) =>
      draftFromIntake(ports, scope, { intakeId: made.intakeId, formIndex: 0, words: draftWords }),
  },
  importCatalogueJson: {
    owner: "none",
    run: ({ ports }, scope) => importCatalogueJson(ports, scope, inventedVersionJson("7.7")),
  },
  chooseColumns: onDraft("columns", async ({ ports, editor }, scope, at) => {
    const { draft } = await officialDraft(ports, editor, at.draftId);
    const choice = draft.choice ?? { sheet: "", headerRow: 0, lastRow: null, columns: {}, constants: {} };
    return chooseColumns(ports, scope, { ...at, choice });
  }),
  discardDraft: onDraft("discard", ({ ports }, scope, at) => discardDraft(ports, scope, at)),
  editDraftHead: onDraft("head", ({ ports }, scope, at) => {
    const head = { id: "mds", version: "1", title: "架空", issuedOn: "", ...draftWords };
    return editDraftHead(ports, scope, { ...at, head, form: "MDS" });
  }),
  editDraftItem: onDraft("edit", ({ ports }, scope, at) =>
    editDraftItem(ports, scope, { ...at, row: 1, fields: { no: "9" } }),
  ),
  removeDraftItem: onDraft("remove", ({ ports }, scope, at) =>
    removeDraftItem(ports, scope, { ...at, row: 1, reason: "注記" }),
  ),
  restoreDraftItem: onDraft("restore", ({ ports }, scope, at) =>
    restoreDraftItem(ports, scope, { ...at, row: 1 }),
  ),
  splitDraftItem: onDraft("split", ({ ports }, scope, at) =>
    splitDraftItem(ports, scope, { ...at, row: 1, first: { text: "はじめ" }, second: { text: "つぎ" } }),
  ),
  mergeDraftItem: onDraft("merge", ({ ports }, scope, at) => mergeDraftItem(ports, scope, { ...at, row: 2 })),
  moveDraftItem: onDraft("move", ({ ports }, scope, at) =>
    moveDraftItem(ports, scope, { ...at, row: 2, place: 1 }),
  ),
  addDraftItem: onDraft("add", ({ ports }, scope, at) =>
    addDraftItem(ports, scope, { ...at, place: 1, fields: { text: "足した" } }),
  ),
  publishCatalogue: onDraft("publish", async ({ ports, editor }, scope, at) => {
    const shown = expectDone(await showCatalogueDraft(ports, editor, at));
    const ready = readyCatalogue(shown, await cataloguesOf(ports, editor));
    return publishCatalogue(ports, scope, { ...at, bodySha256: ready.ok ? ready.value.bodySha256 : "" });
  }),
  defineItemSet: {
    owner: "none",
    run: ({ ports }, scope) => {
      const names = { id: "selection", version: "1", title: "確認事項", note: "" };
      return defineItemSet(ports, scope, {
        of: "in-house-product@1.0",
        pasted: "14-3",
        choices: {},
        ...names,
      });
    },
  },
  beginCrosswalk: {
    owner: "none",
    run: ({ ports }, scope) => beginCrosswalk(ports, scope, { from: FORM_6_0, to: "mhlw-guideline@7.0" }),
  },
  setCrosswalkLine: onDraft("setLine", async ({ ports, editor }, scope, at) => {
    const { lines } = expectDone(await showCrosswalk(ports, editor, at));
    const line = lines.find((each) => each.relation === "same" || each.relation === "reworded");
    const [from, to] = [line?.from.map((each) => each.key) ?? [], line?.to.map((each) => each.key) ?? []];
    return setCrosswalkLine(ports, scope, {
      ...at,
      lineId: line?.id ?? "",
      relation: "reworded",
      from,
      to,
      reason: "語が違う",
    });
  }),
  confirmCrosswalk: onDraft("confirm", ({ ports }, scope, at) =>
    confirmCrosswalk(ports, scope, { ...at, lines: "certain" }),
  ),
  publishCrosswalk: onDraft("publishCrosswalk", ({ ports }, scope, at) => publishCrosswalk(ports, scope, at)),
  discardRelation: onDraft("discardRelation", ({ ports }, scope, at) =>
    discardRelation(ports, scope, { ...at, kind: "crosswalk" }),
  ),
  beginMapping: {
    owner: "none",
    run: ({ ports }, scope) => beginMapping(ports, scope, { from: "in-house-product@1.0", to: FORM_6_0 }),
  },
  decideMappingLine: onDraft("decide", async ({ ports, editor }, scope, at) => {
    const [line] = expectDone(await showMapping(ports, editor, at)).lines;
    return decideMappingLine(ports, scope, { ...at, lineId: line?.id ?? "", isTaken: true, raw: rawLine() });
  }),
  confirmPrintedLines: onDraft("printed", ({ ports }, scope, at) => confirmPrintedLines(ports, scope, at)),
  addMappingLine: onDraft("addLine", ({ ports }, scope, at) => {
    const { mappingRequirement: requirement, mappingQuestion } = made;
    return addMappingLine(ports, scope, { ...at, requirement, questions: [mappingQuestion], raw: rawLine() });
  }),
  publishMapping: onDraft("publishMapping", ({ ports }, scope, at) => publishMapping(ports, scope, at)),
};

const reading: Record<string, Case> = {
  showCatalogueDraft: group(({ ports }, scope) => showCatalogueDraft(ports, scope, { draftId: of("show") })),
  showCrosswalk: group(({ ports }, scope) => showCrosswalk(ports, scope, { draftId: of("showCrosswalk") })),
  showMapping: group(({ ports }, scope) => showMapping(ports, scope, { draftId: of("showMapping") })),
};

/** Named by `id@version`, which in another group is another catalogue or none: catalogue-unknown there. */
const byReference = ["resolveItemSet", "exportCatalogueJson"];
/** Parts of the verbs above, inside their transactions. */
const parts = ["keepCatalogue", "beginRelation", "findRelation", "changeRelation", "publishRelation"];

export const cases: ScopeCases = {
  prepare,
  writing,
  reading,
  overviews: {},
  notVerbs: [...byReference, ...parts],
};

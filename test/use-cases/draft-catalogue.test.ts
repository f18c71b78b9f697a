import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, test } from "vitest";
import { doubtsOf } from "~/domain/draft-doubts";
import type { Scope } from "~/domain/scope";
import { cataloguesOf } from "~/use-cases/catalogues.server";
import { chooseColumns, draftCatalogue, showCatalogueDraft } from "~/use-cases/draft-catalogue.server";
import {
  addDraftItem,
  editDraftHead,
  editDraftItem,
  moveDraftItem,
  removeDraftItem,
  restoreDraftItem,
} from "~/use-cases/edit-catalogue-draft.server";
import type { Ports } from "~/use-cases/ports.server";
import { exportCatalogueJson, publishCatalogue, readyCatalogue } from "~/use-cases/publish-catalogue.server";
import { draftWords, inventedBook, officialDraft, publishDraft } from "../support/catalogues";
import { codesOf, expectDone, testHospital } from "../support/ports";

const folder = path.resolve(import.meta.dirname, "../golden/catalogues");

/** Loads a golden workbook as a clerk would: columns as proposed, head filled in, nothing corrected. */
async function load(ports: Ports, scope: Scope, name: string) {
  const { make, fileName, kind } = await import(path.join(folder, name, "make.ts"));
  const input = { fileName, bytes: await make(), kind, words: draftWords };
  const [draftId = ""] = expectDone(await draftCatalogue(ports, scope, input)).draftIds;
  const { draft, version } = await officialDraft(ports, scope, draftId);
  if (draft.items === null && draft.choice) {
    expectDone(await chooseColumns(ports, scope, { draftId, version, choice: draft.choice }));
  }
  const read = await officialDraft(ports, scope, draftId);
  const head = { ...read.draft.head, version: read.draft.head.version || "9.9" };
  const form = read.draft.form ?? "";
  expectDone(await editDraftHead(ports, scope, { draftId, version: read.version, head, form }));
  return { draftId, ...(await officialDraft(ports, scope, draftId)) };
}

describe("golden official-like workbooks of invented texts", () => {
  for (const name of readdirSync(folder)) {
    test(name, async () => {
      const { ports, editor } = await testHospital();
      const { draftId, draft } = await load(ports, editor, name);
      const shown = expectDone(await showCatalogueDraft(ports, editor, { draftId }));
      const ready = readyCatalogue(shown, await cataloguesOf(ports, editor));
      const record = {
        doubts: Object.fromEntries(doubtsOf(draft.kind, draft.items ?? [])),
        unread: draft.unread,
        choice: draft.choice,
        catalogue: ready.ok ? ready.value.catalogue : ready.problems,
      };
      const expected = path.join(folder, name, "expected.json");
      // why: UPDATE_GOLDEN writes what was read; the difference is then looked at by a person in the diff.
      if (process.env.UPDATE_GOLDEN) writeFileSync(expected, `${JSON.stringify(record, null, 2)}\n`);
      expect(JSON.parse(JSON.stringify(record))).toEqual(JSON.parse(readFileSync(expected, "utf8")));
    });
  }
});

it("takes the same items from a filled workbook and none of its answers", async () => {
  const { ports, editor } = await testHospital();
  const blank = await officialDraft(ports, editor, await inventedBook(ports, editor));
  const filled = await officialDraft(ports, editor, await inventedBook(ports, editor, { mark: "○" }));
  const texts = ({ draft }: typeof blank) => draft.items?.map((each) => each.fields);
  expect(texts(filled)).toEqual(texts(blank));
  expect(JSON.stringify(filled.draft)).not.toContain("記入済みの備考");
});

it("keeps what was read beside what a person set, and puts a removed row back", async () => {
  const { ports, editor } = await testHospital();
  const draftId = await inventedBook(ports, editor);
  let version = 1;
  const at = () => ({ draftId, version });
  const step = async (done: Promise<{ ok: boolean }>) => {
    expect(await done).toMatchObject({ ok: true });
    version += 1;
  };
  await step(editDraftItem(ports, editor, { ...at(), row: 2, fields: { no: "1.3", text: "直した問い" } }));
  await step(removeDraftItem(ports, editor, { ...at(), row: 1, reason: "注記" }));
  await step(restoreDraftItem(ports, editor, { ...at(), row: 1 }));
  await step(addDraftItem(ports, editor, { ...at(), place: 1, fields: { no: "0", text: "足した問い" } }));
  await step(moveDraftItem(ports, editor, { ...at(), row: 3, place: 1 }));
  const { draft } = await officialDraft(ports, editor, draftId);
  const items = draft.items ?? [];
  expect(items.slice(0, 4).map((each) => [each.row, each.fields.no])).toEqual([
    [3, "1.2"],
    [items.length, "0"],
    [1, "1.1"],
    [2, "1.3"],
  ]);
  expect(items.find((each) => each.row === 2)?.read?.no).toBe("1.2");
  const stale = await editDraftItem(ports, editor, { draftId, version: 1, row: 1, fields: { no: "9" } });
  expect(codesOf(stale)).toEqual(["changed-meanwhile"]);
});

it("publishes what was shown, once; the frozen text is the exported one", async () => {
  const { ports, editor } = await testHospital();
  const draftId = await inventedBook(ports, editor);
  const { version } = await officialDraft(ports, editor, draftId);
  const other = await publishCatalogue(ports, editor, { draftId, version, bodySha256: "0".repeat(64) });
  expect(codesOf(other)).toEqual(["changed-meanwhile"]);
  const ref = await publishDraft(ports, editor, draftId);
  expect(ref).toBe("mds@9.9");
  const again = await publishCatalogue(ports, editor, { draftId, version, bodySha256: "" });
  expect(codesOf(again)).toEqual(["catalogue-draft-closed"]);
  const { text } = expectDone(await exportCatalogueJson(ports, editor, { ref }));
  const held = (await cataloguesOf(ports, editor)).questionnaireFor("MDS", "Ver.9.9");
  expect(JSON.parse(text)).toEqual(held);
  const twin = await inventedBook(ports, editor);
  const shown = expectDone(await showCatalogueDraft(ports, editor, { draftId: twin }));
  expect(codesOf(readyCatalogue(shown, await cataloguesOf(ports, editor)))).toEqual(["catalogue-ref-taken"]);
});

it("asks for the kind instead of guessing it, and refuses a form of ours", async () => {
  const { ports, editor } = await testHospital();
  const { make } = await import(path.join(folder, "invented-guideline/make.ts"));
  const input = { fileName: "x.xlsx", bytes: make(), kind: null, words: draftWords };
  expect(codesOf(await draftCatalogue(ports, editor, input))).toEqual(["catalogue-kind-unknown"]);
  const { productBook } = await import("../support/records");
  const ours = { ...input, bytes: await productBook(ports) };
  expect(codesOf(await draftCatalogue(ports, editor, ours))).toEqual(["catalogue-form-is-ours"]);
});

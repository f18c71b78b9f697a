import { cataloguesOf } from "~/use-cases/catalogues.server";
import { beginCrosswalk, confirmCrosswalk } from "~/use-cases/crosswalks.server";
import { chooseColumns, draftCatalogue, showCatalogueDraft } from "~/use-cases/draft-catalogue.server";
import { editDraftHead } from "~/use-cases/edit-catalogue-draft.server";
import { defineItemSet } from "~/use-cases/item-sets.server";
import { beginMapping } from "~/use-cases/mappings.server";
import { publishCatalogue, readyCatalogue } from "~/use-cases/publish-catalogue.server";
import { type DemoEvent, type DemoPlay, expectDone } from "./demo-play";
import { inventedChecklistFile, inventedFormFile } from "./official-like-files";

const ID = "demo-form";
const words = {
  issuer: "架空の発行者（デモ）",
  licence: "デモ用の架空の様式",
  notice: "架空の様式です。公式の文言・番号ではありません。",
};

/** Two editions published, a subset of one; a checklist, a crosswalk and a mapping that wait for a person. */
export function catalogueEvents(play: DemoPlay): DemoEvent[] {
  return [
    { on: -200, happen: () => publishEdition(play, "0.1") },
    { on: -20, happen: () => publishEdition(play, "0.2") },
    { on: -18, happen: () => selectItems(play) },
    { on: -3, happen: () => draftChecklist(play) },
    { on: -2, happen: () => relate(play) },
  ];
}

async function publishEdition({ ports, editor }: DemoPlay, version: "0.1" | "0.2"): Promise<void> {
  const file = { fileName: `架空の開示書様式_${version}.xlsx`, bytes: await inventedFormFile(version) };
  const drafted = expectDone(await draftCatalogue(ports, editor, { ...file, kind: null, words }));
  const draftId = drafted.draftIds[0] ?? "";
  const first = expectDone(await showCatalogueDraft(ports, editor, { draftId }));
  const head = { id: ID, version, title: "架空の開示書様式", issuedOn: "", ...words };
  expectDone(await editDraftHead(ports, editor, { draftId, version: first.version, head, form: "MDS" }));
  const shown = expectDone(await showCatalogueDraft(ports, editor, { draftId }));
  const ready = expectDone(readyCatalogue(shown, await cataloguesOf(ports, editor)));
  const frozen = { draftId, version: shown.version, bodySha256: ready.bodySha256 };
  expectDone(await publishCatalogue(ports, editor, frozen));
}

async function selectItems({ ports, editor }: DemoPlay): Promise<void> {
  expectDone(
    await defineItemSet(ports, editor, {
      of: `${ID}@0.2`,
      pasted: "EX-1、EX-3、EX-9、EX-12 EX-14、EX-20、EX-22",
      choices: {},
      id: "demo-selection",
      version: "1",
      title: "確認事項（架空の例）",
      note: "デモのために選んだ番号",
    }),
  );
}

async function draftChecklist({ ports, editor }: DemoPlay): Promise<void> {
  const file = { fileName: "架空のチェックリスト.xlsx", bytes: await inventedChecklistFile() };
  const drafted = expectDone(await draftCatalogue(ports, editor, { ...file, kind: "checklist", words }));
  const draftId = drafted.draftIds[0] ?? "";
  const { version, ...shown } = expectDone(await showCatalogueDraft(ports, editor, { draftId }));
  if (shown.stage !== "official" || shown.draft.choice === null)
    throw new Error("the demo's checklist has no columns");
  expectDone(await chooseColumns(ports, editor, { draftId, version, choice: shown.draft.choice }));
}

async function relate({ ports, editor }: DemoPlay): Promise<void> {
  const editions = { from: `${ID}@0.1`, to: `${ID}@0.2` };
  const { draftId } = expectDone(await beginCrosswalk(ports, editor, editions));
  expectDone(await confirmCrosswalk(ports, editor, { draftId, version: 1, lines: "certain" }));
  const guideline = [...ports.catalogues.guidelines.keys()][0] ?? "";
  expectDone(await beginMapping(ports, editor, { from: `${ID}@0.2`, to: guideline }));
}

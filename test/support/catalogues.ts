import type { OfficialDraft } from "~/domain/catalogue-draft-body";
import type { Scope } from "~/domain/scope";
import { cataloguesOf } from "~/use-cases/catalogues.server";
import {
  chooseColumns,
  type DraftWords,
  draftCatalogue,
  showCatalogueDraft,
} from "~/use-cases/draft-catalogue.server";
import { editDraftHead } from "~/use-cases/edit-catalogue-draft.server";
import type { Ports } from "~/use-cases/ports.server";
import { publishCatalogue, readyCatalogue } from "~/use-cases/publish-catalogue.server";
import { type MadeCell, makeWorkbook } from "./make-workbook";
import { expectDone } from "./ports";

export const draftWords: DraftWords = { issuer: "架空の発行者", licence: "架空の利用条件", notice: "" };

/** An MDS-like form of invented questions, blank or filled with one mark. */
export function inventedMds(
  options: { mark?: string; version?: string; issuedOn?: string } = {},
): Uint8Array {
  const { mark = "", version = "9.9", issuedOn = "" } = options;
  const remark = mark === "" ? "" : "記入済みの備考";
  return makeWorkbook([
    {
      name: "MDS",
      rows: [
        [`製造業者による医療情報セキュリティ開示書（MDS）　Ver.${version}`],
        ["作成日", issuedOn, "製造業者名", "試験ベンダ株式会社", "製品名", "試験カルテ", "バージョン", "1.0"],
        ["項番", "設問（架空）", "はい", "いいえ", "対象外", "備考"],
        ["1.1", "架空の問いの一ですか。（システム運用編 14⑤）", mark, "", "", remark],
        ["1.2", "架空の問いの二ですか。（システム運用編 14⑥）", mark, "", "", remark],
        ["1.2", "架空の問いの三ですか。", mark, "", "", remark],
        ["2.1", "架空の問いの四ですか。", mark, "", "", remark],
      ],
    },
  ]);
}

/** Uploads such a form. @returns the draft's id */
export async function inventedBook(
  ports: Ports,
  scope: Scope,
  options: Parameters<typeof inventedMds>[0] = {},
): Promise<string> {
  const input = { fileName: "架空の様式.xlsx", bytes: inventedMds(options), kind: null, words: draftWords };
  const [draftId] = expectDone(await draftCatalogue(ports, scope, input)).draftIds;
  if (draftId === undefined) throw new Error("no draft");
  return draftId;
}

export async function officialDraft(
  ports: Ports,
  scope: Scope,
  draftId: string,
): Promise<{ draft: OfficialDraft; version: number }> {
  const shown = expectDone(await showCatalogueDraft(ports, scope, { draftId }));
  if (shown.stage !== "official") throw new Error("not from an official file");
  return { draft: shown.draft, version: shown.version };
}

/** Publishes a draft as it stands. @returns its `id@version` */
export async function publishDraft(ports: Ports, scope: Scope, draftId: string): Promise<string> {
  const shown = expectDone(await showCatalogueDraft(ports, scope, { draftId }));
  const ready = expectDone(readyCatalogue(shown, await cataloguesOf(ports, scope)));
  const input = { draftId, version: shown.version, bodySha256: ready.bodySha256 };
  return expectDone(await publishCatalogue(ports, scope, input)).ref;
}

/** A checklist of invented items with two rounds, blank: marks, a target day a round, one remark. */
export function inventedChecklist(
  rows: readonly MadeCell[][] = [],
  name: "事業者確認用" | "医療機関確認用" = "事業者確認用",
): Uint8Array {
  return makeWorkbook([
    {
      name,
      rows: [
        [`医療機関におけるサイバーセキュリティ対策チェックリスト ${name}`],
        ["", "", "1回目", "", "", "2回目", "", "", ""],
        ["項番", "チェック項目", "はい", "いいえ", "目標日", "はい", "いいえ", "目標日", "備考"],
        ...["一", "二", "三"].map(
          (each, at): MadeCell[] =>
            rows[at] ?? [`1-${at + 1}`, `架空の項目の${each}を行っているか。`, "", "", "", "", "", "", ""],
        ),
      ],
    },
  ]);
}

/** Loads an official checklist file and publishes it, as edition 9.9 for vendors or 9.8 for hospitals. @returns its `id@version` */
export async function publishChecklist(
  ports: Ports,
  scope: Scope,
  bytes: Uint8Array,
  audience: "vendor" | "hospital" = "vendor",
): Promise<string> {
  const input = { fileName: "架空のチェックリスト.xlsx", bytes, kind: null, words: draftWords };
  const [draftId = ""] = expectDone(await draftCatalogue(ports, scope, input)).draftIds;
  const { draft, version } = await officialDraft(ports, scope, draftId);
  if (!draft.choice) throw new Error("no columns were proposed");
  const { no = 1, text = 2 } = draft.choice.columns;
  const choice = { ...draft.choice, columns: { no, text }, constants: { audience } };
  expectDone(await chooseColumns(ports, scope, { draftId, version, choice }));
  const read = await officialDraft(ports, scope, draftId);
  const head = { ...read.draft.head, version: audience === "vendor" ? "9.9" : "9.8" };
  expectDone(await editDraftHead(ports, scope, { draftId, version: read.version, head, form: "" }));
  return publishDraft(ports, scope, draftId);
}

import type { OfficialDraft } from "~/domain/catalogue-draft-body";
import type { Scope } from "~/domain/scope";
import { cataloguesOf } from "~/use-cases/catalogues.server";
import { type DraftWords, draftCatalogue, showCatalogueDraft } from "~/use-cases/draft-catalogue.server";
import type { Ports } from "~/use-cases/ports.server";
import { publishCatalogue, readyCatalogue } from "~/use-cases/publish-catalogue.server";
import { makeWorkbook } from "./make-workbook";
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

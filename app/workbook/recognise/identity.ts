import type { FormId } from "../../domain/questionnaire.ts";
import type { LookAlike } from "../../domain/reading.ts";
import type { Cell } from "../sheet.ts";
import { foldWidth, squash } from "./text.ts";

/** What a title says a sheet is. */
export type Naming =
  | { kind: "form"; form: FormId }
  | { kind: "look-alike"; lookAlike: LookAlike }
  /** MDS and SDS are both named: the common title of the two forms. */
  | { kind: "either" }
  | { kind: "none" };

const strongLookAlikes: readonly [RegExp, LookAlike][] = [
  // why: 「MDS2」 is the American HN 1 form; 「MDS2.0」 is version 2.0 of ours.
  [/mds[2²](?![.\d])|hn1[-:]?\d{4}|manufacturerdisclosurestatement(?!formedicalinformation)/i, "mds2"],
  [/サービス仕様適合開示書/, "service-spec"],
  [/役割分担(?:等?(?:に関する|の))?(?:確認)?(?:表|シート)|契約検討確認表|責任分界(?:確認)?表/, "role-sheet"],
];
const checklist = /チェックリスト|checklist|チェックシート/i;

const bothForms =
  /^医療情報セキュリティ開示(?:説明)?書|製造業者[/／・、及びおよび]*サービス事業者による(?:医療情報)?セキュリティ開示|mds[/／・]sds|mds(?:及び|および|と)sds/i;
const productForm =
  /製造業者による(?:医療情報)?セキュリティ開示|セキュリティ開示書\(製造業者(?:用|向け)?\)|製造業者(?:用|向け)(?:の)?(?:医療情報)?セキュリティ開示|manufacturerdisclosurestatementformedicalinformation|(?<![a-z])mds(?![a-z]|[2²](?![.\d]))|(?<![a-z])mds(?=ver|v\d)/i;
const serviceForm =
  /サービス事業者による(?:医療情報)?セキュリティ開示|セキュリティ開示書\(サービス事業者(?:用|向け)?\)|サービス事業者(?:用|向け)(?:の)?(?:医療情報)?セキュリティ開示|serviceproviderdisclosurestatement|(?<![a-z])sds(?![a-z])|(?<![a-z])sds(?=ver|v\d)/i;
const inHouse: readonly [RegExp, FormId][] = [
  [/院内質問票[(（]機器・製品[)）]/, "in-house-product"],
  [/院内質問票[(（]サービス[)）]/, "in-house-service"],
];

const none: Naming = { kind: "none" };

/** What one title, sheet name or file name says. */
export function namingOf(text: string): Naming {
  const flat = squash(text);
  const own = inHouse.find(([shape]) => shape.test(flat));
  if (own) return { kind: "form", form: own[1] };
  const strong = strongLookAlikes.find(([shape]) => shape.test(flat));
  if (strong) return { kind: "look-alike", lookAlike: strong[1] };
  const spaced = foldWidth(text).replace(/[_]/g, " ");
  const isProduct = productForm.test(spaced) || productForm.test(flat.replace(/サービス事業者による/, ""));
  const isService = serviceForm.test(spaced);
  const named = explicitOne(spaced);
  if (named) return { kind: "form", form: named };
  if (bothForms.test(flat) || (isProduct && isService)) return { kind: "either" };
  if (isProduct) return { kind: "form", form: "MDS" };
  if (isService) return { kind: "form", form: "SDS" };
  return checklist.test(flat) ? { kind: "look-alike", lookAlike: "checklist" } : none;
}

/** 「製造業者／サービス事業者による…開示書（SDS）」: the letters in brackets decide under the common title. */
function explicitOne(spaced: string): FormId | null {
  const isProduct = /(?<![a-z])mds(?!2(?![.\d]))|(?<!サービス)製造業者(?:用|向け)/i.test(spaced);
  const isService = /(?<![a-z])sds|(?<!製造業者[/／・、及びおよび\s]*)サービス事業者(?:用|向け)/i.test(
    spaced,
  );
  if (isProduct === isService) return null;
  return isProduct ? "MDS" : "SDS";
}

/** Titles are short and no sentence; a form that mentions a word in a question is not named by it. */
export function isTitle(cell: Cell): boolean {
  const limit = /[^ -~\s]/.test(cell.text) ? 80 : 160;
  return cell.kind === "text" && cell.text.length <= limit && !/。/.test(cell.text);
}

/** The first naming that titles give, from top to bottom; "either" only when nothing is more exact. */
export function namingOfTitles(titles: readonly Cell[]): Naming {
  let either = false;
  for (const cell of titles) {
    const naming = namingOf(cell.text);
    if (naming.kind === "either") either = true;
    else if (naming.kind === "form") return naming;
    else if (naming.kind === "look-alike" && !either) return naming;
  }
  return either ? { kind: "either" } : none;
}

const guideWords =
  /記入例|記載例|回答例|見本|サンプル|sample|記入要領|記載要領|記入方法|記載方法|記入の手引|手引き|凡例|使い方|利用方法|はじめに|^説明$|^ガイド$/i;

/** True for guide and example sheets: they hold the same words and perhaps the same table. */
export function isGuideName(text: string): boolean {
  return guideWords.test(squash(text));
}

const formName = "(?:mds|sds|開示説明書|開示書|書式|様式|質問票)";
const filler =
  "(?:[\\s()（）「」『』【】〔〕<>＜＞〈〉\\[\\]・:：,、_/／|｜*-]|mds|sds|書式|様式|標準|ガイド|チェックリスト|準拠|対応|製造業者用?|サービス事業者用?|の)*";
const versionAfter = new RegExp(
  `${formName}${filler}(?:(?:ver(?:sion)?\\.?|v|第)\\s*(\\d{1,2}(?:\\.\\d{1,2}){0,2}[a-z]?)|(\\d{1,2}\\.\\d{1,2}[a-z]?))(?![\\d.-])`,
  "i",
);
const versionBefore =
  /(?:ver(?:sion)?\.?|第)\s*(\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?)(?![\d.])\s*版?の?\s*(?:mds|sds|書式|様式)/i;

/**
 * The form's version in a text that names a form: 「MDS Ver.5.0」「開示書（MDS） 第4.1版」「MDS 3.0a」.
 * why: only right beside the form's name, so that a product's version in the same title is not taken.
 */
export function formVersionIn(text: string): string | null {
  const spaced = foldWidth(text);
  const match = versionAfter.exec(spaced) ?? versionBefore.exec(spaced);
  return match?.[1] ?? match?.[2] ?? null;
}

/** The version a cell holds beside a label such as 「書式の版」. */
export function plainVersion(text: string): string | null {
  const match = /^(?:ver(?:sion)?\.?|v|第)?(\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?)版?$/i.exec(squash(text));
  return match?.[1] ?? null;
}

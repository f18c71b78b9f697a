import type { PaperBlock } from "../domain/annex-document.ts";
import { heightOfText } from "./lay-out-text.ts";
import type { PageFlow, TextPlace } from "./page-flow.ts";
import { contentWidth, fixedWords, page, sizes } from "./paper-format.ts";
import { newElement } from "./structure.ts";

type Signature = Extract<PaperBlock, { kind: "signature" }>;

const em = sizes.body.size;
const wide = { x: page.left, width: contentWidth, align: "left" } as const;
const signatureLine = 26;
const signaturePlace: TextPlace = { ...wide, face: "body", format: { ...sizes.body, line: signatureLine } };
/** From the values of the block to the right edge. */
const signatureWidth = contentWidth - 18 * em;

/** Above the block, so that it stands apart from the last clause. */
const signatureSkip = 18;

/** 署名欄: a blank day, then each party: 記名押印 with room for its seal, or 記載内容の確認 with who confirmed. */
export function layOutSignature(flow: PageFlow, block: Signature): void {
  const rows = rowsOf(block);
  flow.skip(signatureSkip);
  // why: the block stays whole, or a name would stand on one page and its seal on the next.
  flow.ensure(heightOfSignature(flow, block) - signatureSkip);
  const place = signaturePlace;
  flow.as("P", () => {
    if (block.style === "confirmation")
      flow.lines([fixedWords.confirmation], { ...place, x: page.left + em });
    else flow.lines([fixedWords.signedOn], { ...place, x: page.left + 5 * em });
  });
  for (const party of block.parties) layOutParty(flow, place, party, rows);
}

function heightOfSignature(flow: PageFlow, block: Signature): number {
  const heights = block.parties.map((party) => heightOfParty(flow, party, rowsOf(block)));
  return signatureSkip + signatureLine + heights.reduce((sum, each) => sum + each, 0);
}

type Party = Signature["parties"][number];

/** Label and name as broken: long ones take more than their one line. */
function heightOfParty(flow: PageFlow, { label, name }: Party, rows: readonly SignatureRow[]): number {
  const nameLines = flow.breakText(name, { ...signaturePlace, width: signatureWidth }).length;
  const ofRows = (rows.length - 1 + nameLines) * signatureLine;
  return partySkip + Math.max(ofRows, flow.breakText(label, partyPlace).length * sizes.body.line);
}

/**
 * What is signed stands above the signatures: the last clause before a 署名欄 goes to the next page with it, because a
 * page of signatures alone could be put behind any text. A clause that ends in a table, or is too long, stays.
 * @returns the index of the first block that is kept, and the height of all of them; null without 署名欄
 */
export function keptWithSignature(
  flow: PageFlow,
  blocks: readonly PaperBlock[],
): { at: number; height: number } | null {
  const end = blocks.findIndex((each) => each.kind === "signature");
  const signature = blocks[end];
  if (signature?.kind !== "signature") return null;
  const own = heightOfSignature(flow, signature);
  let kept: { at: number; height: number } | null = null;
  let height = own;
  for (let at = end - 1; at >= 0; at -= 1) {
    const block = blocks[at];
    const more = block === undefined ? null : heightOfText(flow, block);
    if (block === undefined || more === null || height + more - own > flow.fullRoom / 6) return kept;
    height += more;
    // why: where no heading comes, at least the last sentence.
    if (kept === null || block.kind === "heading") kept = { at, height };
    if (block.kind === "heading") return kept;
  }
  return kept;
}

/** Where 甲 and 乙 stand, beside their rows. */
const partyPlace: TextPlace = {
  ...signaturePlace,
  format: sizes.body,
  face: "heading",
  x: page.left + 8 * em,
  width: 4.5 * em,
};
const partySkip = 8;

/** `person`: left blank, and where the party signs when nobody stamps. */
type SignatureRow = { label: string; value: "name" | "blank" | "seal" | "person" | "day" };
const sealRows: readonly SignatureRow[] = [
  { label: fixedWords.address, value: "blank" },
  { label: fixedWords.name, value: "name" },
  { label: fixedWords.representative, value: "seal" },
];
const confirmationRows: readonly SignatureRow[] = [
  { label: fixedWords.name, value: "name" },
  { label: fixedWords.department, value: "blank" },
  { label: fixedWords.person, value: "person" },
  { label: fixedWords.confirmedOn, value: "day" },
];

const rowsOf = ({ style }: Signature) => (style === "seal" ? sealRows : confirmationRows);

function layOutParty(flow: PageFlow, place: TextPlace, party: Party, rows: readonly SignatureRow[]): void {
  const end = flow.y - heightOfParty(flow, party, rows);
  flow.y -= partySkip;
  const labels = { ...place, x: page.left + 13 * em, width: 4 * em };
  const values = { ...place, x: page.left + 18 * em, width: signatureWidth };
  // why lower by half: its first line stands beside the first row, whose lines are further apart.
  const top = flow.y - (signatureLine - sizes.body.line) / 2;
  flow.as("P", () => {
    for (const [at, text] of flow.breakText(party.label, partyPlace).entries())
      flow.line(text, partyPlace, top - at * sizes.body.line);
  });
  for (const { label, value } of rows) {
    const top = flow.y;
    flow.as("P", () => {
      flow.line(label, labels, top);
      const text = value === "name" ? party.name : value === "day" ? fixedWords.signedOn : "";
      flow.lines(text === "" ? [""] : flow.breakText(text, values), values);
      if (value === "seal" || value === "person") keepSignaturePlace(flow, party.label, top, values);
      if (value === "seal") flow.line(fixedWords.seal, { ...values, align: "right" }, top);
    });
  }
  flow.y = end;
}

/** The blank of the line, up to 印: an electronic signature shows there if the program that signs draws one. */
function keepSignaturePlace(flow: PageFlow, label: string, top: number, { x, width }: TextPlace): void {
  if (flow.element === null) return;
  const box = { x, y: top - signatureLine, width: width - 2 * em, height: signatureLine };
  const element = newElement(flow.element, "Form");
  flow.signatures.push({ label, pageIndex: flow.pages.length - 1, ...box, element });
}

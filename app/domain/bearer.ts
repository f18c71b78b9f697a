import type { Day } from "./day.ts";
import type { Mapping } from "./mapping.ts";
import { isLeftOut, type RoleRow, type RowParty, type SituationParty } from "./role-sheet.ts";

/**
 * その項目の担当: who bears a requirement or an item of a disclosure, by what a role sheet in force says of the row
 * that a published mapping ties to it. Nothing is concluded without a mapping: 対応付けなし is not 担当なし.
 */

/** One published line that joins an item with a row of a role sheet's form. */
export type RowTie = {
  /** `id@version` of the form and the key of its row. */
  form: string;
  rowItem: string;
  /** `id@version` of the mapping, its line and the line's reason. */
  mapping: string;
  line: string;
  reason: string;
};

/** A sheet whose revision held on the day, under a contract in force that covers what is asked about. */
export type BearingSheet = {
  roleSheetId: string;
  title: string;
  form: string;
  contractId: string;
  contractNumber: string;
  vendorName: string;
  hospitalLabel: string;
  vendorLabel: string;
  revisionId: string;
  revisionNo: number;
  effectiveFrom: Day;
  rows: readonly RoleRow[];
};

/** Why an item has nobody: no contract or no agreed sheet on the day, its rows left out, or undecided. */
export const nobodyReasons = ["no-contract", "no-sheet", "left-out", "undecided"] as const;
export type NobodyReason = (typeof nobodyReasons)[number];

/** A row that says who, with the sheet, the revision and the mapping line it stands on. */
export type BearerProof = Omit<BearingSheet, "rows"> & {
  rowKey: string;
  no: string;
  label: string;
  party: RowParty;
  thirdPartyName: string;
  emergencyParty: SituationParty;
  what: string;
  leftOutReason: string;
  tie: RowTie;
};

/** `name` is the vendor's or the third party's, "" for the hospital. */
export type Bearer = { party: Exclude<RowParty, "undecided">; name: string };

/** `more`: rows beyond those shown, where many contracts speak of one item. */
type Proven = { proofs: BearerProof[]; more: number };
export type Bearers =
  | { kind: "not-mapped" }
  | ({ kind: "nobody"; why: NobodyReason } & Proven)
  /** `open`: how many rows name nobody. */
  | ({ kind: "borne"; bearers: Bearer[]; open: number } & Proven);

/** Proofs of one item that are shown. */
export const MAX_PROOFS = 10;

/**
 * The rows that published mappings tie to the items of one catalogue, by item; a mapping may run either way.
 * @param mappings the newest version of each
 * @param forms `id@version` of every role-sheet form
 */
export function tiesOf(
  mappings: readonly Pick<Mapping, "from" | "to" | "lines" | "head">[],
  forms: ReadonlySet<string>,
  itemsRef: string,
): Map<string, RowTie[]> {
  const ties = new Map<string, RowTie[]>();
  const tie = (
    item: string,
    form: string,
    rowItem: string,
    mapping: string,
    line: Mapping["lines"][number],
  ) => {
    const own = { form, rowItem, mapping, line: line.id, reason: line.reason };
    ties.set(item, [...(ties.get(item) ?? []), own]);
  };
  for (const { from, to, lines, head } of mappings) {
    const ref = `${head.id}@${head.version}`;
    for (const line of lines) {
      for (const question of line.questions) {
        if (to === itemsRef && forms.has(from)) tie(line.requirement, from, question, ref, line);
        if (from === itemsRef && forms.has(to)) tie(question, to, line.requirement, ref, line);
      }
    }
  }
  return ties;
}

/**
 * Who bears one item. Without a line to a form, or to the form of any sheet that held, nothing is known; with one
 * the sheets say who, or that there is nobody.
 * @param sheets null: no contract in force on the day covers what is asked about
 */
export function bearersOf(ties: readonly RowTie[], sheets: readonly BearingSheet[] | null): Bearers {
  if (ties.length === 0) return { kind: "not-mapped" };
  if (sheets === null) return { kind: "nobody", why: "no-contract", proofs: [], more: 0 };
  if (sheets.length === 0) return { kind: "nobody", why: "no-sheet", proofs: [], more: 0 };
  const proofs = sheets.flatMap((sheet) => proofsIn(sheet, ties));
  if (proofs.length === 0) return { kind: "not-mapped" };
  const proven = { proofs: proofs.slice(0, MAX_PROOFS), more: Math.max(0, proofs.length - MAX_PROOFS) };
  const own = proofs.filter((each) => !isLeftOut(each));
  if (own.length === 0) return { kind: "nobody", why: "left-out", ...proven };
  const named = own.flatMap((each) => bearerOf(each) ?? []);
  if (named.length === 0) return { kind: "nobody", why: "undecided", ...proven };
  const bearers = new Map(named.map((each) => [`${each.party} ${each.name}`, each]));
  return { kind: "borne", bearers: [...bearers.values()], open: own.length - named.length, ...proven };
}

function proofsIn({ rows, ...sheet }: BearingSheet, ties: readonly RowTie[]): BearerProof[] {
  const byItem = new Map(ties.filter((each) => each.form === sheet.form).map((each) => [each.rowItem, each]));
  return rows.flatMap((row) => {
    const tie = row.itemKey === null ? undefined : byItem.get(row.itemKey);
    if (!tie) return [];
    const { rowKey, no, label, party, thirdPartyName, emergencyParty, what, leftOutReason } = row;
    const said = { rowKey, no, label, party, thirdPartyName, emergencyParty, what, leftOutReason };
    return [{ ...sheet, ...said, tie }];
  });
}

function bearerOf({ party, thirdPartyName, vendorName }: BearerProof): Bearer | null {
  switch (party) {
    case "undecided":
      return null;
    case "hospital":
      return { party, name: "" };
    case "third-party":
      return { party, name: thirdPartyName };
    case "vendor":
    case "both":
      return { party, name: vendorName };
  }
}

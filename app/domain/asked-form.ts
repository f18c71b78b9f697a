import type { AnswerOption, AnswerValue, FormId } from "./questionnaire.ts";
import type { AnswerCondition, CarryState, RequestKind } from "./request.ts";
import type { CostBearing, FirstCheck, RowParty } from "./role-sheet.ts";

/** One thing a vendor is asked, whatever catalogue it comes from. */
export type AskedItem = {
  /** Key in the pinned catalogue. */
  key: string;
  /** Number as printed; "" where the source has none. */
  no: string;
  section: string;
  question: string;
  /** Plain words; "" where the catalogue has none. */
  help: string;
  /** Clause references the catalogue prints beside it. */
  clauses: string[];
  /** Of a role sheet: what stands in the row and is to be confirmed. */
  row?: AskedRow;
  /** Of a promise: until when, and which of the vendor's own answers it is about. */
  promise?: AskedPromise;
};

/** What a vendor sees of a row of its contract's sheet: what the contract paper prints, without other firms' names. */
export type AskedRow = {
  firstCheck: FirstCheck;
  completedOn: string | null;
  party: RowParty;
  what: string;
  cost: CostBearing;
  deadline: string;
  clause: string;
  remark: string;
};

export type AskedPromise = { dueOn: string | null; about: string[] };

/** What a request asks, read from its pinned catalogue. */
export type AskedForm = {
  kind: RequestKind;
  /** `id@version`. */
  ref: string;
  title: string;
  /** Version as its issuer prints it. */
  version: string;
  /** Note shown wherever the catalogue is used. */
  notice: string;
  /** Form of a disclosure; null for the other kinds. */
  form: FormId | null;
  items: AskedItem[];
};

/** The vendor's draft of one item. */
export type DraftAnswer = {
  itemKey: string;
  answer: AnswerOption | null;
  remark: string;
  condition: AnswerCondition;
  carry: CarryState;
  carriedFrom: string | null;
  version: number;
};

/** Sections in the order of the form, each with its items. */
export function sectionsOf(items: readonly AskedItem[]): { section: string; items: AskedItem[] }[] {
  const sections = new Map<string, AskedItem[]>();
  for (const each of items) sections.set(each.section, [...(sections.get(each.section) ?? []), each]);
  return [...sections].map(([section, own]) => ({ section, items: own }));
}

/** The items somebody may see and answer: those of the given sections, or all. */
export function itemsWithin(items: readonly AskedItem[], sections: readonly string[] | null): AskedItem[] {
  return sections === null ? [...items] : items.filter((each) => sections.includes(each.section));
}

export type Progress = { answered: number; unconfirmed: number; total: number };

/** Answered: an option is chosen, and if it was taken over, somebody looked at it. */
export function progressOf(
  items: readonly Pick<AskedItem, "key">[],
  answers: readonly Pick<DraftAnswer, "itemKey" | "answer" | "carry">[],
): Progress {
  const byKey = new Map(answers.map((each) => [each.itemKey, each]));
  const own = items.flatMap(({ key }) => byKey.get(key) ?? []);
  const chosen = own.filter((each) => each.answer !== null);
  const unconfirmed = own.filter((each) => each.carry === "carried").length;
  return {
    answered: chosen.filter((each) => each.carry !== "carried").length,
    unconfirmed,
    total: items.length,
  };
}

/** Same text for the eye: width, spaces and line breaks do not count. */
export function sameText(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, "");
}

const joinKey = (each: { no: string; question: string }) =>
  `${sameText(each.no)}\u0000${sameText(each.question)}`;

export type Row = { no: string; question: string; answer: AnswerValue; remark: string };
export type Matched<R extends Row> = {
  /** Rows that belong to exactly one item, by number and question together. */
  matched: { item: AskedItem; row: R }[];
  /** Rows nobody may place: no such item, or number and question are not alone on either side. */
  unmatched: R[];
  /** Items that no row was found for. */
  missing: AskedItem[];
};

/**
 * Joins rows of a sheet to the items asked by number and question text, both exactly. Never by one of them
 * alone: editions repeat numbers and reword questions.
 */
export function matchRows<R extends Row>(items: readonly AskedItem[], rows: readonly R[]): Matched<R> {
  const byKey = new Map<string, AskedItem[]>();
  for (const each of items) byKey.set(joinKey(each), [...(byKey.get(joinKey(each)) ?? []), each]);
  const counts = new Map<string, number>();
  for (const each of rows) counts.set(joinKey(each), (counts.get(joinKey(each)) ?? 0) + 1);
  const matched: Matched<R>["matched"] = [];
  const unmatched: R[] = [];
  for (const row of rows) {
    const found = byKey.get(joinKey(row)) ?? [];
    const [item] = found;
    if (item && found.length === 1 && counts.get(joinKey(row)) === 1) matched.push({ item, row });
    else unmatched.push(row);
  }
  const placed = new Set(matched.map((each) => each.item.key));
  return { matched, unmatched, missing: items.filter((each) => !placed.has(each.key)) };
}

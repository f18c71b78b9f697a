import { type ClashKind, clashKinds, ruleFor, type Saying, type StatementSource } from "./clash-rules.ts";
import { judgeLine } from "./line-rule.ts";
import type { Mapping, MappingLine } from "./mapping.ts";
import { catalogueRef } from "./provenance.ts";
import { type AnswerValue, answerValues, type FormId } from "./questionnaire.ts";

/** One item of a record and what the record says of it, with the place a person can look it up at. */
export type SaidItem = {
  /** Key in the catalogue of the record; `row:…` where the catalogue has none. */
  key: string;
  no: string;
  text: string;
  /** An answer of a form, or a party of a table. */
  value: AnswerValue | Exclude<Saying, "yes" | "no" | "not-applicable" | "unknown">;
  remark: string;
  /** File cell (`MDS!C22`); "" where it was not read from a file. */
  cell: string;
  /** Key of the row of a role sheet. */
  rowId?: string;
  /** Where the answer was given to an older version of the form: that version. */
  carriedFrom?: string;
};

/** A record that makes statements: a disclosure, an answered checklist, a role sheet in force, an issued annex. */
export type ClashRecord = {
  source: StatementSource;
  /** Id of the record; two records never share one. */
  id: string;
  /** As people call it. */
  title: string;
  /** Form of a disclosure; null for the other records. */
  form: FormId | null;
  /** Day it was made or holds from, and revision or issue, as the list prints it. */
  day: string;
  revision: string;
  vendor: string;
  /** `id@version` of the catalogue its items belong to. */
  catalogue: string;
  /** Systems it is about. */
  systemIds: readonly string[];
  /** Of a disclosure; two of one product meet even before a system uses it. */
  productVersionId: string | null;
  contractId: string | null;
  items: readonly SaidItem[];
};

export type Statement = { record: ClashRecord; says: Saying; items: SaidItem[] };
/** A line that led from an item to the matter both statements are on. */
export type ClashVia = { mapping: string; line: MappingLine };
export type Clash = {
  kind: ClashKind;
  left: Statement;
  right: Statement;
  systemIds: string[];
  /** Each way from the left to the right: the lines on it; an empty one when both name the same item. */
  ways: ClashVia[][];
  /** Some way says that the items cover one matter wholly; else they only touch it. */
  isWhole: boolean;
};

/** A statement on a matter and the lines that led to it; none where the record names the item itself. */
type Reached = { statement: Statement; via: ClashVia[] };

/**
 * 食い違いの一覧: pairs of statements on one matter that do not go together (`clashRules`). One matter means: the
 * same item of one catalogue, an item a published line leads to, or one item that two published lines lead to.
 * Likeness of wording joins nothing. Each pair stands once, however many ways lead to it.
 */
export function findClashes(records: readonly ClashRecord[], mappings: readonly Mapping[]): Clash[] {
  const byCatalogue = groupBy(records, (each) => each.catalogue);
  const found = new Map<string, Clash>();
  for (const reached of mattersOf(byCatalogue, mappings)) {
    for (const [one, other] of neighbours(reached)) addClash(found, one, other);
  }
  return [...found.values()].sort(inOrder);
}

/** Pairs that share a system, a product or a contract, each once: a hospital's other systems are never compared. */
function neighbours(reached: readonly Reached[]): [Reached, Reached][] {
  const places = groupBy(
    reached.flatMap(({ statement: { record } }, at) =>
      [...record.systemIds, record.productVersionId, record.contractId].flatMap((subject) =>
        subject === null ? [] : [{ subject, at }],
      ),
    ),
    (each) => each.subject,
  );
  const seen = new Set<number>();
  const pairs: [Reached, Reached][] = [];
  for (const own of places.values()) {
    for (const [first, { at }] of own.entries()) {
      for (const { at: to } of own.slice(first + 1)) {
        const [one, other] = [reached[at], reached[to]];
        const pair = at * reached.length + to;
        if (!one || !other || seen.has(pair)) continue;
        seen.add(pair);
        pairs.push([one, other]);
      }
    }
  }
  return pairs;
}

/** Statements by matter; only matters with two records can clash. */
function mattersOf(
  byCatalogue: ReadonlyMap<string, readonly ClashRecord[]>,
  mappings: readonly Mapping[],
): Reached[][] {
  const matters = new Map<string, Reached[]>();
  const add = (key: string, reached: Reached[]) => {
    const known = matters.get(key);
    if (known) known.push(...reached);
    else matters.set(key, [...reached]);
  };
  for (const [catalogue, records] of byCatalogue) {
    for (const record of records) {
      for (const item of record.items) {
        add(`${catalogue}#${item.key}`, [{ statement: { record, ...sayItem(item) }, via: [] }]);
      }
    }
  }
  for (const mapping of mappings) {
    const own = byCatalogue.get(mapping.from) ?? [];
    for (const line of own.length > 0 ? mapping.lines : []) {
      const via = { mapping: catalogueRef(mapping.head), line };
      const reached = own.flatMap((record) =>
        sayLine(record, line).map((said) => ({ statement: { record, ...said }, via: [via] })),
      );
      add(`${mapping.to}#${line.requirement}`, reached);
    }
  }
  return [...matters.values()].map(oneSayingEach).filter((each) => each.length > 1);
}

/**
 * What each record says on the matter as a whole, as an assessment would read it: one いいえ outweighs the other
 * lines, an open one leaves all of it open. Rows of parties stay apart, and so does what names the item itself.
 */
function oneSayingEach(reached: readonly Reached[]): Reached[] {
  const isJudged = ({ via, statement }: Reached) =>
    via.length > 0 && statement.items.every((each) => isAnswer(each.value));
  const judged = groupBy(
    reached.filter(isJudged),
    ({ statement: { record } }) => `${record.id} ${record.catalogue}`,
  );
  return [
    ...reached.filter((each) => !isJudged(each)),
    ...[...judged.values()].flatMap((own) => {
      const says = weightiest.find((each) => own.some(({ statement }) => statement.says === each));
      const saying = own.filter(({ statement }) => statement.says === says);
      const [first] = saying;
      if (!first || !says) return [];
      const items = new Set(saying.flatMap(({ statement }) => statement.items));
      const via = saying.flatMap((each) => each.via);
      return [{ statement: { record: first.statement.record, says, items: [...items] }, via }];
    }),
  ];
}
const weightiest: readonly Saying[] = ["no", "unknown", "yes", "not-applicable"];

/** What a record says on a line: its answers judged together; of parties each row for itself. */
function sayLine(record: ClashRecord, line: MappingLine): Omit<Statement, "record">[] {
  const items = line.questions.flatMap((key) => record.items.filter((each) => each.key === key));
  const answers = items.flatMap(({ value, remark }) => (isAnswer(value) ? [{ answer: value, remark }] : []));
  if (items.length === 0) return [];
  if (answers.length !== items.length) return items.map(sayItem);
  const absent = line.questions.filter((key) => !items.some((each) => each.key === key));
  const { verdict } = judgeLine(
    line,
    [...answers, ...absent.map(() => ({ answer: "blank" as const, remark: "" }))],
    true,
  );
  const [wanted, other] = line.expected === "no" ? (["no", "yes"] as const) : (["yes", "no"] as const);
  if (verdict === "met") return [{ says: "yes", items: resting(items, [wanted]) }];
  if (verdict === "not-applicable") return [{ says: "not-applicable", items }];
  if (verdict !== "unmet") return [{ says: "unknown", items }];
  // why: 「対象外」 that a line does not accept is a gap, and still no 「いいえ」 of the vendor's.
  const denied = resting(items, [other]);
  if (denied.length > 0) return [{ says: "no", items: denied }];
  return [{ says: "not-applicable", items: resting(items, ["not-applicable"]) }];
}

const resting = (items: readonly SaidItem[], values: readonly AnswerValue[]) =>
  items.filter((each) => values.some((value) => value === each.value));

function sayItem(item: SaidItem): Omit<Statement, "record"> {
  return { says: sayingOf(item.value), items: [item] };
}

function sayingOf(value: SaidItem["value"]): Saying {
  switch (value) {
    case "blank":
    case "conflict":
    case "unclear":
      return "unknown";
    default:
      return value;
  }
}

function isAnswer(value: SaidItem["value"]): value is AnswerValue {
  return answerValues.some((each) => each === value);
}

function addClash(found: Map<string, Clash>, one: Reached, other: Reached): void {
  const [a, b] = [one.statement, other.statement];
  if (a.record === b.record) return;
  // why: over a line that both catalogues share, the same item is compared already, without the line.
  if (a.record.catalogue === b.record.catalogue && one.via.length + other.via.length > 0) return;
  const met = ruleFor({ source: a.record.source, says: a.says }, { source: b.record.source, says: b.says });
  if (met === null || !isOneSubject(a.record, b.record, met.rule.within)) return;
  const [left, right] = met.isTurned ? [other, one] : [one, other];
  const { kind } = met.rule;
  const way = [...left.via, ...right.via];
  const covers = ({ via }: Reached) => via.length === 0 || via.some(({ line }) => line.relation === "covers");
  const isWhole = covers(left) && covers(right);
  const key = [kind, ...[left, right].map(({ statement }) => placeOf(statement))].join("\u0000");
  const known = found.get(key);
  if (known) {
    known.ways.push(way);
    known.isWhole ||= isWhole;
    return;
  }
  const systemIds = a.record.systemIds.filter((each) => b.record.systemIds.includes(each));
  found.set(key, {
    kind,
    left: left.statement,
    right: right.statement,
    systemIds,
    ways: [way],
    isWhole,
  });
}

/** Same system, or same product before a system uses it; contract papers belong to their own contract only. */
function isOneSubject(a: ClashRecord, b: ClashRecord, within: "system" | "contract"): boolean {
  if (within === "contract") return a.contractId !== null && a.contractId === b.contractId;
  return (
    (a.productVersionId !== null && a.productVersionId === b.productVersionId) ||
    a.systemIds.some((each) => b.systemIds.includes(each))
  );
}

const placeOf = ({ record, items }: Statement) => [record.id, ...items.map((each) => each.key)].join(" ");

function inOrder(a: Clash, b: Clash): number {
  if (a.isWhole !== b.isWhole) return a.isWhole ? -1 : 1;
  const byKind = clashKinds.indexOf(a.kind) - clashKinds.indexOf(b.kind);
  if (byKind !== 0) return byKind;
  const [one, two] = [placeOf(a.left) + placeOf(a.right), placeOf(b.left) + placeOf(b.right)];
  return one < two ? -1 : one > two ? 1 : 0;
}

function groupBy<T>(list: readonly T[], keyOf: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of list) {
    const known = groups.get(keyOf(each));
    if (known) known.push(each);
    else groups.set(keyOf(each), [each]);
  }
  return groups;
}

import { type CheckedContract, type CheckFacts, type Citation, vendorsUnderContract } from "./check-facts.ts";
import type { ChecklistItem, Respondent } from "./checklist.ts";
import type { Day } from "./day.ts";
import { type Evidence, evidenceFor, statement } from "./evidence.ts";
import { type EvidenceTopic, type TopicWords, topicOf } from "./evidence-topic.ts";
import { fiscalYearOf } from "./figures.ts";
import { besideRows } from "./own-checklist.ts";
import type { AnswerValue } from "./questionnaire.ts";

type Head = {
  id: string;
  respondent: Respondent;
  vendorId: string | null;
  checklistRef: string | null;
  title: string;
  round: number;
  answeredOn: Day;
};
type Answer = {
  responseId: string;
  itemKey: string | null;
  no: string;
  item: string;
  answer: AnswerValue;
  remark: string;
  targetOn: Day | null;
};
export type EvidenceSources = {
  twoFactorBy: Day;
  topics: readonly TopicWords[];
  houseTexts: ReadonlyMap<string, string>;
};

/** What the records say to each item and to the gate; one evidence a topic, so that 40 rows cost no more than 18. */
export function evidenceOfItems(
  items: readonly ChecklistItem[],
  { topics, ...sources }: EvidenceSources,
  basis: { facts: CheckFacts; day: Day },
): { gate: Evidence; of: (itemKey: string) => Evidence | null } {
  const known = new Map<EvidenceTopic, Evidence>();
  const of = (topic: EvidenceTopic) => {
    const found = known.get(topic) ?? evidenceFor(topic, { ...basis, ...sources });
    known.set(topic, found);
    return found;
  };
  const byItem = new Map(
    items.map((each) => {
      const topic = topicOf(each.item, topics);
      return [each.key, topic === null ? null : of(topic)];
    }),
  );
  return { gate: of("gate"), of: (itemKey) => byItem.get(itemKey) ?? null };
}

export type RowBeside = {
  item: ChecklistItem;
  /** The hospital's own answer of the year before. */
  lastYear: (Answer & { round: number; answeredOn: Day }) | null;
  /** What vendors answered to the same row this year. */
  vendors: { said: ReturnType<typeof statement>; no: Citation[] } | null;
};

/** Newest of each vendor this year, and the hospital's own of last year; `responses` in the order of their days. */
export function rowsBeside(responses: readonly Head[], fiscalYear: number) {
  const inYear = (year: number) => responses.filter((each) => fiscalYearOf(each.answeredOn) === year);
  const last = inYear(fiscalYear - 1)
    .filter((each) => each.respondent === "hospital")
    .at(-1);
  const vendorHeads = [
    ...new Map(
      inYear(fiscalYear)
        .filter((each) => each.respondent === "vendor" && each.vendorId !== null)
        .map((each) => [each.vendorId, each]),
    ).values(),
  ];
  const heads = last ? [last, ...vendorHeads] : vendorHeads;
  return {
    responseIds: heads.map((each) => each.id),
    place(items: readonly ChecklistItem[], answers: readonly Answer[], ref: string): RowBeside[] {
      const of = (head: Head) =>
        besideRows(
          items,
          answers.filter((each) => each.responseId === head.id),
          head.checklistRef === ref,
        );
      const lastRows = last ? of(last) : new Map<string, Answer>();
      const vendorRows = vendorHeads.map((head) => ({ head, rows: of(head) }));
      return items.map((item) => {
        const before = lastRows.get(item.key);
        return {
          item,
          lastYear: last && before ? { ...before, round: last.round, answeredOn: last.answeredOn } : null,
          vendors: item.audience === "hospital" ? null : vendorsOf(item, vendorRows),
        };
      });
    },
  };
}

function vendorsOf(
  item: ChecklistItem,
  vendorRows: readonly { head: Head; rows: ReadonlyMap<string, Answer> }[],
): RowBeside["vendors"] {
  const given = vendorRows.flatMap(({ head, rows }) => {
    const answer = rows.get(item.key)?.answer;
    return answer === undefined ? [] : [{ head, answer }];
  });
  if (given.length === 0) return null;
  const cite = ({ head }: { head: Head }): Citation => {
    return { kind: "checklist-response", id: head.id, label: head.title, on: head.answeredOn };
  };
  const yes = given.filter((each) => each.answer === "yes").map(cite);
  return {
    said: statement("vendors-yes", yes, given.length),
    no: given.filter((each) => each.answer !== "yes").map(cite),
  };
}

export type VendorSheet<H> = {
  vendorId: string;
  vendor: string;
  /** Sheets received for this fiscal year, newest first. */
  received: H[];
  /** The request that waits; null when nobody was asked or everything came. */
  open: { id: string; dueOn: Day; state: string } | null;
  /** Whether the vendor answered last year. */
  lastYear: H | null;
};

/**
 * 事業者確認用 of each vendor under contract: what came, what was asked, what came last year.
 */
export function vendorSheets<H extends Head>(
  contracts: readonly CheckedContract[],
  responses: readonly H[],
  requests: readonly { id: string; vendorId: string; dueOn: Day; state: string }[],
  fiscalYear: number,
): VendorSheet<H>[] {
  return vendorsUnderContract(contracts).map(({ id, name }) => {
    const own = responses.filter((each) => each.vendorId === id && each.respondent === "vendor");
    const received = own.filter((each) => fiscalYearOf(each.answeredOn) === fiscalYear).reverse();
    const lastYear = own.filter((each) => fiscalYearOf(each.answeredOn) === fiscalYear - 1).at(-1);
    const open = requests.find((each) => each.vendorId === id);
    return { vendorId: id, vendor: name, received, open: open ?? null, lastYear: lastYear ?? null };
  });
}

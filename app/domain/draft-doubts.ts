import type { DraftField, DraftItem, OfficialKind } from "./catalogue-draft-body.ts";
import { checklistAudiences } from "./checklist.ts";
import { guidelineVolumes } from "./guideline.ts";

/** What a person has to look at in a draft's row; the blocking ones keep the draft from being published. */
export const draftDoubts = [
  "text-empty",
  "audience-unknown",
  "part-unknown",
  "volume-unknown",
  "chapter-empty",
  "number-not-whole",
  "reader-unsure",
  "number-missing",
  "number-twice",
  "number-strange",
  "clause-left",
] as const;
export type DraftDoubt = (typeof draftDoubts)[number];

/** The field a blocking doubt is about. */
export const blockingDoubts: Readonly<Partial<Record<DraftDoubt, DraftField>>> = {
  "text-empty": "text",
  "audience-unknown": "audience",
  "part-unknown": "part",
  "volume-unknown": "volume",
  "chapter-empty": "chapter",
  "number-not-whole": "no",
};

const circled = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

/** The whole number a guideline's item is printed with: ⑤, (5), 5; null when it is none of these. */
export function wholeNumber(text: string): number | null {
  const at = circled.indexOf(text.trim());
  if (text.trim().length === 1 && at >= 0) return at + 1;
  const match = /^\(?(\d{1,3})\)?$/.exec(text.normalize("NFKC").trim());
  return match?.[1] && Number(match[1]) > 0 ? Number(match[1]) : null;
}

/**
 * Doubts of every standing row, by its row number. Numbers that repeat are doubts and never errors: official
 * editions do repeat them.
 */
export function doubtsOf(kind: OfficialKind, items: readonly DraftItem[]): Map<number, DraftDoubt[]> {
  const standing = items.filter((each) => !each.isRemoved);
  const counts = new Map<string, number>();
  for (const each of standing) {
    const no = numberInPlace(kind, each);
    counts.set(no, (counts.get(no) ?? 0) + 1);
  }
  const found = standing.map((item): [number, DraftDoubt[]] => {
    const isTwice = (counts.get(numberInPlace(kind, item)) ?? 0) > 1 && value(item, "no") !== "";
    return [item.row, [...doubtsOfRow(kind, item), ...(isTwice ? (["number-twice"] as const) : [])]];
  });
  return new Map(found.filter(([, doubts]) => doubts.length > 0));
}

function value(item: DraftItem, field: DraftField): string {
  return (item.fields[field] ?? "").trim();
}

/** A guideline counts its items anew in every chapter; a role sheet in each part. */
function numberInPlace(kind: OfficialKind, item: DraftItem): string {
  const no = value(item, "no").normalize("NFKC");
  if (kind === "guideline") return `${value(item, "volume")} ${value(item, "chapter")} ${no}`;
  return kind === "role-sheet" ? `${value(item, "part")} ${no}` : no;
}

function doubtsOfRow(kind: OfficialKind, item: DraftItem): DraftDoubt[] {
  const no = value(item, "no");
  const when = (doubt: DraftDoubt, isSo: boolean) => (isSo ? [doubt] : []);
  const isGuideline = kind === "guideline";
  const hasAudience = kind === "checklist" || isGuideline;
  return [
    ...when("text-empty", value(item, "text") === ""),
    ...when("audience-unknown", hasAudience && !isOneOf(checklistAudiences, value(item, "audience"))),
    ...when("part-unknown", kind === "role-sheet" && !isOneOf(["1", "2"], value(item, "part"))),
    ...when("volume-unknown", isGuideline && !isOneOf(guidelineVolumes, value(item, "volume"))),
    ...when("chapter-empty", isGuideline && value(item, "chapter") === ""),
    ...when("number-not-whole", isGuideline && no !== "" && wholeNumber(no) === null),
    ...when("reader-unsure", item.reason !== null),
    ...when("number-missing", no === ""),
    // why: a spreadsheet turns 4.1 and 4-1 into dates.
    ...when("number-strange", !isGuideline && /[/年月日]|^\d{5}$/.test(no)),
    ...when(
      "clause-left",
      kind === "questionnaire" &&
        /[（(【［[〔][^）)】］\]〕]*編[^）)】］\]〕]*[）)】］\]〕]/.test(value(item, "text")),
    ),
  ];
}

function isOneOf(options: readonly string[], text: string): boolean {
  return options.includes(text);
}

/** True when a person changed the row since it was read. */
export function isChanged(item: DraftItem): boolean {
  const { read, fields } = item;
  if (read === null) return true;
  const names = new Set([...Object.keys(read), ...Object.keys(fields)]);
  const [was, is]: [Record<string, string | undefined>, Record<string, string | undefined>] = [read, fields];
  return [...names].some((name) => (was[name] ?? "") !== (is[name] ?? ""));
}

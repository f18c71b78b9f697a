import type { InternalPaper, PaperBlock, PaperRow } from "./annex-document.ts";
import type { Day } from "./day.ts";
import type { DecisionKind, RiskLevel } from "./decision.ts";
import type { DecisionState } from "./decision-state.ts";
import type { AnswerValue } from "./questionnaire.ts";
import type { contactHours, contactRoles } from "./register.ts";
import type { RequestKind, RequestState } from "./request.ts";
import type { RowParty } from "./role-sheet.ts";
import type { Verdict } from "./verdict.ts";

type ContactRole = (typeof contactRoles)[number];
type ContactHour = (typeof contactHours)[number];

/** 立入検査の綴り: everything an inspection asks for, as the records stand on one day. Internal by its type. */
export type BinderInput = {
  hospital: string;
  madeOn: Day;
  /** The checklist edition in force, in whose order its rows stand; null while none is loaded. */
  edition: { title: string; version: string } | null;
  contacts: readonly BinderContact[];
  checklists: readonly BinderChecklist[];
  disclosures: readonly BinderDisclosure[];
  gaps: readonly BinderGaps[];
  sheets: readonly BinderSheet[];
  requests: readonly BinderRequest[];
  /** Catalogues used, as printed at the end. */
  editions: readonly string[];
};

export type BinderContact = {
  vendor: string;
  systems: readonly string[];
  /** Null for a vendor of a system in use of whom nobody is registered. */
  person: {
    name: string;
    department: string;
    role: ContactRole;
    hours: ContactHour;
    phone: string;
    mail: string;
    deputy: string;
  } | null;
};
export type BinderChecklist = {
  /** Who answers: the hospital itself or a vendor. */
  respondent: string;
  /** Null where no answered sheet of the edition is kept. */
  answeredOn: Day | null;
  rows: readonly {
    no: string;
    item: string;
    answer: AnswerValue | null;
    remark: string;
    target: string;
  }[];
};
export type BinderDisclosure = {
  vendor: string;
  product: string;
  form: string;
  issuedOn: Day;
  counts: { yes: number; no: number; notApplicable: number; open: number };
  fileName: string;
  sha256: string;
};
export type BinderGaps = {
  title: string;
  guideline: string;
  rows: readonly BinderGap[];
};
export type BinderGap = {
  /** Only where a person compared the number with the official text; else "". */
  clause: string;
  summary: string;
  verdict: Verdict;
  answers: readonly string[];
  decision: {
    kind: DecisionKind;
    state: DecisionState;
    owner: string;
    dueOn: Day | null;
    likelihood: RiskLevel | null;
    impact: RiskLevel | null;
    approval: string;
    text: string;
  } | null;
};
export type BinderSheet = {
  contract: string;
  title: string;
  effectiveFrom: Day;
  rows: readonly {
    no: string;
    label: string;
    party: RowParty;
    thirdPartyName: string;
    what: string;
    completedOn: Day | null;
  }[];
};
export type BinderRequest = {
  vendor: string;
  kind: RequestKind;
  about: string;
  askedOn: Day;
  dueOn: Day;
  state: RequestState;
  submittedOn: Day | null;
  sha256: string;
};

/** Chapters in the order in which an inspection asks for them. */
export const binderChapters = [
  "contents",
  "contacts",
  "checklists",
  "disclosures",
  "gaps",
  "sheets",
  "requests",
] as const;
export type BinderChapter = (typeof binderChapters)[number];

/** Words the binder is printed with; handed in, because the domain has none. */
export type BinderWords = {
  title: string;
  header: (hospital: string) => string;
  footer: (day: string) => string;
  lead: (day: string) => string;
  chapters: Readonly<Record<BinderChapter, string>>;
  empty: Readonly<Record<Exclude<BinderChapter, "contents">, string>>;
  columns: {
    contents: readonly [string, string];
    contacts: readonly [string, string, string, string, string];
    checklists: readonly [string, string, string, string];
    disclosures: readonly [string, string, string, string, string];
    gaps: readonly [string, string, string, string];
    sheets: readonly [string, string, string, string, string];
    requests: readonly [string, string, string, string, string];
  };
  day: (day: Day) => string;
  noContact: string;
  noResponse: (respondent: string) => string;
  answeredOn: (respondent: string, day: string) => string;
  noEdition: string;
  edition: (title: string, version: string) => string;
  counts: (counts: BinderDisclosure["counts"]) => string;
  sha256: (hash: string) => string;
  against: (guideline: string) => string;
  undecided: string;
  due: (kind: DecisionKind, day: string) => string;
  owner: (owner: string) => string;
  risk: (likelihood: string, impact: string) => string;
  approved: (approval: string) => string;
  inForce: (day: string) => string;
  deputy: (name: string) => string;
  asked: (askedOn: string, dueOn: string) => string;
  submitted: (day: string) => string;
  answers: Readonly<Record<AnswerValue, string>>;
  verdicts: Readonly<Record<Verdict, string>>;
  kinds: Readonly<Record<DecisionKind, string>>;
  states: Readonly<Record<DecisionState, string>>;
  levels: Readonly<Record<RiskLevel, string>>;
  parties: Readonly<Record<RowParty, string>>;
  roles: Readonly<Record<ContactRole, string>>;
  hours: Readonly<Record<ContactHour, string>>;
  requestKinds: Readonly<Record<RequestKind, string>>;
  requestStates: Readonly<Record<RequestState, string>>;
};

const circled = (at: number) => `${at + 1}　`;

/** The binder as a paper: chapters in order, each of them there even when it has nothing to show. */
export function buildBinder(input: BinderInput, words: BinderWords): InternalPaper {
  const bodies: Record<Exclude<BinderChapter, "contents">, PaperBlock[]> = {
    contacts: contactBlocks(input, words),
    checklists: checklistBlocks(input, words),
    disclosures: disclosureBlocks(input, words),
    gaps: gapBlocks(input, words),
    sheets: sheetBlocks(input, words),
    requests: requestBlocks(input, words),
  };
  const blocks = binderChapters.flatMap((chapter, at): PaperBlock[] => {
    const heading: PaperBlock = {
      kind: "heading",
      level: 1,
      number: circled(at),
      text: words.chapters[chapter],
    };
    if (chapter === "contents") return [heading, ...contentsBlocks(input, words, bodies)];
    const body = bodies[chapter];
    return [heading, ...(body.length > 0 ? body : [{ kind: "note", text: words.empty[chapter] } as const])];
  });
  return {
    audience: "internal",
    printedNo: null,
    title: words.title,
    header: words.header(input.hospital),
    footer: words.footer(words.day(input.madeOn)),
    isDraft: false,
    blocks,
    editions: [...input.editions],
  };
}

function contentsBlocks(
  input: BinderInput,
  words: BinderWords,
  bodies: Readonly<Record<string, readonly PaperBlock[]>>,
): PaperBlock[] {
  const [chapter, page] = words.columns.contents;
  const rows = binderChapters.flatMap((each, at): PaperRow[] => {
    const parts = (bodies[each] ?? []).flatMap((block) => (block.kind === "heading" ? [block.text] : []));
    return [`${circled(at)}${words.chapters[each]}`, ...parts].map((text) => ({ cells: [text, ""] }));
  });
  return [
    { kind: "paragraph", indent: 0, text: words.lead(words.day(input.madeOn)) },
    {
      kind: "table",
      caption: "",
      isContents: true,
      columns: [
        { title: chapter, width: 86, align: "left" },
        { title: page, width: 14, align: "center" },
      ],
      rows,
    },
  ];
}

/** A table with its columns' widths and titles in one line. */
function table(titles: readonly string[], widths: readonly number[], rows: readonly string[][]): PaperBlock {
  return {
    kind: "table",
    caption: "",
    columns: titles.map((title, at) => ({ title, width: widths[at] ?? 0, align: "left" })),
    rows: rows.map((cells) => ({ cells })),
  };
}

const joined = (parts: readonly string[], between = "\n") =>
  parts.filter((each) => each !== "").join(between);
const part = (text: string): PaperBlock => ({ kind: "heading", level: 2, number: "", text });

function contactBlocks({ contacts }: BinderInput, words: BinderWords): PaperBlock[] {
  if (contacts.length === 0) return [];
  const rows = contacts.map(({ vendor, systems, person }) => {
    const about = systems.join("、");
    if (person === null) return [vendor, about, words.noContact, "", ""];
    const name = joined([person.department, person.name, person.deputy && words.deputy(person.deputy)]);
    return [
      vendor,
      about,
      name,
      joined([words.roles[person.role], words.hours[person.hours]]),
      joined([person.phone, person.mail]),
    ];
  });
  return [table(words.columns.contacts, [22, 22, 20, 14, 22], rows)];
}

function checklistBlocks({ edition, checklists }: BinderInput, words: BinderWords): PaperBlock[] {
  if (edition === null) return [{ kind: "note", text: words.noEdition }];
  const sheets = checklists.flatMap(({ respondent, answeredOn, rows }): PaperBlock[] => {
    if (answeredOn === null) return [part(respondent), { kind: "note", text: words.noResponse(respondent) }];
    const cells = rows.map((row) => [
      row.no,
      row.item,
      row.answer === null ? "" : words.answers[row.answer],
      joined([row.remark, row.target]),
    ]);
    return [
      part(words.answeredOn(respondent, words.day(answeredOn))),
      table(words.columns.checklists, [10, 50, 12, 28], cells),
    ];
  });
  return [{ kind: "note", text: words.edition(edition.title, edition.version) }, ...sheets];
}

function disclosureBlocks({ disclosures }: BinderInput, words: BinderWords): PaperBlock[] {
  if (disclosures.length === 0) return [];
  const rows = disclosures.map((each) => [
    each.vendor,
    each.product,
    joined([each.form, words.day(each.issuedOn)]),
    words.counts(each.counts),
    joined([each.fileName, words.sha256(each.sha256)]),
  ]);
  return [table(words.columns.disclosures, [17, 17, 17, 15, 34], rows)];
}

function gapBlocks({ gaps }: BinderInput, words: BinderWords): PaperBlock[] {
  return gaps.flatMap(({ title, guideline, rows }) => [
    part(title),
    { kind: "note", text: words.against(guideline) },
    table(
      words.columns.gaps,
      [24, 12, 24, 40],
      rows.map((row) => gapCells(row, words)),
    ),
  ]);
}

function gapCells({ clause, summary, verdict, answers, decision }: BinderGap, words: BinderWords): string[] {
  const head = [joined([clause, summary]), words.verdicts[verdict], answers.join("\n")];
  if (decision === null) return [...head, words.undecided];
  const { kind, state, owner, dueOn, likelihood, impact, approval, text } = decision;
  const risk = likelihood && impact ? words.risk(words.levels[likelihood], words.levels[impact]) : "";
  return [
    ...head,
    joined([
      `${words.kinds[kind]}（${words.states[state]}）`,
      joined([words.owner(owner), dueOn === null ? "" : words.due(kind, words.day(dueOn))], "　"),
      risk,
      approval === "" ? "" : words.approved(approval),
      text,
    ]),
  ];
}

function sheetBlocks({ sheets }: BinderInput, words: BinderWords): PaperBlock[] {
  return sheets.flatMap(({ contract, title, effectiveFrom, rows }) => [
    part(`${contract}　${title}`),
    { kind: "note", text: words.inForce(words.day(effectiveFrom)) },
    table(
      words.columns.sheets,
      [9, 31, 13, 32, 15],
      rows.map((row) => [
        row.no,
        row.label,
        joined([words.parties[row.party], row.thirdPartyName]),
        row.what,
        row.completedOn === null ? "" : words.day(row.completedOn),
      ]),
    ),
  ]);
}

function requestBlocks({ requests }: BinderInput, words: BinderWords): PaperBlock[] {
  if (requests.length === 0) return [];
  const rows = requests.map((each) => [
    each.vendor,
    joined([words.requestKinds[each.kind], each.about]),
    words.asked(words.day(each.askedOn), words.day(each.dueOn)),
    joined([
      words.requestStates[each.state],
      each.submittedOn === null ? "" : words.submitted(words.day(each.submittedOn)),
    ]),
    each.sha256,
  ]);
  return [table(words.columns.requests, [18, 22, 22, 16, 22], rows)];
}

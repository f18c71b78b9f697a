import type { InternalPaper, PaperBlock, PaperRow } from "./annex-document.ts";
import {
  type BinderChapter,
  type BinderGap,
  type BinderInput,
  type BinderRequest,
  type BinderWords,
  binderChapters,
} from "./binder-facts.ts";

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
    blocks: [
      ...blocks,
      ...(input.auditHead ? [{ kind: "note", text: words.auditHead(input.auditHead) } as const] : []),
    ],
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
  const editions = [...new Set(gaps.map((each) => each.guideline))];
  // why once in front: a heading stays on the page of the table that follows it, and a note between would part them.
  const notes = editions.map((each): PaperBlock => ({ kind: "note", text: words.against(each) }));
  const tables = gaps.flatMap(({ title, rows }): PaperBlock[] => {
    const texts = rows.flatMap(({ decision }, at) =>
      decision === null || decision.text === "" ? [] : [[String(at + 1), decision.text]],
    );
    return [
      part(title),
      table(
        words.columns.gaps,
        [6, 28, 17, 22, 27],
        rows.map((row, at) => [String(at + 1), ...gapCells(row, words)]),
      ),
      ...(texts.length === 0 ? [] : [captioned(words.texts, table(words.columns.texts, [6, 94], texts))]),
    ];
  });
  return [...notes, ...tables];
}

function captioned(caption: string, block: PaperBlock): PaperBlock {
  return block.kind === "table" ? { ...block, caption } : block;
}

function gapCells(row: BinderGap, words: BinderWords): string[] {
  const { clause, summary, answers, decision } = row;
  const head = [
    joined([clause, summary]),
    verdictCell(row, words),
    answers.map((each) => said(each, words)).join("\n"),
  ];
  if (decision === null) return [...head, words.undecided];
  const { kind, state, owner, dueOn, likelihood, impact, approval } = decision;
  const risk = likelihood && impact ? words.risk(words.levels[likelihood], words.levels[impact]) : "";
  return [
    ...head,
    joined([
      `${words.kinds[kind]}（${words.states[state]}）`,
      words.owner(owner),
      dueOn === null ? "" : words.due(kind, words.day(dueOn)),
      risk,
      approval === "" ? "" : words.approved(approval),
    ]),
  ];
}

/** The verdict of the rules first; that of a person beside it, with name, day and reason. */
function verdictCell({ verdict, unmetAnswer, override }: BinderGap, words: BinderWords): string {
  const ruled = unmetAnswer === null ? words.verdicts[verdict] : words.unmetAnswers[unmetAnswer];
  if (override === null) return ruled;
  return joined([
    ruled,
    words.override(words.verdicts[override.verdict], override.by, words.day(override.on)),
    words.overrideReason(override.reason),
  ]);
}

function said({ no, answer, remark }: BinderGap["answers"][number], words: BinderWords): string {
  return `${no} ${words.answers[answer]}${remark === "" ? "" : `「${remark}」`}`;
}

function sheetBlocks({ sheets }: BinderInput, words: BinderWords): PaperBlock[] {
  return sheets.flatMap(({ contract, title, effectiveFrom, rows }) => [
    part(`${contract}　${title}`),
    captioned(
      words.inForce(words.day(effectiveFrom)),
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
    ),
  ]);
}

/** One table a request: what was asked of whom, and what happened, each line once; vendors one after the other. */
function requestBlocks({ requests }: BinderInput, words: BinderWords): PaperBlock[] {
  const vendors = [...new Set(requests.map((each) => each.vendor))];
  return vendors.flatMap((vendor) => [
    part(vendor),
    ...requests.filter((each) => each.vendor === vendor).map((each) => requestTable(each, words)),
  ]);
}

function requestTable(request: BinderRequest, words: BinderWords): PaperBlock {
  const { requestFacts: names } = words;
  const { askedOn, dueOn, submittedOn } = request;
  const facts = [
    [names.asked, "", words.day(askedOn), ""],
    [names.due, "", words.day(dueOn), ""],
    [names.state, "", words.requestStates[request.state], ""],
    ...(submittedOn === null ? [] : [[names.submitted, "", words.day(submittedOn), ""]]),
    ...(request.sha256 === "" ? [] : [[names.sha256, "", request.sha256, ""]]),
  ];
  const course = request.course.map(({ line, count, first, last, channels }) => [
    words.proof[line],
    words.times(count),
    first === null || last === null ? "" : words.firstLast(words.day(first), words.day(last)),
    channels.map((each) => words.channels[each]).join("・"),
  ]);
  return captioned(
    words.request(words.requestKinds[request.kind], request.about),
    table(words.columns.requests, [26, 10, 44, 20], [...facts, ...course]),
  );
}

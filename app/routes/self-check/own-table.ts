import type { EvidenceStatement } from "~/domain/evidence";
import type { OwnTable, OwnTableRow } from "~/domain/own-checklist-paper";
import type { AnswerValue } from "~/domain/questionnaire";
import { evidenceText } from "~/messages/evidence-words";
import type { Words } from "~/messages/words";
import type { ShownOwnChecklist } from "~/use-cases/own-checklists.server";

/** The sheet as plain rows, for files and paper. `rounds`: answers of the frozen rounds by item key. */
export function ownTable(
  words: Words,
  shown: ShownOwnChecklist,
  rounds: readonly { name: string; answeredOn: string; answers: ReadonlyMap<string, AnswerValue> }[],
): OwnTable {
  const { selfChecks } = words;
  const { sheet } = selfChecks;
  const gate = shown.gate;
  const front: OwnTableRow[] = gate
    ? [
        {
          ...emptyTableRow(gate.no, gate.text),
          answer: sheet.answerOptions[shown.sheet.gate],
          rounds: rounds.map(({ answers }) => saidIn(words, answers.get(gate.itemKey ?? ""))),
        },
      ]
    : [];
  const rows = shown.sheet.gate === "no" ? [] : shown.rows;
  return {
    rounds: rounds.map((each) => selfChecks.table.roundOf(each.name, each.answeredOn)),
    rows: [
      ...front,
      ...rows.map((row) => ({
        ...rowOf(words, row),
        rounds: rounds.map(({ answers }) => saidIn(words, answers.get(row.item.key))),
      })),
    ],
  };
}

function saidIn(words: Words, answer: AnswerValue | undefined): string {
  return answer === undefined ? "" : words.answers[answer];
}

function emptyTableRow(no: string, item: string): OwnTableRow {
  return {
    no,
    item,
    answer: "",
    rounds: [],
    targetOn: "",
    remark: "",
    evidence: "",
    lastYear: "",
    vendors: "",
  };
}

function rowOf(words: Words, row: ShownOwnChecklist["rows"][number]): OwnTableRow {
  const { selfChecks, answers } = words;
  const { item, saved, lastYear, vendors } = row;
  const said = (each: EvidenceStatement) => evidenceText(words, each);
  return {
    ...emptyTableRow(item.no, item.item),
    answer: selfChecks.sheet.answerOptions[saved?.answer ?? ""],
    targetOn: saved?.targetOn ?? "",
    remark: saved?.remark ?? "",
    evidence: (saved?.evidence?.statements ?? []).map(said).join(" "),
    lastYear:
      lastYear === null
        ? ""
        : selfChecks.sheet.lastYearSaid(answers[lastYear.answer], lastYear.round, lastYear.answeredOn),
    vendors: vendors === null ? "" : said(vendors.said),
  };
}

import type { AnswerOption } from "../../domain/questionnaire.ts";
import type { FoundTable, ReadingRecipe } from "../../domain/reading.ts";
import type { AnswerTable } from "./answer-table.ts";
import type { SheetScan } from "./sheet-scan.ts";

/** The tables of a sheet as a person could have pointed at them. */
export function foundTables(scan: SheetScan): FoundTable[] {
  return scan.tables.flatMap(({ table }) => foundTable(scan.grid.sheet.name, table) ?? []);
}

/** One table; null for one without a question column or without はい and いいえ. */
export function foundTable(sheet: string, table: AnswerTable): FoundTable | null {
  const answer = answerOf(table);
  const question = table.roles.question[0];
  if (answer === null || question === undefined) return null;
  return {
    sheet,
    headerRow: Math.max(0, table.headerBottom),
    lastRow: null,
    noColumn: table.roles.no[0] ?? null,
    questionColumn: question,
    remarkColumn: table.roles.remark[0] ?? null,
    answer,
  };
}

function answerOf({ answers }: AnswerTable): FoundTable["answer"] | null {
  if (answers.kind === "word") {
    const [column] = answers.columns;
    return column === undefined ? null : { kind: "word", column };
  }
  const at = (option: AnswerOption) => [...answers.options].find(([, each]) => each === option)?.[0];
  const [yes, no] = [at("yes"), at("no")];
  if (yes === undefined || no === undefined) return null;
  return { kind: "options", yes, no, notApplicable: at("not-applicable") ?? null };
}

/** The table a person pointed at; columns they said nothing about have no role, so their cells end as unread. */
export function tableOfRecipe(recipe: ReadingRecipe, lastRow: number): AnswerTable {
  const { answer } = recipe;
  const options = new Map<number, AnswerOption>();
  if (answer.kind === "options") {
    options.set(answer.yes, "yes").set(answer.no, "no");
    if (answer.notApplicable !== null) options.set(answer.notApplicable, "not-applicable");
  }
  const one = (column: number | null) => (column === null ? [] : [column]);
  return {
    headerTop: Math.max(1, recipe.headerRow),
    headerBottom: recipe.headerRow,
    firstRow: recipe.headerRow + 1,
    lastRow: recipe.lastRow ?? lastRow,
    answers:
      answer.kind === "word" ? { kind: "word", columns: [answer.column] } : { kind: "options", options },
    hiddenOptions: [],
    alternatives: [],
    roles: {
      no: one(recipe.noColumn),
      question: [recipe.questionColumn],
      answer: [],
      remark: one(recipe.remarkColumn),
      "remark-no": [],
      section: [],
      clause: [],
      help: [],
    },
  };
}

import type { ProblemWords } from "../problem-words.ts";

const quoted = (value: string | number | undefined) =>
  value === undefined || value === "" ? "" : ` “${value}”`;

/** By `LeftOutReason`. */
const leftOut: Readonly<Record<string, string>> = {
  "heading-again": "the headings again",
  "another-table": "a row of another table on the sheet",
  total: "a total or count",
  note: "a remark or divider",
  hidden: "hidden in the file",
  "nothing-taken": "empty in every chosen column",
  "by-hand": "left out by hand",
};

export const importProblems = {
  "import-cell-error": (p) => ({
    what: `The cell holds a spreadsheet error${quoted(p.value)}.`,
    next: "Correct the formula or put a value into the table, then import it again.",
  }),
  "import-number-lost": (p) => ({
    what: `A long number is shown rounded${quoted(p.value)}, so that its digits cannot be read.`,
    next: "Format this column as text or as 0 in the table, then import it again.",
  }),
  "import-word-unknown": (p) => ({
    what: `Nobody decided which option the word${quoted(p.value)} means.`,
    next: "Choose its option on the page for the columns.",
  }),
  "import-differs": (p) => ({
    what:
      Number(p.row ?? 0) > 0
        ? `The value${quoted(p.value)} of${quoted(p.name)} differs from${quoted(p.existing) || " nothing"} in row ${p.row}.`
        : `The value${quoted(p.value)} of${quoted(p.name)} differs from the recorded${quoted(p.existing) || " nothing"}.`,
    next: "An import writes over nothing. Correct the record on its own page.",
  }),
  "import-without-name": (p) => ({
    what: `The name (of a contract: the number) is empty, so the value${quoted(p.value)} is not registered. The rest of the row is taken.`,
    next: "Add the name or number to your list and import it again if it matters; nothing is registered twice.",
  }),
  "import-left-out": (p) => ({
    what: `Not taken: ${leftOut[String(p.reason)] ?? "no row of the list"}.`,
    next: "Press “Take” if it is a row of the list. After writing, import a list of just that row.",
  }),
  "import-nothing-mapped": () => ({
    what: "No column was chosen.",
    next: "Choose at least one column with names, such as vendor, system or contract number.",
  }),
  "import-column-twice": (p) => ({
    what: `The field${quoted(p.value)} was chosen for two columns.`,
    next: "Leave one of them out.",
  }),
  "import-default-missing": () => ({
    what: "The field is required, but the row has no value and none was chosen for empty ones.",
    next: "Choose a column for it, or a value for empty rows, on the page of the columns.",
  }),
  "import-no-rows": () => ({
    what: "No rows were found.",
    next: "Check the sheet and the number of the heading row.",
  }),
  "import-too-many-rows": (p) => ({
    what: `There are too many rows${p.limit === undefined ? "" : ` (at most ${p.limit})`}.`,
    next: "Split the table and import it in parts.",
  }),
  "import-questions-open": (p) => ({
    what: `${p.count ?? "Some"} questions about similar names are open.`,
    next: "Choose whether each is the same or new before writing.",
  }),
  "import-question-new": () => ({
    what: "While the import ran, a record with a similar name was registered elsewhere. This row was not written.",
    next: "Look at that record and import this row again if it is needed.",
  }),
  "import-not-now": () => ({
    what: "The import is in a state that does not allow this now.",
    next: "Open the page again and look at its state.",
  }),
} satisfies ProblemWords;

/** Writing answers into the vendor's or the official workbook. */
export const writeBack = {
  title: "Write back",
  button: "Write back",
  lead: "Writes corrected answers into a copy of the file. Only the cells below change; other cells, formats and drawings stay, and so does the original.",
  targets: { vendor: "The vendor's workbook", official: "The official form" },
  what: {
    vendor: "Answers and remarks corrected since receipt, in the file as it came.",
    official:
      "Answers and remarks in the official form you registered, where number and question are both the same.",
  },
  checklistWhat: {
    vendor:
      "Answers, target days and remarks corrected since receipt, in the checklist as it came and in its own round only.",
    official:
      "Answers, target days and remarks in the official checklist you registered, where number and item are both the same, in the same round.",
  },
  request: {
    title: "Write into the official form",
    button: "Write into the official form",
    lead: "Writes the answers of the newest submission into a copy of the official form you registered. The vendor can get its own answers in the same form.",
    what: "Only answers and remarks of rows whose number and question are both the same. Cover, date and company name stay as they are.",
  },
  own: {
    title: "Write into the official form",
    button: "Write into the official form",
    lead: "Your own answers are written into a copy of the official checklist your hospital loaded. The original stays as it is.",
    what: "Each frozen round goes into its own columns: answer, target day and remark of rows whose number and item are both the same.",
    draft: "No round is frozen yet; the answers that stand in the sheet now are written as round 1.",
  },
  desk: {
    title: "Get the official form",
    button: "Get the official form",
    lead: "Your answers so far in a copy of the official form (Excel) the hospital registered, for your files or for colleagues. Getting it submits nothing.",
    what: "Only answers and remarks of rows whose number and question are both the same. Cover, date and company name are not filled in.",
  },
  cells: "Cells to write",
  none: "Nothing was corrected, so there is nothing to write.",
  noneOfficial: "No row can be written.",
  columns: { no: "Item", cells: "Cells", before: "Now", after: "Will say" },
  target: (day: string) => `Target ${day}`,
  left: (count: number) => `Rows that cannot be written (${count})`,
  refused: "Why nothing can be written",
  download: (count: number) => `Write ${count} rows and download`,
  file: (name: string) => `${name} (with answers)`,
};

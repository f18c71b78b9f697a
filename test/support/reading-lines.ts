import type { WorkbookReading } from "~/domain/reading";

/** Answers, unread cells and problems, a line each: what a person would be shown. */
export function linesOf(reading: WorkbookReading): string[] {
  const answers = reading.forms.flatMap((form) =>
    form.answers.map((each) =>
      [each.no, each.answer, each.reason, each.remark].filter((text) => text).join(" "),
    ),
  );
  const unread = reading.forms.flatMap((form) => form.unread.map((each) => `${each.cell} ${each.reason}`));
  const problems = reading.problems.map((each) => `${each.code} ${each.at ?? ""}`.trim());
  return [...answers, ...unread, ...problems];
}

import { checkMappingDraft, mappingLineStates } from "~/domain/mapping-draft";
import type { Result } from "~/domain/problem";
import { type LineQuery, pageOfLines } from "~/routes/relations/line-query";
import type { ShownMappingLine, showMapping } from "~/use-cases/mappings.server";

type Shown = Awaited<ReturnType<typeof showMapping>> extends Result<infer T> ? T : never;

/** What the page shows of a mapping's draft: one page of its lines, what is open, what keeps it from publishing. */
export function mappingPage(shown: Shown, query: LineQuery) {
  const { lines, from, to } = shown;
  const isOpen = (line: ShownMappingLine) => line.state === "proposed";
  const filters = [
    { name: "open", passes: isOpen },
    { name: "all", passes: () => true },
    ...mappingLineStates
      .filter((each) => each !== "proposed")
      .map((name) => ({ name, passes: (line: ShownMappingLine) => line.state === name })),
  ];
  const keys = (items: readonly { key: string }[]) => items.map((each) => each.key);
  const drafted = lines.map((line) => ({
    ...line,
    requirement: line.requirement?.key ?? "",
    questions: keys(line.questions),
  }));
  const choices = ({ items }: Shown["from"]) =>
    items.map(({ key, no, text }) => ({ key, no, text: text.slice(0, 60) }));
  return {
    id: shown.id,
    title: shown.title,
    state: shown.state,
    version: shown.version,
    total: lines.length,
    confirmed: lines.filter((each) => !isOpen(each)).length,
    printed: lines.filter((each) => isOpen(each) && each.isPrinted).length,
    ...pageOfLines(lines, filters, query),
    // why only when asked: every item of both sides is a long list, and only a new line needs it.
    choices: query.line === "new" ? { from: choices(from), to: choices(to) } : null,
    problems: checkMappingDraft(
      { lines: drafted },
      { from: new Set(keys(from.items)), to: new Set(keys(to.items)) },
    ),
  };
}
export type MappingPage = ReturnType<typeof mappingPage>;

import { checkCrosswalk, crosswalkRelations } from "~/domain/crosswalk";
import type { Result } from "~/domain/problem";
import { type LineQuery, pageOfLines } from "~/routes/relations/line-query";
import type { ShownCrosswalkLine, showCrosswalk } from "~/use-cases/crosswalks.server";

type Shown = Awaited<ReturnType<typeof showCrosswalk>> extends Result<infer T> ? T : never;

/** What the page shows of a crosswalk's draft: one page of its lines, what is open, what keeps it from publishing. */
export function crosswalkPage(shown: Shown, query: LineQuery) {
  const { lines, from, to } = shown;
  const isOpen = (line: ShownCrosswalkLine) => line.confirmedBy === null;
  const filters = [
    { name: "open", passes: isOpen },
    { name: "all", passes: () => true },
    ...crosswalkRelations.map((name) => ({
      name,
      passes: (line: ShownCrosswalkLine) => line.relation === name,
    })),
  ];
  const keys = (items: readonly { key: string }[]) => items.map((each) => each.key);
  const drafted = lines.map((line) => ({ ...line, from: keys(line.from), to: keys(line.to) }));
  const open = lines.find((each) => each.id === query.line) ?? null;
  const choices = ({ items }: Shown["from"]) =>
    items.map(({ key, no, text }) => ({ key, no, text: text.slice(0, 60) }));
  return {
    id: shown.id,
    title: shown.title,
    state: shown.state,
    version: shown.version,
    createdBy: shown.createdBy,
    createdAt: shown.createdAt,
    total: lines.length,
    confirmed: lines.filter((each) => !isOpen(each)).length,
    certain: lines.filter((each) => isOpen(each) && each.isCertain).length,
    ...pageOfLines(lines, filters, query),
    open,
    // why only then: every item of both versions is a long list, and only the form of a line needs it.
    choices: open ? { from: choices(from), to: choices(to) } : null,
    problems: checkCrosswalk(drafted, { from: keys(from.items), to: keys(to.items) }),
  };
}
export type CrosswalkPage = ReturnType<typeof crosswalkPage>;

import type { LoaderFunctionArgs } from "@remix-run/node";
import type { CoverageCell } from "~/domain/coverage";
import { assertNever } from "~/domain/problem";
import { fileReply } from "~/file-reply.server";
import { refuse } from "~/http.server";
import { type Words, wordsOf } from "~/messages/words";
import { askedDates } from "~/past-view.server";
import { type Labels, partyWord } from "~/routes/role-sheet/party-words";
import { requireScope } from "~/scope.server";
import { showCoverage } from "~/use-cases/coverage.server";
import { tableAsCsv, tableAsXlsx } from "~/workbook/table-file.server";

/** The coverage of a day as a file: a row each item, a column each contract, and whether somebody is missing. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope, language } = await requireScope(request, context, "viewer");
  const asked = new URL(request.url).searchParams;
  const dates = askedDates(request.url);
  const shown = await showCoverage(ports, scope, { ...dates, situation: asked.get("when") ?? "" });
  if (!shown.ok) throw refuse(shown.problems);
  const words = wordsOf(language);
  const { contracts, coverage, situation, day } = shown.value;
  const headings = [
    { key: "no", heading: words.roles.column.no },
    { key: "label", heading: words.roles.column.label },
    { key: "state", heading: words.coverage.state },
    ...contracts.map((each) => ({ key: each.contractId, heading: `${each.title}（${each.vendor}）` })),
  ];
  const rows = coverage.rows.map((row) => ({
    no: row.no,
    label: row.label,
    state: row.isNobody ? words.coverage.nobody : row.twice.length > 0 ? words.coverage.twice : "",
    ...Object.fromEntries(
      contracts.map((each, at) => [
        each.contractId,
        wordOf(words, each, row.cells[at] ?? { kind: "no-sheet" }),
      ]),
    ),
  }));
  const name = words.coverage.exportName(words.coverage.situations[situation], day);
  return asked.get("as") === "csv"
    ? fileReply(tableAsCsv(headings, rows), `${name}.csv`)
    : fileReply(await tableAsXlsx(words.coverage.title, headings, rows), `${name}.xlsx`);
}

function wordOf(words: Words, labels: Labels, cell: CoverageCell): string {
  const { coverage } = words;
  const named = (each: { party: Parameters<typeof partyWord>[2]; thirdPartyName: string }) =>
    [partyWord(words, labels, each.party), each.thirdPartyName].filter((part) => part !== "").join(" ");
  switch (cell.kind) {
    case "no-sheet":
      return coverage.noSheet;
    case "no-row":
      return cell.leftOutReason === "" ? coverage.noRow : `${coverage.leftOut}：${cell.leftOutReason}`;
    case "nobody":
      return coverage.nobody;
    case "party":
      return named(cell);
    case "split":
      return cell.parties.map((each) => `${named(each)}（${each.sheet}）`).join("、");
    default:
      return assertNever(cell);
  }
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { dayInTokyo } from "~/domain/day";
import { fileReply } from "~/file-reply.server";
import { wordsOf } from "~/messages/words";
import { askedDates } from "~/past-view.server";
import { readSheetPage } from "~/routes/role-sheet/page.server";
import { cellWord, partyWord } from "~/routes/role-sheet/party-words";
import { requireScope } from "~/scope.server";
import { tableAsCsv, tableAsXlsx } from "~/workbook/table-file.server";

const columns = [
  "no",
  "label",
  "content",
  "firstCheck",
  "firstCheckOn",
  "completedOn",
  "party",
  "thirdPartyName",
  "emergencyParty",
  "endParty",
  "what",
  "cost",
  "deadline",
  "clause",
  "evidence",
  "remark",
  "leftOutReason",
] as const;

/** The rows of the sheet, or of one revision of it, as a file in the visitor's language (`as=xlsx` or `as=csv`). */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  const asked = new URL(request.url).searchParams;
  const page = await readSheetPage(visit, params.id ?? "", {
    revision: asked.get("revision") ?? "",
    row: "",
    ...askedDates(request.url),
  });
  const words = wordsOf(visit.language);
  const { roles } = words;
  const headings = columns.map((key) => ({ key, heading: roles.column[key] }));
  const rows = page.rows.map((row) => ({
    no: row.no,
    label: row.label,
    content: row.content,
    firstCheck: roles.firstChecks[row.firstCheck],
    firstCheckOn: row.firstCheckOn,
    completedOn: row.completedOn,
    party: partyWord(words, page.sheet, row.party),
    thirdPartyName: row.thirdPartyName,
    emergencyParty:
      row.emergencyParty === "" ? "" : cellWord(words, page.sheet, "emergencyParty", row.emergencyParty),
    endParty: row.endParty === "" ? "" : cellWord(words, page.sheet, "endParty", row.endParty),
    what: row.what,
    cost: row.cost === "" ? "" : roles.costs[row.cost],
    deadline: row.deadline,
    clause: row.clause,
    evidence: row.evidence,
    remark: row.remark,
    leftOutReason: row.leftOutReason,
  }));
  const name = roles.exportName(page.sheet.title, dayInTokyo(visit.ports.now()));
  return asked.get("as") === "csv"
    ? fileReply(tableAsCsv(headings, rows), `${name}.csv`)
    : fileReply(await tableAsXlsx(page.sheet.title, headings, rows), `${name}.xlsx`);
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import type { SituationParty } from "~/domain/role-sheet";
import { refuse } from "~/http.server";
import { wordsOf } from "~/messages/words";
import { inChargeQuery, inChargeState } from "~/routes/in-charge/asked";
import { type Labels, partyWord } from "~/routes/role-sheet/party-words";
import { requireScope } from "~/scope.server";
import { tableReply } from "~/table-reply.server";
import { showInCharge } from "~/use-cases/in-charge.server";

/** More rows than this are cut; a hospital has thousands at the most. */
const MAX_ROWS = 20_000;

/** What the page shows, all its rows, as xlsx, CSV or JSON; the two dates stand in every row. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope, language } = await requireScope(request, context, "viewer");
  const query = { ...inChargeQuery(inChargeState(request.url), MAX_ROWS), page: 1 };
  const shown = await showInCharge(ports, scope, query);
  if (!shown.ok) throw refuse(shown.problems);
  const { dates, rows } = shown.value;
  const words = wordsOf(language);
  const { inCharge, dates: dateWords, tabs } = words.overTime;
  const situation = (labels: Labels, said: SituationParty) =>
    said === "" || said === "same" ? words.roles.situationParties[said] : partyWord(words, labels, said);
  return tableReply(request.url, {
    title: tabs.inCharge,
    name: inCharge.exportName(dates.day),
    columns: [
      { key: "day", heading: dateWords.day },
      { key: "knownOn", heading: dateWords.knownOn },
      { key: "contract", heading: words.nouns.contract.one },
      { key: "vendor", heading: words.overTime.vendor },
      { key: "no", heading: inCharge.columns.no },
      { key: "label", heading: inCharge.columns.label, width: 40 },
      { key: "party", heading: inCharge.columns.party },
      { key: "thirdParty", heading: words.roles.column.thirdPartyName },
      { key: "emergency", heading: words.roles.column.emergencyParty },
      { key: "end", heading: words.roles.column.endParty },
      { key: "leftOut", heading: inCharge.leftOut },
      { key: "what", heading: inCharge.columns.what, width: 40 },
      { key: "clause", heading: words.roles.column.clause },
      { key: "revision", heading: inCharge.columns.proof },
      { key: "effectiveFrom", heading: words.contracts.stateColumns.from },
    ],
    rows: rows.map((row) => ({
      day: dates.day,
      knownOn: dates.knownOn,
      contract: row.sheet.contractNumber,
      vendor: row.sheet.vendorName,
      no: row.no,
      label: row.label,
      party: partyWord(words, row.sheet, row.party),
      thirdParty: row.thirdPartyName,
      emergency: situation(row.sheet, row.emergencyParty),
      end: situation(row.sheet, row.endParty),
      leftOut: row.leftOutReason,
      what: row.what,
      clause: row.clause,
      revision: row.sheet.revisionNo,
      effectiveFrom: row.sheet.effectiveFrom,
    })),
  });
}

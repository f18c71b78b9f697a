import type { LoaderFunctionArgs } from "@remix-run/node";
import { dayInTokyo } from "~/domain/day";
import { refuse } from "~/http.server";
import { wordsOf } from "~/messages/words";
import { auditFilter, auditState } from "~/routes/audit-log/asked";
import { requireScope } from "~/scope.server";
import { tableReply } from "~/table-reply.server";
import { exportAudit } from "~/use-cases/audit-log.server";

/** Columns of the export by the names that docs/audit.md explains: whoever checks the chain needs exactly these. */
const columns = [
  "seq",
  "recordedAt",
  "by",
  "accountId",
  "via",
  "address",
  "verb",
  "noun",
  "recordId",
  "change",
  "hospitalId",
  "previous",
  "hash",
] as const;

/** What the list shows, whole: CSV for people, JSON for checking. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope, language } = await requireScope(request, context, "audit:export");
  const exported = await exportAudit(ports, scope, { filter: auditFilter(auditState(request.url)) });
  if (!exported.ok) throw refuse(exported.problems);
  const words = wordsOf(language).auditLog;
  return tableReply(request.url, {
    title: words.title,
    name: words.exportName(dayInTokyo(ports.now())),
    columns: columns.map((key) => ({ key, heading: key })),
    rows: exported.value,
  });
}

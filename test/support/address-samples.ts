import type { BuiltRoute } from "./built-routes";
import type { TestPorts } from "./ports";

/**
 * Where the parameters of an address come from: for each beginning of an address, what finds its records in the demo
 * hospital, parameters in their order. The longest beginning counts; a route without one fails the tests that walk.
 */
const found: Readonly<Record<string, string>> = {
  "export/:noun": "SELECT 'vendor' UNION SELECT 'system'",
  "catalogues/drafts/:id":
    "SELECT id FROM catalogue_draft WHERE kind NOT IN ('mapping', 'crosswalk') ORDER BY state",
  "catalogues/crosswalks/:id": "SELECT id FROM catalogue_draft WHERE kind = 'crosswalk'",
  "catalogues/mappings/:id": "SELECT id FROM catalogue_draft WHERE kind = 'mapping'",
  "catalogues/:ref": "SELECT 'mhlw-guideline@7.0' UNION SELECT 'in-house-product@1.0'",
  "catalogues/:ref/blank": "SELECT 'in-house-product@1.0'",
  "disclosures/:id": "SELECT id FROM disclosure",
  "checklist-responses/:id": "SELECT id FROM checklist_response",
  "procurements/:id": "SELECT id FROM procurement",
  "selection-points/:disclosureId": "SELECT id FROM disclosure",
  "contracts/:id": "SELECT contract_id FROM subcontractor GROUP BY contract_id",
  "contract-documents/:documentId": "SELECT id FROM contract_document",
  "subcontractors/:subcontractorId": "SELECT id FROM subcontractor",
  "vendors/:id": "SELECT id FROM vendor",
  "contacts/:id": "SELECT id FROM vendor_contact",
  "products/:id": "SELECT id FROM product",
  "versions/:id": "SELECT id FROM product_version",
  "systems/:id": "SELECT id FROM system",
  "servers/:id": "SELECT id FROM server",
  "servers/:serverId/updates": "SELECT id FROM server",
  "server-list/:declarationId": "SELECT id FROM server_declaration",
  "connections/:connectionId": "SELECT id FROM connection",
  "joints/:jointId": "SELECT id FROM system_joint",
  "role-sheets/:id": "SELECT id FROM role_sheet",
  "papers/:id": "SELECT id FROM paper_draft",
  "papers/:id/files/:file": "SELECT id, 'draft.docx' FROM paper_draft",
  "issued/:paperId": "SELECT id FROM paper",
  "issued/:paperId/files/:file": "SELECT id, 'paper.docx' FROM paper",
  "issued/:paperId/signed-copies/:copyId": "SELECT paper_id, id FROM paper_signed_copy",
  "paper-templates/drafts/:id": "SELECT id FROM annex_template_draft",
  "paper-templates/versions/:id": "SELECT id FROM annex_template_version",
  "calendar/:file": "SELECT 'nothing.ics'",
  "decisions/:id": "SELECT id FROM decision",
  "decisions/:id/files/:fileId": "SELECT decision.id, original_file.id FROM decision, original_file",
  "assessments/:disclosureId": "SELECT id FROM disclosure",
  "binders/:id": "SELECT id FROM binder",
  "intakes/:id": "SELECT id FROM intake WHERE state = 'review' AND summary LIKE 'MDS%'",
  "intakes/:id/next": "SELECT id FROM intake WHERE summary = 'by-hand'",
  "intakes/:id/checklist": "SELECT id FROM intake WHERE summary LIKE '%checklist%'",
  "intakes/:id/role-sheet": "SELECT id FROM intake WHERE summary LIKE '%role%'",
  "intakes/:id/pages/:page": "SELECT id, '1' FROM intake WHERE summary = 'by-hand'",
  "files/:id": "SELECT id FROM original_file",
  "imports/:id": "SELECT id FROM import_batch",
  "incidents/:id": "SELECT incident_id FROM incident_entry",
  "two-factor/:systemId": "SELECT id FROM system",
  "join/:token": "SELECT 'nothing'",
  "people/:id": "SELECT id FROM account ORDER BY sign_in_name = 'demo-admin', sign_in_name",
  "requests/outbox/:mailId": "SELECT id FROM mail ORDER BY state = 'waiting' DESC",
  "requests/rounds/:roundId": "SELECT id FROM request_round",
  "requests/:requestId": "SELECT id FROM request ORDER BY state = 'submitted' DESC",
  "self-checks/:id": "SELECT id FROM own_checklist",
  "measures/:systemId": "SELECT id FROM system",
  "surveys/:year": "SELECT '2026'",
  "r/:token": "SELECT 'nothing'",
  "r/desk/:requestId": "SELECT '@desk'",
  "r/desk/:requestId/receipt": "SELECT '@submitted'",
  "r/desk/:requestId/files/:fileId": "SELECT '@desk', id FROM request_file WHERE request_id = '@desk'",
  "r/desk/:requestId/submissions/:submissionId":
    "SELECT '@submitted', id FROM request_submission WHERE request_id = '@submitted'",
  "*": "SELECT 'no-such-page'",
};

const PARAMETER = /:[A-Za-z]+|\*$/g;

/**
 * Addresses of one route, filled with records of this database.
 * @param options.desks requests whose desks `@desk` and `@submitted` stand for
 * @throws when nothing says where the route's parameters come from, or when the demo has no such record
 */
export async function samplesOf(
  ports: TestPorts,
  route: BuiltRoute,
  options: { count: number; desks: { desk: string; submitted: string } },
): Promise<string[]> {
  const names = route.address.match(PARAMETER) ?? [];
  if (names.length === 0) return [`/${route.address}`];
  const begin = Object.keys(found)
    .filter((each) => route.address === each || route.address.startsWith(`${each}/`))
    .sort((a, b) => b.length - a.length)[0];
  const sql = begin === undefined ? undefined : filled(found[begin] ?? "", options.desks);
  if (sql === undefined) throw new Error(`nothing says what stands for the parameters of ${route.address}`);
  const { rows } = await ports.db.$client.execute(`SELECT * FROM (${sql}) LIMIT ${options.count}`);
  if (rows.length === 0) throw new Error(`the demo has no record for ${route.address}`);
  return rows.map((row) => {
    const values = Object.values(row).map(String);
    if (values.length < names.length) throw new Error(`too few parameters for ${route.address}`);
    return `/${route.address.replaceAll(PARAMETER, () => encodeURIComponent(values.shift() ?? ""))}`;
  });
}

function filled(sql: string, desks: { desk: string; submitted: string }): string {
  return sql.replaceAll("@desk", desks.desk).replaceAll("@submitted", desks.submitted);
}

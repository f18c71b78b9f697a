import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { documentsOfProduct } from "#db/queries/product-documents.server";
import { ArchivedNote } from "~/components/archived-note";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { may } from "~/domain/rights";
import { refuse, reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { recordPath } from "~/register-paths";
import { nounOfRequest, readRecordPage } from "~/registers.server";
import { requireScope } from "~/scope.server";
import { showRecord } from "~/use-cases/registers.server";
import { ChildPanel } from "./child-panel";
import { DocumentsPanel } from "./documents-panel";
import { RecordFacts } from "./record-facts";
import { RecordHistory } from "./record-history";
import { requestsOfRecord } from "./requests-of-record.server";
import { RequestsPanel } from "./requests-panel";
import { updatesNow } from "./updates-now.server";
import { UpdatesPanel } from "./updates-panel";

export const meta = pageTitle<typeof loader>((_words, data) => data?.title ?? "");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  const noun = nounOfRequest(request);
  const found = await showRecord(visit.ports, visit.scope, { noun, id: params.id ?? "" });
  if (!found.ok) throw refuse(found.problems);
  const page = await readRecordPage(visit, noun, found.value);
  const { id } = found.value;
  const documents = noun === "product" ? await documentsOfProduct(visit.ports.db, visit.scope, id) : [];
  const requests = await requestsOfRecord(visit, noun, id);
  const updates = noun === "server" ? await updatesNow(visit, id) : null;
  return reply({ ...page, documents, requests, updates, mayEdit: may(visit.scope, "register:write") });
}

export default function RegisterRecordPage() {
  const words = useWords();
  const page = useLoaderData<typeof loader>();
  const { noun, record, mayEdit } = page;
  const isArchived = record.archivedAt !== null;
  return (
    <div className="stack">
      <PageHead title={page.title} crumbs={[...page.crumbs, { label: page.title }]}>
        {noun === "vendor" && (
          <Link className="button" to={`${recordPath(noun, record.id)}/names`}>
            {words.contractRecords.vendorNamesTitle}
          </Link>
        )}
        {mayEdit && !isArchived && (
          <Link className="button primary" to={`${recordPath(noun, record.id)}/edit`}>
            {words.actions.edit}
          </Link>
        )}
      </PageHead>
      {isArchived && (
        <ArchivedNote
          sentence={words.registers.isArchived}
          action={`${recordPath(noun, record.id)}/edit`}
          version={record.version}
          mayRestore={mayEdit}
        />
      )}
      <RecordFacts noun={noun} values={record.values} references={page.references} />
      {page.updates && <UpdatesPanel {...page.updates} />}
      {page.children.map((child) => (
        <ChildPanel key={child.noun} child={child} parentId={record.id} mayAdd={mayEdit && !isArchived} />
      ))}
      {noun === "product" && <DocumentsPanel documents={page.documents} />}
      {page.requests && <RequestsPanel requests={page.requests} mayAsk={mayEdit && !isArchived} />}
      <RecordHistory noun={noun} lines={page.history} />
    </div>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ContractHeading } from "~/components/contract-tabs";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { readFormWithFile } from "~/form-with-file.server";
import { redirectTo, reply, replyProblems } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import type { Upload } from "~/uploads.server";
import { correctClause, quoteClause } from "~/use-cases/contract-clauses.server";
import { fileContractDocument, withdrawContractDocument } from "~/use-cases/contract-documents.server";
import type { Ports } from "~/use-cases/ports.server";
import { MAX_WORKBOOK_BYTES } from "~/use-cases/receive.server";
import { ClausesPanel } from "./clauses-panel";
import { DocumentsPanel } from "./documents-panel";
import { type DocumentsPage, readDocumentsPage } from "./page.server";

export const meta = pageTitle<typeof loader>((words, data) =>
  data ? `${data.head.title} ${words.contractRecords.tabs.documents}` : "",
);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  return reply(await readDocumentsPage(visit, params.id ?? ""));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "contract:write");
  const contractId = params.id ?? "";
  const sent = await readFormWithFile(request, "file", MAX_WORKBOOK_BYTES);
  if (!sent.ok) return replyProblems(sent.problems, { typed: { intent: "file" } });
  const { fields, file } = sent.value;
  const saved = await carryOut(ports, scope, { contractId, fields, file });
  if (!saved.ok) return replyProblems(saved.problems, { typed: { intent: "", ...fields } });
  return redirectTo(`/contracts/${contractId}/documents`);
}

type Sent = { contractId: string; fields: Record<string, string>; file: Upload | null };

/** What the pressed button asks for. */
async function carryOut(ports: Ports, scope: Scope, sent: Sent): Promise<Result<unknown>> {
  const { contractId, fields, file } = sent;
  const of = (name: string) => fields[name] ?? "";
  const raw = {
    kind: of("kind"),
    number: of("number"),
    quote: of("quote"),
    documentId: of("documentId"),
    page: of("page"),
    revisionId: of("revisionId"),
  };
  const corrected = { clauseId: of("clauseId"), reason: of("reason"), raw };
  switch (fields.intent) {
    case "file": {
      const document = { kind: of("kind"), title: of("title"), datedOn: of("datedOn"), note: of("note") };
      return fileContractDocument(ports, scope, { contractId, raw: document, file });
    }
    case "withdraw":
      return withdrawContractDocument(ports, scope, { documentId: of("documentId"), reason: of("reason") });
    case "quote":
      return quoteClause(ports, scope, { contractId, key: null, raw });
    case "reword":
      return quoteClause(ports, scope, { contractId, key: of("key"), raw });
    case "correct":
      return correctClause(ports, scope, { ...corrected, isRepealed: false });
    case "repeal":
      return correctClause(ports, scope, { ...corrected, isRepealed: true });
    default:
      return fields.intent === undefined ? failed(problem("form-unreadable")) : done(null);
  }
}

export default function ContractDocumentsPage() {
  const { contractRecords: text } = useWords();
  const page: DocumentsPage = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const typed = refused
    ? { intent: refused.typed.intent, values: refused.typed, problems: refused.problems }
    : null;
  return (
    <div className="stack">
      <ContractHeading head={page.head} tab="documents" />
      <ProblemSummary
        problems={refused?.problems}
        labels={{
          file: text.file,
          kind: typed?.intent === "file" ? text.documentKind : text.clauseKind,
          number: text.clauseNumber,
          quote: text.quote,
          documentId: text.clauseDocument,
          page: text.page,
          reason: text.reason,
          revisionId: text.clauseRevision,
        }}
      />
      <DocumentsPanel page={page} typed={typed} />
      <ClausesPanel page={page} typed={typed} />
    </div>
  );
}

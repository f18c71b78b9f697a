import { Form } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { Field, FieldScope } from "~/components/field";
import { LongField, OptionField, optionsOf, type RawValues, TextField } from "~/components/plain-fields";
import { ScanState } from "~/components/scan-state";
import { useLanguage, useWords } from "~/components/words";
import { contractDocumentKinds } from "~/domain/contract-document";
import type { Problem } from "~/domain/problem";
import { formatDay } from "~/messages/days";
import type { DocumentsPage } from "./page.server";

type Typed = { intent: string; values: RawValues; problems: readonly Problem[] } | null;

/** The files of a contract, with a form for one more. Withdrawn ones stay and say so. */
export function DocumentsPanel({ page, typed }: { page: DocumentsPage; typed: Typed }) {
  const words = useWords();
  const { contractRecords: text } = words;
  const language = useLanguage();
  const names = ["title", "kind", "datedOn", "pages", "sha256", "filed"] as const;
  return (
    <section className="panel">
      <h2>{text.documentsTitle}</h2>
      {page.documents.length === 0 ? (
        <p className="panel-text quiet">{text.documentsEmpty}</p>
      ) : (
        <DataTable
          caption={text.documentsTitle}
          columns={names.map((name) => ({ name, label: text.documentColumns[name] }))}
          rows={page.documents.map((each) => ({
            id: each.id,
            cells: {
              title: (
                <>
                  <a href={`/contract-documents/${each.id}`}>{each.title}</a>
                  <span className="quiet block">{each.fileName}</span>
                  <ScanState file={each} isBrief />
                  {each.withdrawnReason !== null && (
                    <span className="block">{text.withdrawn(each.withdrawnReason)}</span>
                  )}
                </>
              ),
              kind: text.documentKinds[each.kind],
              datedOn: each.datedOn ? formatDay(each.datedOn, language) : words.forms.notGiven,
              pages: each.pageCount === null ? words.forms.notGiven : text.pages(each.pageCount),
              sha256: <span className="num">{each.sha256.slice(0, 12)}…</span>,
              filed: <span className="num">{each.filedOn}</span>,
            },
          }))}
        />
      )}
      {page.head.mayEdit && <AddDocument typed={typed} count={page.documents.length} />}
      {page.head.mayEdit && <WithdrawPanel page={page} />}
    </section>
  );
}

/** @param props.count documents filed so far: after one more the form is a fresh one, closed and empty */
function AddDocument({ typed, count }: { typed: Typed; count: number }) {
  const words = useWords();
  const { contractRecords: text } = words;
  const isMine = typed?.intent === "file";
  const shared = {
    values: isMine ? typed.values : {},
    problems: isMine ? typed.problems : undefined,
  };
  return (
    <FieldScope.Provider value={isMine ? "" : "document-"}>
      <details key={count} className="confirm" open={isMine}>
        <summary>{text.addDocument}</summary>
        <Form method="post" encType="multipart/form-data" className="stack form confirm-body" noValidate>
          <input type="hidden" name="intent" value="file" />
          <Field name="file" label={text.file} hint={text.fileHint} isRequired problems={shared.problems}>
            {(control) => <input {...control} type="file" />}
          </Field>
          <OptionField
            {...shared}
            name="kind"
            label={text.documentKind}
            options={optionsOf(contractDocumentKinds, text.documentKinds)}
            isRequired
          />
          <TextField {...shared} name="title" label={text.documentTitle} hint={text.documentTitleHint} />
          <TextField {...shared} name="datedOn" type="date" label={text.datedOn} />
          <LongField {...shared} name="note" label={text.note} rows={2} />
          <p>
            <button type="submit" className="button">
              {text.addDocument}
            </button>
          </p>
        </Form>
      </details>
    </FieldScope.Provider>
  );
}

function WithdrawPanel({ page }: { page: DocumentsPage }) {
  const words = useWords();
  const { contractRecords: text } = words;
  const counting = page.documents.filter((each) => each.withdrawnSeq === null);
  if (counting.length === 0) return null;
  return (
    <details className="confirm">
      <summary>{text.withdraw}</summary>
      <Form method="post" encType="multipart/form-data" className="stack form confirm-body">
        <p>{text.withdrawWhat}</p>
        <input type="hidden" name="intent" value="withdraw" />
        <label className="field">
          {text.sourceDocument}
          <select name="documentId" required defaultValue="">
            <option value="">{words.forms.choose}</option>
            {counting.map((each) => (
              <option key={each.id} value={each.id}>
                {each.title}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          {text.withdrawReason}
          <input type="text" name="reason" required maxLength={400} />
        </label>
        <p>
          <button type="submit" className="button">
            {text.withdraw}
          </button>
        </p>
      </Form>
    </details>
  );
}

import { Form } from "@remix-run/react";
import { Tag } from "~/components/badges";
import { FieldScope } from "~/components/field";
import { LongField, OptionField, optionsOf, type RawValues, TextField } from "~/components/plain-fields";
import { useWords } from "~/components/words";
import { clauseKinds } from "~/domain/contract-clause";
import type { Problem } from "~/domain/problem";
import { formatMoment } from "~/messages/days";
import type { DocumentsPage } from "./page.server";

type Clause = DocumentsPage["clauses"][number];
type Typed = { intent: string; values: RawValues; problems: readonly Problem[] } | null;

/** Clauses that stand today, each with its document and page; former wordings below. */
export function ClausesPanel({ page, typed }: { page: DocumentsPage; typed: Typed }) {
  const { contractRecords: text } = useWords();
  const { mayEdit } = page.head;
  return (
    <section className="panel" id="clauses">
      <h2>{text.clausesTitle}</h2>
      {page.clauses.length === 0 && <p className="panel-text quiet">{text.clausesEmpty}</p>}
      <ul className="clauses">
        {page.clauses.map((clause) => (
          <li key={clause.id}>
            <Quotation clause={clause} />
            {mayEdit && <ChangeClause clause={clause} page={page} typed={typed} />}
          </li>
        ))}
      </ul>
      {mayEdit && (
        <ClauseForm
          title={text.addClause}
          fields={{ intent: "quote" }}
          values={{ revisionId: page.head.revisionId }}
          page={page}
          typed={typed?.intent === "quote" ? typed : null}
          buttons={[{ intent: "quote", label: text.addClause }]}
        />
      )}
      {page.others.length > 0 && (
        <details className="panel-text">
          <summary>{text.earlierWordings}</summary>
          <ul className="clauses">
            {page.others.map((clause) => (
              <li key={clause.id} className="is-later">
                <Quotation clause={clause} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Quotation({ clause }: { clause: Clause }) {
  const { contractRecords: text } = useWords();
  const page = clause.page === null ? "" : String(clause.page);
  return (
    <>
      <p>
        <Tag>{text.clauseKinds[clause.kind]}</Tag> <b>{clause.number}</b>{" "}
        {clause.documentId && clause.documentTitle ? (
          <a href={`/contract-documents/${clause.documentId}`}>{text.place(clause.documentTitle, page)}</a>
        ) : (
          <span className="quiet">{text.noDocument}</span>
        )}
        {clause.isRepealed && <Tag>{text.repeal}</Tag>}
      </p>
      <blockquote>{clause.quote}</blockquote>
      <p className="quiet">
        {text.recordedBy(formatMoment(clause.recordedAt), clause.recordedBy ?? text.unknownPerson)}
        {clause.reason !== "" && `　${clause.reason}`}
      </p>
    </>
  );
}

/** One form for what can happen to a quoted clause; the button says which. */
function ChangeClause({ clause, page, typed }: { clause: Clause; page: DocumentsPage; typed: Typed }) {
  const { contractRecords: text } = useWords();
  const isMine = typed?.values.clauseId === clause.id;
  return (
    <ClauseForm
      title={`${text.correctClause}・${text.newWording}`}
      fields={{ clauseId: clause.id, key: clause.key }}
      values={{
        kind: clause.kind,
        number: clause.number,
        quote: clause.quote,
        documentId: clause.documentId ?? "",
        page: clause.page === null ? "" : String(clause.page),
        revisionId: clause.revisionId,
      }}
      page={page}
      typed={isMine ? typed : null}
      hasReason
      buttons={[
        { intent: "correct", label: text.correctClause },
        { intent: "reword", label: text.newWording },
        { intent: "repeal", label: text.repeal },
      ]}
    />
  );
}

function ClauseForm(props: {
  title: string;
  fields: Readonly<Record<string, string>>;
  values: RawValues;
  page: DocumentsPage;
  typed: Typed;
  hasReason?: boolean;
  buttons: readonly { intent: string; label: string }[];
}) {
  const words = useWords();
  const { contractRecords: text } = words;
  const shared = { values: props.typed?.values ?? props.values, problems: props.typed?.problems };
  const documents = props.page.documents
    .filter((each) => each.withdrawnSeq === null)
    .map(({ id, title }) => ({ value: id, label: title }));
  const { intent: _button, ...hidden } = props.fields;
  const scope = props.typed === null ? `${hidden.clauseId ?? "new"}-` : "";
  return (
    <FieldScope.Provider value={scope}>
      {/* why a key: after one more clause the form is a fresh one, closed and empty. */}
      <details key={props.page.clauses.length} className="confirm" open={props.typed !== null}>
        <summary>{props.title}</summary>
        <Form method="post" encType="multipart/form-data" className="stack form confirm-body" noValidate>
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <OptionField
            {...shared}
            name="kind"
            label={text.clauseKind}
            options={optionsOf(clauseKinds, text.clauseKinds)}
            isRequired
          />
          <TextField
            {...shared}
            name="number"
            label={text.clauseNumber}
            hint={text.clauseNumberHint}
            isRequired
          />
          <LongField {...shared} name="quote" label={text.quote} hint={text.quoteHint} rows={4} isRequired />
          <OptionField
            {...shared}
            name="documentId"
            label={text.clauseDocument}
            options={documents}
            first={words.forms.none}
            isList
          />
          <TextField {...shared} name="page" type="number" label={text.page} hint={text.pageHint} />
          <OptionField
            {...shared}
            name="revisionId"
            label={text.clauseRevision}
            hint={text.clauseRevisionHint}
            options={props.page.revisions}
            isList
            isRequired
          />
          {props.hasReason && (
            <TextField {...shared} name="reason" label={text.reason} hint={text.repealWhat} />
          )}
          <p className="button-row">
            {props.buttons.map(({ intent, label }) => (
              <button key={intent} type="submit" name="intent" value={intent} className="button">
                {label}
              </button>
            ))}
          </p>
        </Form>
      </details>
    </FieldScope.Provider>
  );
}

import { Form, Link } from "@remix-run/react";
import { Tag } from "~/components/badges";
import { DataTable } from "~/components/data-table";
import { Field } from "~/components/field";
import { ProblemSummary } from "~/components/problem-summary";
import { useLanguage, useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import type { CopyRelation } from "~/domain/signed-copy";
import { formatDay, formatMoment } from "~/messages/days";

type Copy = {
  id: string;
  fileName: string;
  sha256: string;
  relation: CopyRelation;
  signedOn: string;
  note: string;
  attachedAt: string;
  attachedByName: string | null;
};
type Props = {
  page: { paper: { id: string }; copies: Copy[]; mayEdit: boolean; maySign: boolean };
  refused: { problems: Problem[]; typed: { signedOn: string; note: string } } | undefined;
};

/** 署名・押印した写し: what came back for this issue, newest first, and the form for another. */
export function SignedCopies({ page, refused }: Props) {
  const words = useWords();
  const language = useLanguage();
  const { copies: text } = words.verify;
  return (
    <section className="panel stack anchor" id="signed-copies">
      <h2>{text.title}</h2>
      {page.copies.length === 0 ? (
        <p className="quiet">{text.none}</p>
      ) : (
        <DataTable
          caption={text.title}
          columns={[
            { name: "file", label: text.file },
            { name: "signedOn", label: text.signedOn },
            { name: "relation", label: text.relation },
            { name: "by", label: text.attached },
            { name: "sha256", label: words.papers.sha256 },
          ]}
          rows={page.copies.map((each) => ({
            id: each.id,
            cells: {
              file: (
                <>
                  <a href={`/issued/${page.paper.id}/signed-copies/${each.id}`}>{each.fileName}</a>
                  {each.note !== "" && <span className="block quiet">{each.note}</span>}
                </>
              ),
              signedOn: formatDay(each.signedOn, language),
              relation: <Tag>{text.relations[each.relation]}</Tag>,
              by: (
                <>
                  {each.attachedByName ?? words.history.bySystem}
                  <span className="block num">{formatMoment(each.attachedAt)}</span>
                </>
              ),
              sha256: <code className="hash">{each.sha256}</code>,
            },
          }))}
        />
      )}
      {page.maySign && (
        <p>
          <Link className="button" to={`/issued/${page.paper.id}/sign`}>
            {words.verify.sign.link}
          </Link>
        </p>
      )}
      {page.mayEdit && <AttachForm refused={refused} />}
    </section>
  );
}

function AttachForm({ refused }: Pick<Props, "refused">) {
  const { copies: text } = useWords().verify;
  const problems = refused?.problems;
  return (
    <Form method="post" encType="multipart/form-data" className="form" noValidate>
      <ProblemSummary
        problems={problems}
        labels={{ file: text.file, signedOn: text.signedOn, note: text.note }}
      />
      <Field name="file" label={text.file} hint={text.fileHint} isRequired problems={problems}>
        {(control) => <input {...control} type="file" />}
      </Field>
      <Field name="signedOn" label={text.signedOn} isRequired problems={problems}>
        {(control) => <input {...control} type="date" defaultValue={refused?.typed.signedOn ?? ""} />}
      </Field>
      <Field name="note" label={text.note} problems={problems}>
        {(control) => <input {...control} type="text" defaultValue={refused?.typed.note ?? ""} />}
      </Field>
      <p>
        <button type="submit" className="button">
          {text.attach}
        </button>
      </p>
    </Form>
  );
}

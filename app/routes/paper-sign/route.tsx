import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { signedCopiesOf } from "#db/queries/signed-copies.server";
import { Field } from "~/components/field";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { problem } from "~/domain/problem";
import { readFormWithFile } from "~/form-with-file.server";
import { redirectTo, refuse, reply, replyProblems } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { showPaper } from "~/use-cases/papers.server";
import { MAX_KEY_FILE_BYTES, signIssuedPaper } from "~/use-cases/sign-paper.server";

export const meta = pageTitle<typeof loader>((words) => words.verify.sign.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "paper:issue");
  const shown = await showPaper(ports, scope, { paperId: params.paperId ?? "" });
  if (!shown.ok) throw refuse(shown.problems);
  const { id, printedNo, title, audience } = shown.value.paper;
  if (audience !== "contract") throw refuse([problem("not-found")]);
  const copies = await signedCopiesOf(ports.db, scope, id);
  const returned = copies.filter((each) => each.relation === "extended");
  return reply({
    paper: { id, name: `${printedNo}　${title}`.trim() },
    returned: returned.map((each) => ({ id: each.id, fileName: each.fileName })),
  });
}

/** 署名する. Neither the password nor the key file is sent back or kept. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "paper:issue");
  const paperId = params.paperId ?? "";
  const sent = await readFormWithFile(request, "keyFile", MAX_KEY_FILE_BYTES);
  if (!sent.ok) return replyProblems(sent.problems, { copyId: "" });
  const { fields, file } = sent.value;
  const copyId = fields.copyId ?? "";
  const password = fields.password ?? "";
  const signed = await signIssuedPaper(ports, scope, { paperId, copyId, keyFile: file, password });
  if (!signed.ok) return replyProblems(signed.problems, { copyId });
  return redirectTo(`/issued/${paperId}#signed-copies`);
}

export default function SignPaper() {
  const { verify, papers } = useWords();
  const { sign: text } = verify;
  const { paper, returned } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems;
  return (
    <div className="stack">
      <PageHead
        title={text.title}
        lead={paper.name}
        crumbs={[
          { to: "/papers?show=issued", label: papers.issued },
          { to: `/issued/${paper.id}`, label: paper.name },
          { label: text.title },
        ]}
      />
      <p>{text.lead}</p>
      <Form method="post" encType="multipart/form-data" className="form" noValidate>
        <ProblemSummary problems={problems} labels={{ keyFile: text.keyFile, password: text.password }} />
        <Field name="copyId" label={text.base} problems={problems}>
          {(control) => (
            <select {...control} defaultValue={refused?.copyId ?? ""}>
              <option value="">{text.baseIssued}</option>
              {returned.map((each) => (
                <option key={each.id} value={each.id}>
                  {text.baseCopy(each.fileName)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="keyFile" label={text.keyFile} hint={text.keyFileHint} isRequired problems={problems}>
          {(control) => <input {...control} type="file" accept=".p12,.pfx" />}
        </Field>
        <Field name="password" label={text.password} hint={text.passwordHint} problems={problems}>
          {(control) => <input {...control} type="password" autoComplete="off" />}
        </Field>
        <p className="quiet">{text.limits}</p>
        <p>
          <button type="submit" className="button primary">
            {text.submit}
          </button>
        </p>
      </Form>
    </div>
  );
}

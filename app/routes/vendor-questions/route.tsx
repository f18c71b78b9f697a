import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Field } from "~/components/field";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { done, problem } from "~/domain/problem";
import { redirectTo, refuse, reply, replyProblems } from "~/http.server";
import { pageTitle } from "~/page-title";
import { readFormParts } from "~/uploads.server";
import { MAX_REQUEST_FILE_BYTES } from "~/use-cases/request-course.server";
import { askHospital, showWhole } from "~/use-cases/vendor-answers.server";
import { attachFile, detachFile } from "~/use-cases/vendor-files.server";
import { requireDesk, wholeDeskOnly } from "~/vendor-visit.server";
import { KeptFiles } from "../vendor-answers/item-files";
import { Lines } from "../vendor-answers/item-thread";
import { useDesk } from "../vendor-desk/desk";
import { DeskPage } from "../vendor-desk/desk-page";

export const meta = pageTitle((words) => words.vendorDesk.questions.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const desk = await requireDesk(request, context, params.requestId);
  wholeDeskOnly(desk);
  const whole = await showWhole(desk.ports, desk.scope);
  if (!whole.ok) throw refuse(whole.problems);
  return reply(whole.value);
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope, path } = await requireDesk(request, context, params.requestId);
  const parts = await readFormParts(request, MAX_REQUEST_FILE_BYTES);
  if (!parts.ok) return replyProblems(parts.problems, { text: "" });
  const text = parts.value.fields.get("text")?.[0] ?? "";
  const [intent, fileId = ""] = (parts.value.fields.get("intent")?.[0] ?? "ask").split(":");
  const [file] = parts.value.files;
  const missing = problem("file-missing", {}, "file");
  const result =
    intent === "detach"
      ? await detachFile(ports, scope, { fileId })
      : intent === "attach"
        ? file
          ? await attachFile(ports, scope, { itemKey: "", file })
          : { ok: false as const, problems: [missing] }
        : text.trim() === "" && file
          ? done(null)
          : await askHospital(ports, scope, { itemKey: "", text });
  return result.ok ? redirectTo(`${path}/questions`) : replyProblems(result.problems, { text });
}

export default function VendorQuestions() {
  const { questions, item } = useWords().vendorDesk;
  const { messages, files } = useLoaderData<typeof loader>();
  const { isEditable } = useDesk();
  const found = useActionData<typeof action>();
  return (
    <DeskPage title={questions.title} lead={questions.lead}>
      <ProblemSummary problems={found?.problems} labels={{ text: item.question, file: questions.file }} />
      {messages.length === 0 ? <p className="quiet">{questions.empty}</p> : <Lines messages={messages} />}
      <Form key={messages.length} method="post" encType="multipart/form-data" className="stack form">
        <Field name="text" label={item.question} problems={found?.problems}>
          {(control) => <textarea {...control} rows={4} maxLength={4000} defaultValue={found?.text ?? ""} />}
        </Field>
        <p>
          <button type="submit" name="intent" value="ask" className="button primary">
            {item.ask}
          </button>
        </p>
      </Form>
      <section className="panel desk-panel">
        <h2>{questions.filesTitle}</h2>
        {files.length === 0 && <p className="quiet">{questions.filesEmpty}</p>}
        <Form key={files.length} method="post" encType="multipart/form-data" className="stack">
          <KeptFiles files={files} />
          {isEditable && (
            <Field name="file" label={questions.file} problems={found?.problems}>
              {(control) => <input {...control} type="file" />}
            </Field>
          )}
          {isEditable && (
            <p>
              <button type="submit" name="intent" value="attach" className="button">
                {item.attach}
              </button>
            </p>
          )}
        </Form>
      </section>
    </DeskPage>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { choicesOf } from "#db/queries/registers.server";
import { AudienceTag } from "~/components/audience-tag";
import { EmptyState } from "~/components/empty-state";
import { Choice, Field, FieldGroup } from "~/components/field";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { readForm, redirectTo, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { DraftSettings } from "~/routes/paper-draft/draft-settings";
import { requireScope } from "~/scope.server";
import { draftPaper } from "~/use-cases/papers.server";

export const meta = pageTitle((words) => words.papers.new);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "editor");
  const contracts = await choicesOf(ports.db, scope, "contract");
  const templates = [...ports.catalogues.annexTemplates]
    .filter(([, each]) => each.head.replacedBy === null)
    .map(([ref, { title, audience, defaultPrintedNo }]) => ({ ref, title, audience, defaultPrintedNo }))
    .sort((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1));
  return reply({ contracts, templates, asked: new URL(request.url).searchParams.get("contract") ?? "" });
}

/** Contract papers in the order contracts count them, internal ones last. */
function rankOf(template: { audience: string; defaultPrintedNo: string; ref: string }): string {
  return `${template.audience} ${template.defaultPrintedNo} ${template.ref}`;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "editor");
  const fields = await readForm(request);
  const typed = {
    contractId: textOf(fields, "contractId"),
    template: textOf(fields, "template"),
    printedNo: textOf(fields, "printedNo"),
    dateStyle: textOf(fields, "dateStyle"),
  };
  const drafted = await draftPaper(ports, scope, typed);
  if (!drafted.ok) return replyProblems(drafted.problems, { typed });
  return redirectTo(`/papers/${drafted.value.draftId}`);
}

export default function NewPaper() {
  const words = useWords();
  const { contracts, templates, asked } = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const { papers } = words;
  const typed = found?.typed ?? {
    contractId: asked,
    template: templates.find((each) => each.audience === "contract")?.ref ?? "",
    printedNo: "",
    dateStyle: "japanese",
  };
  const problems = found?.problems;
  const crumbs = [{ to: "/papers", label: papers.title }, { label: papers.new }];
  if (contracts.length === 0) {
    return (
      <>
        <PageHead title={papers.new} crumbs={crumbs} />
        <EmptyState
          sentence={papers.noContract}
          action={{ to: "/contracts/new", label: words.nouns.contract.add }}
        />
      </>
    );
  }
  return (
    <>
      <PageHead title={papers.new} lead={papers.newWhat} crumbs={crumbs} />
      <Form method="post" className="stack form" noValidate>
        <ProblemSummary
          problems={problems}
          labels={{ contractId: papers.contract, template: papers.template, printedNo: papers.printedNo }}
        />
        <Field name="contractId" label={papers.contract} isRequired problems={problems}>
          {(control) => (
            <select {...control} defaultValue={typed.contractId}>
              <option value="">{words.forms.choose}</option>
              {contracts.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <FieldGroup name="template" label={papers.template} isRequired problems={problems}>
          <div className="template-choices">
            {templates.map((each) => (
              <Choice
                key={each.ref}
                type="radio"
                name="template"
                value={each.ref}
                isChecked={typed.template === each.ref}
                label={
                  <span className="template-choice">
                    <b>{`${each.defaultPrintedNo}　${each.title}`.trim()}</b>{" "}
                    <AudienceTag audience={each.audience} />
                    <small>{papers.audienceWhat[each.audience]}</small>
                  </span>
                }
              />
            ))}
          </div>
        </FieldGroup>
        <DraftSettings printedNo={typed.printedNo} dateStyle={typed.dateStyle} problems={problems} />
        <p>
          <button type="submit" className="button primary">
            {papers.new}
          </button>
        </p>
      </Form>
    </>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { choicesOf } from "#db/queries/registers.server";
import { ContractChoice } from "~/components/contract-choice";
import { EmptyState } from "~/components/empty-state";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { readForm, redirectTo, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { DraftSettings } from "~/routes/paper-draft/draft-settings";
import { requireScope } from "~/scope.server";
import { draftPaper } from "~/use-cases/papers.server";
import { TemplateChoice } from "./template-choice";

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

const plain = { printedNo: "", dateStyle: "japanese" };

export default function NewPaper() {
  const words = useWords();
  const { contracts, templates, asked } = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const { papers } = words;
  const typed = found?.typed ?? { contractId: asked, template: templates[0]?.ref ?? "", ...plain };
  const problems = found?.problems;
  if (contracts.length === 0) return <NoContract />;
  return (
    <>
      <PageHead
        title={papers.new}
        lead={papers.newWhat}
        crumbs={[{ to: "/papers", label: papers.title }, { label: papers.new }]}
      />
      <Form method="post" className="stack form" noValidate>
        <ProblemSummary
          problems={problems}
          labels={{ contractId: papers.contract, template: papers.template, printedNo: papers.printedNo }}
        />
        <ContractChoice
          label={papers.contract}
          contracts={contracts}
          chosen={typed.contractId}
          problems={problems}
        />
        <TemplateChoice templates={templates} chosen={typed.template} problems={problems} />
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

function NoContract() {
  const words = useWords();
  const add = { to: "/contracts/new", label: words.nouns.contract.add };
  return (
    <>
      <PageHead title={words.papers.new} />
      <EmptyState sentence={words.papers.noContract} action={add} />
    </>
  );
}

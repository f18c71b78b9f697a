import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { choicesOf } from "#db/queries/registers.server";
import { ContractChoice } from "~/components/contract-choice";
import { EmptyState } from "~/components/empty-state";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { groupOfKind, paperKinds } from "~/domain/annex-kind";
import { catalogueRef } from "~/domain/provenance";
import { readForm, redirectTo, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { DraftSettings } from "~/routes/paper-draft/draft-settings";
import { requireScope } from "~/scope.server";
import { annexTemplatesOf } from "~/use-cases/annex-templates.server";
import { draftPaper } from "~/use-cases/papers.server";
import { TemplateChoice } from "./template-choice";

export const meta = pageTitle((words) => words.papers.new);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "paper:write");
  const contracts = await choicesOf(ports.db, scope, "contract");
  const templates = [...(await annexTemplatesOf(ports, scope)).current.values()]
    .map(({ head, title, audience, defaultPrintedNo, paperKind }) => ({
      ref: catalogueRef(head),
      title,
      audience,
      defaultPrintedNo,
      group: groupOfKind(paperKind),
      rank: paperKinds.indexOf(paperKind),
    }))
    .sort((a, b) => a.rank - b.rank || (a.ref < b.ref ? -1 : 1));
  const { searchParams } = new URL(request.url);
  const [asked, wanted] = [searchParams.get("contract") ?? "", searchParams.get("template") ?? ""];
  return reply({ contracts, templates, asked, wanted });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "paper:write");
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
  const { contracts, templates, asked, wanted } = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const { papers } = words;
  const first = templates.find((each) => each.ref.startsWith(`${wanted}@`)) ?? templates[0];
  const typed = found?.typed ?? { contractId: asked, template: first?.ref ?? "", ...plain };
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

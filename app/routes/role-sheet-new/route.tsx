import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { choicesOf } from "#db/queries/registers.server";
import { ContractChoice } from "~/components/contract-choice";
import { EmptyState } from "~/components/empty-state";
import { Field } from "~/components/field";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import { readForm, redirectTo, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { cataloguesOf } from "~/use-cases/catalogues.server";
import { openRoleSheet } from "~/use-cases/role-sheets.server";

export const meta = pageTitle((words) => words.roles.new);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "role-sheet:write");
  const contracts = await choicesOf(ports.db, scope, "contract");
  const forms = [...(await cataloguesOf(ports, scope)).roleSheetForms].map(([ref, form]) => ({
    ref,
    ...form.head,
    rows: form.items.length,
  }));
  const asked = new URL(request.url).searchParams.get("contract") ?? "";
  return reply({ contracts, forms, asked });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "role-sheet:write");
  const fields = await readForm(request);
  const typed = {
    contractId: textOf(fields, "contractId"),
    form: textOf(fields, "form"),
    title: textOf(fields, "title"),
    roundOn: textOf(fields, "roundOn"),
  };
  const opened = await openRoleSheet(ports, scope, typed);
  if (!opened.ok) return replyProblems(opened.problems, { typed });
  return redirectTo(`/role-sheets/${opened.value.roleSheetId}`);
}

export default function NewRoleSheet() {
  const words = useWords();
  const { contracts, forms, asked } = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const typed = found?.typed ?? { contractId: asked, form: forms[0]?.ref ?? "", title: "", roundOn: "" };
  const { roles } = words;
  const problems = found?.problems;
  if (contracts.length === 0) return <NoContract />;
  return (
    <>
      <PageHead
        title={roles.new}
        lead={roles.newWhat}
        crumbs={[{ to: "/role-sheets", label: roles.title }, { label: roles.new }]}
      />
      <Form method="post" className="stack form" noValidate>
        <ProblemSummary
          problems={problems}
          labels={{ contractId: roles.contract, form: roles.form, title: roles.sheetTitle }}
        />
        <ContractChoice
          label={roles.contract}
          contracts={contracts}
          chosen={typed.contractId}
          problems={problems}
        />
        <FormChoice forms={forms} chosen={typed.form} problems={problems} />
        <Field name="title" label={roles.sheetTitle} hint={roles.sheetTitleHint} problems={problems}>
          {(control) => <input {...control} type="text" defaultValue={typed.title} />}
        </Field>
        <Field name="roundOn" label={roles.roundOn} hint={roles.roundOnHint} problems={problems}>
          {(control) => <input {...control} type="date" defaultValue={typed.roundOn} />}
        </Field>
        <button type="submit" className="button primary">
          {roles.new}
        </button>
      </Form>
    </>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

function FormChoice(props: { forms: Loaded["forms"]; chosen: string; problems: Problem[] | undefined }) {
  const { roles } = useWords();
  const { forms } = props;
  return (
    <Field name="form" label={roles.form} isRequired problems={props.problems} hint={forms[0]?.notice ?? ""}>
      {(control) => (
        <select {...control} defaultValue={props.chosen}>
          {forms.map((each) => (
            <option key={each.ref} value={each.ref}>
              {`${each.title}（${roles.rowsOf(each.rows)}）`}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function NoContract() {
  const words = useWords();
  const add = { to: "/contracts/new", label: words.nouns.contract.add };
  return (
    <>
      <PageHead title={words.roles.new} />
      <EmptyState sentence={words.roles.noContract} action={add} />
    </>
  );
}

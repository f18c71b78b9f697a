import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { choicesOf } from "#db/queries/registers.server";
import { EmptyState } from "~/components/empty-state";
import { Field } from "~/components/field";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { readForm, redirectTo, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { openRoleSheet } from "~/use-cases/role-sheets.server";

export const meta = pageTitle((words) => words.roles.new);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "editor");
  const contracts = await choicesOf(ports.db, scope, "contract");
  const forms = [...ports.catalogues.roleSheetForms].map(([ref, form]) => ({
    ref,
    ...form.head,
    rows: form.items.length,
  }));
  const asked = new URL(request.url).searchParams.get("contract") ?? "";
  return reply({ contracts, forms, asked });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "editor");
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
  const crumbs = [{ to: "/role-sheets", label: roles.title }, { label: roles.new }];
  const labels = {
    contractId: roles.contract,
    form: roles.form,
    title: roles.sheetTitle,
    roundOn: roles.roundOn,
  };
  if (contracts.length === 0) {
    return (
      <>
        <PageHead title={roles.new} crumbs={crumbs} />
        <EmptyState
          sentence={roles.noContract}
          action={{ to: "/contracts/new", label: words.nouns.contract.add }}
        />
      </>
    );
  }
  return (
    <>
      <PageHead title={roles.new} lead={roles.newWhat} crumbs={crumbs} />
      <Form method="post" className="stack form" noValidate>
        <ProblemSummary problems={problems} labels={labels} />
        <Field name="contractId" label={roles.contract} isRequired problems={problems}>
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
        <Field name="form" label={roles.form} isRequired problems={problems} hint={forms[0]?.notice ?? ""}>
          {(control) => (
            <select {...control} defaultValue={typed.form}>
              {forms.map((each) => (
                <option key={each.ref} value={each.ref}>
                  {`${each.title}（${roles.rowsOf(each.rows)}）`}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="title" label={roles.sheetTitle} hint={roles.sheetTitleHint} problems={problems}>
          {(control) => <input {...control} type="text" defaultValue={typed.title} />}
        </Field>
        <Field name="roundOn" label={roles.roundOn} hint={roles.roundOnHint} problems={problems}>
          {(control) => <input {...control} type="date" defaultValue={typed.roundOn} />}
        </Field>
        <p>
          <button type="submit" className="button primary">
            {roles.new}
          </button>
        </p>
      </Form>
    </>
  );
}

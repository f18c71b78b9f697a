import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { countOf, readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope, type Visit } from "~/scope.server";
import { readAndKeep } from "~/use-cases/point-columns.server";
import { showIntake } from "~/use-cases/show-intake.server";
import { recipeFrom } from "./columns-input.server";
import { columnsPage } from "./columns-page.server";
import { PointForm } from "./point-form";
import { RecipeChoice } from "./recipe-choice";

export const meta = pageTitle((words) => words.receipt.columnsTitle);

async function requireColumns({ ports, scope }: Visit, id: string | undefined, url: string) {
  if (!isId(id)) throw refuse([problem("not-found")]);
  const shown = await showIntake(ports, scope, { intakeId: id });
  if (!shown.ok) throw refuse(shown.problems);
  return columnsPage(shown.value, new URL(url).searchParams);
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "disclosure:write");
  return reply(await requireColumns(visit, params.id, request.url));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const visit = await requireScope(request, context, "disclosure:write");
  const { intake, name: sheet } = await requireColumns(visit, params.id, request.url);
  const { password, ...typed } = await readForm(request);
  const recipe = recipeFrom(typed, sheet);
  if (!recipe.ok) return replyProblems(recipe.problems, { typed });
  const read = await readAndKeep(visit.ports, visit.scope, {
    intakeId: intake.id,
    readingNo: countOf(typed, "readingNo"),
    recipe: recipe.value,
    password: textOf({ password: password ?? "" }, "password"),
    name: textOf(typed, "recipeName"),
    vendorId: textOf(typed, "recipeVendor") || null,
  });
  return read.ok ? redirectTo(`/intakes/${intake.id}`) : replyProblems(read.problems, { typed });
}

export default function IntakeColumns() {
  const page = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const { intake, disclosures, receipt } = useWords();
  const { id, member, fileName } = page.intake;
  return (
    <div className="stack">
      <div>
        <PageHead
          title={receipt.columnsTitle}
          lead={receipt.columnsLead}
          crumbs={[
            { to: "/disclosures", label: disclosures.title },
            { to: `/intakes/${id}`, label: intake.title(member ?? fileName) },
            { label: receipt.columnsCrumb },
          ]}
        />
        <ProblemSummary
          problems={found?.problems}
          labels={{
            form: receipt.form,
            columns: receipt.columns,
            headerRow: receipt.headerRow,
            lastRow: receipt.lastRow,
            recipeName: receipt.recipeName,
            password: receipt.password,
          }}
        />
      </div>
      <RecipeChoice page={page} />
      <PointForm key={page.at} page={page} typed={found?.typed ?? {}} problems={found?.problems} />
    </div>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { listRecipes } from "#db/queries/reading-recipes.server";
import { EmptyState } from "~/components/empty-state";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { ScrollBox } from "~/components/scroll-box";
import { useWords } from "~/components/words";
import { keptRecipeSchema } from "~/domain/reading-recipe";
import { may } from "~/domain/rights";
import { readForm, reply, replyProblems, textOf } from "~/http.server";
import { formatMoment } from "~/messages/days";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { dropRecipe } from "~/use-cases/reread-intake.server";
import { type ListedRecipe, RecipeRow } from "./recipe-row";

export const meta = pageTitle((words) => words.receipt.recipesTitle);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const rows = await listRecipes(ports.db, scope);
  const recipes: ListedRecipe[] = rows.map(({ id, name, vendor, createdAt, body }) => {
    const { recipe, headings } = keptRecipeSchema.parse(JSON.parse(body));
    return { id, name, vendor, keptAt: formatMoment(createdAt), recipe, headings };
  });
  return reply({ recipes, canEdit: may(scope, "disclosure:write") });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "disclosure:write");
  const recipeId = textOf(await readForm(request), "recipeId");
  const dropped = await dropRecipe(ports, scope, { recipeId });
  return dropped.ok ? reply({ problems: [] }) : replyProblems(dropped.problems, {});
}

export default function ReadingRecipes() {
  const { recipes, canEdit } = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const { receipt, disclosures } = useWords();
  const { columns } = receipt.recipes;
  return (
    <>
      <PageHead
        title={receipt.recipesTitle}
        lead={receipt.recipesLead}
        crumbs={[{ to: "/disclosures", label: disclosures.title }, { label: receipt.recipesTitle }]}
      />
      <ProblemSummary problems={found?.problems} />
      {recipes.length === 0 ? (
        <EmptyState
          sentence={receipt.recipesNone}
          action={canEdit ? { to: "/disclosures/receive", label: disclosures.receive } : undefined}
        />
      ) : (
        <Form method="post" className="panel">
          <ScrollBox label={receipt.recipesTitle}>
            <table className="list">
              <thead>
                <tr>
                  {[columns.name, columns.vendor, columns.sheet, columns.reads, columns.kept].map((each) => (
                    <th key={each} scope="col">
                      {each}
                    </th>
                  ))}
                  {canEdit && <th scope="col">{columns.drop}</th>}
                </tr>
              </thead>
              <tbody>
                {recipes.map((each) => (
                  <RecipeRow key={each.id} recipe={each} canEdit={canEdit} />
                ))}
              </tbody>
            </table>
          </ScrollBox>
        </Form>
      )}
    </>
  );
}

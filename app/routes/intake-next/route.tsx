import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ConfirmPanel } from "~/components/confirm-panel";
import { PagePictures } from "~/components/page-pictures";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { may } from "~/domain/rights";
import { readForm, redirectTo, refuse, reply, replyProblems } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope, type Visit } from "~/scope.server";
import { showIntake } from "~/use-cases/show-intake.server";
import { FilePanel } from "./file-panel";
import { NextHead } from "./next-head";
import { goOn } from "./next-input.server";
import { nextPage } from "./next-page.server";
import { EntryPanel, OwnPathPanel, PasswordPanel, TablePanel } from "./next-panels";

export const meta = pageTitle<typeof loader>((words, data) =>
  data ? words.intake.title(data.intake.member ?? data.intake.fileName) : words.intake.crumb,
);

async function requireIntake({ ports, scope }: Visit, id: string | undefined) {
  if (!isId(id)) throw refuse([problem("not-found")]);
  const shown = await showIntake(ports, scope, { intakeId: id });
  if (!shown.ok) throw refuse(shown.problems);
  return shown.value;
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  const shown = await requireIntake(visit, params.id);
  if (shown.reading.forms.length > 0) throw redirectTo(`/intakes/${shown.intake.id}`);
  return reply(nextPage(shown, may(visit.scope, "disclosure:write")));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const visit = await requireScope(request, context, "disclosure:write");
  const { intake } = await requireIntake(visit, params.id);
  const fields = await readForm(request);
  const next = await goOn(visit, intake.id, intake.readingNo, fields);
  if ("to" in next) return redirectTo(next.to);
  const { password: _, ...typed } = fields;
  return replyProblems(next.problems, { typed });
}

export default function IntakeNext() {
  const page = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const { receipt, intake } = useWords();
  const shared = { page, problems: found?.problems, typed: found?.typed ?? {} };
  const labels = { password: receipt.password, productId: receipt.product, catalogue: receipt.catalogue };
  return (
    <>
      <NextHead page={page} />
      <ProblemSummary problems={found?.problems} labels={labels} />
      <div className={page.pages > 0 ? "two" : "stack"}>
        {page.pages > 0 && <PagePictures intakeId={page.intake.id} pages={page.pages} />}
        {page.canEdit && (
          <div className="stack">
            {page.isLocked && <PasswordPanel {...shared} />}
            <OwnPathPanel {...shared} />
            {page.pages > 0 && <EntryPanel {...shared} />}
            {page.hasTable && <TablePanel {...shared} />}
            <FilePanel {...shared} />
            <ConfirmPanel
              title={intake.discard}
              what={intake.discardWhat}
              fields={{ intent: "discard" }}
              button={intake.discardButton}
            />
          </div>
        )}
      </div>
    </>
  );
}

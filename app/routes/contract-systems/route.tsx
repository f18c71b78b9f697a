import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { systemsOfContract } from "#db/queries/contracts.server";
import { choicesOf } from "#db/queries/registers.server";
import { EmptyState } from "~/components/empty-state";
import { Choice, FieldGroup } from "~/components/field";
import { PageHead } from "~/components/page-head";
import { LongField } from "~/components/plain-fields";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { listOf, readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { recordPath } from "~/register-paths";
import { crumbsOf, titleOf } from "~/registers.server";
import { requireScope } from "~/scope.server";
import { coverSystems, showRecord } from "~/use-cases/registers.server";

export const meta = pageTitle((words) => words.registers.coverTitle);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "contract:write");
  const { ports, scope } = visit;
  const found = await showRecord(ports, scope, { noun: "contract", id: params.id ?? "" });
  if (!found.ok) throw refuse(found.problems);
  const { id } = found.value;
  const crumbs = await crumbsOf(visit, "contract", found.value);
  const covered = (await systemsOfContract(ports.db, scope, id)).map((system) => system.id);
  const systems = await choicesOf(ports.db, scope, "system");
  return reply({ id, title: titleOf(found.value), crumbs, covered, systems });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "contract:write");
  const raw = await readForm(request);
  const typed = { systemIds: listOf(raw, "systemIds"), reason: textOf(raw, "reason") };
  const saved = await coverSystems(ports, scope, { contractId: params.id ?? "", ...typed });
  if (!saved.ok) return replyProblems(saved.problems, typed);
  return redirectTo(recordPath("contract", saved.value.id));
}

export default function ContractSystems() {
  const words = useWords();
  const { id, title, crumbs, covered, systems } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const chosen = failed?.systemIds ?? covered;
  const back = recordPath("contract", id);
  const { coverTitle, coverWhat, coverEmpty, coverReasonHint } = words.registers;
  const { reason } = words.contractRecords;
  return (
    <div className="stack">
      <PageHead title={coverTitle} lead={coverWhat} crumbs={[...crumbs, { to: back, label: title }]} />
      <ProblemSummary problems={failed?.problems} labels={{ systemIds: coverTitle, reason }} />
      {systems.length === 0 ? (
        <EmptyState sentence={coverEmpty} action={{ to: "/systems/new", label: words.nouns.system.add }} />
      ) : (
        <Form method="post" className="stack form">
          <FieldGroup name="systemIds" label={title} problems={failed?.problems}>
            <div className="choices">
              {systems.map((system) => (
                <Choice
                  key={system.id}
                  type="checkbox"
                  name="systemIds"
                  value={system.id}
                  label={system.name}
                  isChecked={chosen.includes(system.id)}
                />
              ))}
            </div>
          </FieldGroup>
          {covered.length > 0 && (
            <LongField
              name="reason"
              label={reason}
              hint={coverReasonHint}
              rows={2}
              isRequired
              values={{ reason: failed?.reason ?? "" }}
              problems={failed?.problems}
            />
          )}
          <div className="form-foot">
            <button type="submit" className="button primary">
              {words.actions.save}
            </button>
            <Link className="button text" to={back}>
              {words.actions.cancel}
            </Link>
          </div>
        </Form>
      )}
    </div>
  );
}

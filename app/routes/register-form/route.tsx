import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHead } from "~/components/page-head";
import { LongField } from "~/components/plain-fields";
import { RegisterForm } from "~/components/register-form";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import type { RegisterValues } from "~/domain/register";
import { countOf, readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { listPath, recordPath } from "~/register-paths";
import { crumbsOf, nounOfRequest, placeAfter, readChoices, titleOf } from "~/registers.server";
import { requireScope } from "~/scope.server";
import { archiveRecord, registerRecord, reviseRecord, showRecord } from "~/use-cases/registers.server";
import { ArchivePanel } from "./archive-panel";
import { firstValues } from "./first-values";
import { ServerUpdates } from "./server-updates";

export const meta = pageTitle<typeof loader>((words, data) =>
  data ? (data.id ? words.forms.editOf(data.title) : words.nouns[data.noun].add) : "",
);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "register:write");
  const noun = nounOfRequest(request);
  const found = params.id ? await showRecord(visit.ports, visit.scope, { noun, id: params.id }) : null;
  if (found && !found.ok) throw refuse(found.problems);
  const record = found?.value ?? null;
  const values: RegisterValues = record?.values ?? firstValues(noun, new URL(request.url).searchParams);
  return reply({
    noun,
    id: record?.id ?? null,
    title: record ? titleOf(record) : "",
    version: record?.version,
    isArchived: record ? record.archivedAt !== null : false,
    values,
    choices: await readChoices(visit, noun),
    crumbs: await crumbsOf(visit, noun, { values }),
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "register:write");
  const noun = nounOfRequest(request);
  const raw = await readForm(request);
  const version = countOf(raw, "version");
  const intent = textOf(raw, "intent");
  if (params.id && (intent === "archive" || intent === "restore")) {
    const isArchived = intent === "archive";
    const moved = await archiveRecord(ports, scope, { noun, id: params.id, version, isArchived });
    if (!moved.ok) throw refuse(moved.problems);
    return redirectTo(isArchived ? listPath(noun) : recordPath(noun, params.id));
  }
  const saved = params.id
    ? await reviseRecord(ports, scope, { noun, id: params.id, version, raw })
    : await registerRecord(ports, scope, { noun, raw });
  if (saved.ok) return redirectTo(placeAfter(noun, saved.value.id, raw));
  // why: only after a warning may the next save go over somebody else's; else the version shown first counts.
  const isWarned = saved.problems.some((each) => each.code === "changed-meanwhile");
  return replyProblems(saved.problems, { typed: raw, version: isWarned ? undefined : version });
}

export default function RegisterFormPage() {
  const words = useWords();
  const data = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { noun, id } = data;
  const add = words.nouns[noun].add;
  const self = id ? { to: recordPath(noun, id), label: data.title } : { label: add };
  const problems: readonly Problem[] | undefined = failed?.problems;
  const isOvertaken = problems?.some((each) => each.code === "changed-meanwhile");
  return (
    <div className="stack">
      <PageHead
        title={id ? words.forms.editOf(data.title) : add}
        lead={id ? undefined : words.nouns[noun].purpose}
        crumbs={[...data.crumbs, self]}
      />
      {id && isOvertaken && (
        <p>
          <a href={recordPath(noun, id)} target="_blank" rel="noreferrer">
            {words.forms.compareNow}
          </a>
        </p>
      )}
      <RegisterForm
        noun={noun}
        isNew={id === null}
        values={failed?.typed ?? data.values}
        choices={data.choices}
        problems={problems}
        version={failed?.version ?? data.version}
        cancelTo={id ? recordPath(noun, id) : listPath(noun)}
      >
        {noun === "server" && <ServerUpdates id={id} typed={failed?.typed} problems={problems} />}
        {id && noun === "vendor" && (
          <LongField
            name="reason"
            label={words.contractRecords.reason}
            hint={words.registers.nameReasonHint}
            rows={2}
            values={failed?.typed ?? {}}
            problems={problems}
          />
        )}
      </RegisterForm>
      {id && !data.isArchived && <ArchivePanel noun={noun} id={id} version={data.version ?? 0} />}
    </div>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { ConfirmPanel } from "~/components/confirm-panel";
import { PageHead } from "~/components/page-head";
import { firstOf } from "~/components/plain-fields";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import { readForm, redirectTo, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import {
  addSubcontractor,
  archiveSubcontractor,
  reviseSubcontractor,
} from "~/use-cases/subcontractors.server";
import { readNewSubcontractor, readSubcontractorForm } from "./page.server";
import { SubcontractorFields } from "./subcontractor-fields";

export const meta = pageTitle((words) => words.contractRecords.subcontractorsTitle);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "contract:write");
  if (params.subcontractorId) return reply(await readSubcontractorForm(visit, params.subcontractorId));
  const parentId = new URL(request.url).searchParams.get("parentId") ?? "";
  return reply(await readNewSubcontractor(visit, params.id ?? "", parentId));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "contract:write");
  const raw = await readForm(request);
  const { subcontractorId } = params;
  const version = Number(textOf(raw, "version"));
  const saved =
    subcontractorId === undefined
      ? await addSubcontractor(ports, scope, { contractId: params.id ?? "", raw })
      : textOf(raw, "intent") === "archive"
        ? await archiveSubcontractor(ports, scope, { subcontractorId, version, isArchived: true })
        : await reviseSubcontractor(ports, scope, { subcontractorId, version, raw });
  if (!saved.ok) return replyProblems(saved.problems, { typed: raw });
  return redirectTo(`/contracts/${saved.value.contractId}/subcontractors`);
}

export default function SubcontractorFormPageView() {
  const words = useWords();
  const { contractRecords: text } = words;
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const problems: readonly Problem[] | undefined = failed?.problems;
  const isWarned = problems?.some((each) => each.code === "changed-meanwhile");
  const back = `/contracts/${page.head.id}/subcontractors`;
  const title = page.id ? text.editSubcontractor(page.name) : text.addSubcontractor;
  const version = failed && !isWarned ? firstOf(failed.typed, "version") : page.version;
  const isTyped = failed && firstOf(failed.typed, "intent") !== "archive";
  return (
    <div className="stack">
      <PageHead
        title={title}
        crumbs={[
          { to: `/contracts/${page.head.id}`, label: page.head.number },
          { to: back, label: text.subcontractorsTitle },
          { label: title },
        ]}
      />
      <Form method="post" className="stack form" noValidate>
        <ProblemSummary
          problems={problems}
          labels={{
            name: text.name,
            parentId: text.parent,
            work: text.work,
            dataContact: text.dataContact,
            sameDuty: text.sameDuty,
            certificateName: text.certificates,
            certificateExpiresOn: text.certificates,
            approvedOn: text.approvedOn,
            usedFrom: text.usedFrom,
            usedTo: text.usedTo,
          }}
        />
        <input type="hidden" name="version" value={version} />
        <SubcontractorFields
          values={isTyped ? failed.typed : page.values}
          problems={problems}
          parents={page.parents}
        />
        <div className="form-foot">
          <button type="submit" className="button primary">
            {words.actions.save}
          </button>
          <Link className="button text" to={back}>
            {words.actions.cancel}
          </Link>
        </div>
      </Form>
      {page.id && (
        <ConfirmPanel
          title={words.registers.archiveTitle}
          what={text.archiveWhat}
          fields={{ intent: "archive", version: page.version }}
          button={words.actions.archive}
        />
      )}
    </div>
  );
}

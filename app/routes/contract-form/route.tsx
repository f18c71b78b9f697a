import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHead } from "~/components/page-head";
import { firstOf } from "~/components/plain-fields";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import { countOf, readForm, redirectTo, reply, replyProblems, textOf } from "~/http.server";
import type { Words } from "~/messages/words";
import { pageTitle } from "~/page-title";
import { ArchivePanel } from "~/routes/register-form/archive-panel";
import { requireScope } from "~/scope.server";
import { amendContract, correctContract, registerContract } from "~/use-cases/contract-terms.server";
import { archiveRecord } from "~/use-cases/registers.server";
import { ContractForm, type ContractFormMode, contractFormModes } from "./contract-form";
import { readNewContract, readTermsForm } from "./page.server";

export const meta = pageTitle<typeof loader>((words, data) => (data ? textsOf(words, data.mode).title : ""));

/** The last part of the address says what is done: new, edit, amend, renew. */
function modeOf(request: Request): ContractFormMode {
  const last = new URL(request.url).pathname.split("/").at(-1);
  return contractFormModes.find((each) => each === last) ?? (last === "edit" ? "correct" : "add");
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "contract:write");
  const asked = new URL(request.url).searchParams;
  const mode = modeOf(request);
  if (mode === "add") return reply(await readNewContract(visit, asked));
  return reply(await readTermsForm(visit, params.id ?? "", mode, asked.get("revision")));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "contract:write");
  const mode = modeOf(request);
  const raw = await readForm(request);
  const [contractId, version] = [params.id ?? "", countOf(raw, "version")];
  if (textOf(raw, "intent") === "archive" || textOf(raw, "intent") === "restore") {
    const isArchived = textOf(raw, "intent") === "archive";
    const moved = await archiveRecord(ports, scope, {
      noun: "contract",
      id: contractId,
      version,
      isArchived,
    });
    if (!moved.ok) return replyProblems(moved.problems, { typed: raw });
    return redirectTo(isArchived ? "/contracts" : `/contracts/${contractId}`);
  }
  const revisionId = textOf(raw, "revisionId");
  const saved =
    mode === "add"
      ? await registerContract(ports, scope, { raw, choiceId: textOf(raw, "choiceId") || null })
      : mode === "correct"
        ? await correctContract(ports, scope, { contractId, revisionId, version, raw })
        : await amendContract(ports, scope, {
            contractId,
            version,
            origin: mode === "renew" ? "renewal" : "amendment",
            raw,
          });
  if (!saved.ok) return replyProblems(saved.problems, { typed: raw });
  return redirectTo(mode === "add" ? `/contracts/${saved.value.id}` : `/contracts/${saved.value.id}/terms`);
}

function textsOf(words: Words, mode: ContractFormMode) {
  const { contractRecords: text } = words;
  switch (mode) {
    case "add":
      return { title: text.addTitle, what: words.nouns.contract.purpose };
    case "correct":
      return { title: text.correctTitle, what: text.correctWhat };
    case "amend":
      return { title: text.amendTitle, what: text.amendWhat };
    case "renew":
      return { title: text.renewTitle, what: text.renewWhat };
  }
}

export default function ContractFormPage() {
  const words = useWords();
  const data = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { title, what } = textsOf(words, data.mode);
  // why: only after a warning may the next save go over somebody else's; else the version shown first counts.
  const problems: readonly Problem[] | undefined = failed?.problems;
  const isWarned = problems?.some((each) => each.code === "changed-meanwhile");
  const shownFirst: Readonly<Record<string, string>> =
    failed && !isWarned ? { version: firstOf(failed.typed, "version") } : {};
  const back = data.head ? `/contracts/${data.head.id}` : "/contracts";
  const hidden: Readonly<Record<string, string | number>> = { ...data.hidden, ...shownFirst };
  const isFromCase = data.mode === "add" && Boolean(hidden.choiceId);
  const own = data.head ? [{ to: back, label: data.head.number }] : [];
  return (
    <div className="stack">
      <PageHead
        title={title}
        lead={what}
        crumbs={[{ to: "/contracts", label: words.nouns.contract.many }, ...own, { label: title }]}
      />
      {isFromCase && <p className="note">{words.procurements.fromCaseNote}</p>}
      <ContractForm
        mode={data.mode}
        isFirst={data.isFirst}
        hidden={hidden}
        values={failed?.typed ?? data.values}
        problems={problems}
        choices={data.choices}
        documents={data.documents}
        cancelTo={back}
      />
      {data.mode === "correct" && data.head && !data.head.isArchived && (
        <ArchivePanel noun="contract" id={data.head.id} version={data.head.version} />
      )}
    </div>
  );
}

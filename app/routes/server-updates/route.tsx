import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EntryHistory, sinceText } from "~/components/entry-history";
import { PageHead } from "~/components/page-head";
import { updateLabels } from "~/components/update-fields";
import { useLanguage, useWords } from "~/components/words";
import { countOf, readForm, redirectTo, reply, replyProblems, textOf } from "~/http.server";
import { optionLabel } from "~/messages/labels";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { correctServerUpdates, settleServerUpdates } from "~/use-cases/update-bearers.server";
import { EditForm } from "./edit-form";
import { readUpdatesPage, type UpdatesPage } from "./page.server";

export const meta = pageTitle<typeof loader>((words, data) =>
  data ? words.updateBearers.pageTitle(data.server.name) : "",
);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  const entryId = new URL(request.url).searchParams.get("entry") ?? "";
  return reply(await readUpdatesPage(visit, params.serverId ?? "", entryId));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "contract:write");
  const raw = await readForm(request);
  const entryId = textOf(raw, "entryId");
  const input = { serverId: params.serverId ?? "", version: countOf(raw, "version"), raw };
  const saved =
    entryId === ""
      ? await settleServerUpdates(ports, scope, input)
      : await correctServerUpdates(ports, scope, { ...input, entryId });
  if (!saved.ok) return replyProblems(saved.problems, { typed: raw });
  return redirectTo(`/servers/${saved.value.serverId}/updates`);
}

export default function ServerUpdatesPage() {
  const words = useWords();
  const language = useLanguage();
  const page: UpdatesPage = useLoaderData<typeof loader>();
  const { updateBearers: text } = words;
  const { server, mode, entry, mayEdit } = page;
  const labels = updateLabels(words);
  const isOpen = mode === "correct" || !server.isArchived;
  return (
    <div className="stack">
      <PageHead
        title={text.pageTitle(server.name)}
        lead={
          mode === "correct"
            ? text.correctLead(sinceText(words, language, entry?.effectiveFrom ?? ""))
            : text.lead
        }
        crumbs={[...page.crumbs, { to: `/servers/${server.id}`, label: server.name }, { label: text.title }]}
      />
      {server.isArchived && <p className="note">{text.archived}</p>}
      {mayEdit && isOpen && <EditForm page={page} />}
      <EntryHistory
        lines={page.lines}
        labelOf={(field) => labels[field] ?? field}
        wordsOf={(field, value) =>
          field === "bearer" ? optionLabel(words, "server", "securityUpdateBearer", value) : value
        }
      />
    </div>
  );
}

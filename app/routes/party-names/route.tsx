import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { countOf, readForm, redirectTo, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { renameHospital, renameVendor } from "~/use-cases/party-names.server";
import { NameForm } from "./name-form";
import { NamesTable } from "./names-table";
import { readNamesPage } from "./page.server";

export const meta = pageTitle<typeof loader>((words, data) =>
  data?.vendorId ? words.contractRecords.vendorNamesTitle : words.contractRecords.hospitalNamesTitle,
);

/** With a vendor in the address its names, without one those of the hospital. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  return reply(await readNamesPage(visit, params.id ?? null));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "register:write");
  const fields = await readForm(request);
  const version = countOf(fields, "version");
  const raw = {
    name: textOf(fields, "name"),
    kind: textOf(fields, "kind"),
    effectiveFrom: textOf(fields, "effectiveFrom"),
    successorVendorId: textOf(fields, "successorVendorId"),
    note: textOf(fields, "note"),
    corrects: textOf(fields, "corrects"),
  };
  const saved = params.id
    ? await renameVendor(ports, scope, { vendorId: params.id, version, raw })
    : await renameHospital(ports, scope, { version, raw });
  if (!saved.ok) return replyProblems(saved.problems, { typed: raw, version });
  return redirectTo(params.id ? `/vendors/${params.id}/names` : "/hospital-names");
}

export default function PartyNamesPage() {
  const { contractRecords: text, nouns, shell } = useWords();
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const title = page.vendorId ? text.vendorNamesTitle : text.hospitalNamesTitle;
  const above = page.vendorId
    ? [
        { to: "/vendors", label: nouns.vendor.many },
        { to: `/vendors/${page.vendorId}`, label: page.present },
      ]
    : [{ to: "/settings", label: shell.nav.settings }];
  return (
    <div className="stack">
      <PageHead
        title={title}
        note={page.present}
        lead={page.vendorId ? text.vendorNamesWhat : text.hospitalNamesWhat}
        crumbs={[...above, { label: title }]}
      />
      <NamesTable names={page.names} vendors={page.vendors} />
      {page.mayEdit && <NameForm page={page} failed={failed} />}
    </div>
  );
}

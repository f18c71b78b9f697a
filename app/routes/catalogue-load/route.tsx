import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { problem } from "~/domain/problem";
import { redirectTo, reply, replyProblems } from "~/http.server";
import { wordsOf } from "~/messages/words";
import { pageTitle } from "~/page-title";
import { requireScope, type Visit } from "~/scope.server";
import { readUploads } from "~/uploads.server";
import { draftCatalogue, kindFrom } from "~/use-cases/draft-catalogue.server";
import { importCatalogueJson, MAX_JSON_BYTES } from "~/use-cases/publish-catalogue.server";
import { MAX_WORKBOOK_BYTES } from "~/use-cases/receive.server";
import { LoadForms } from "./load-forms";

export const meta = pageTitle((words) => words.catalogueDrafts.load.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireScope(request, context, "catalogue:write");
  return reply({ megabytes: MAX_WORKBOOK_BYTES / 1_048_576 });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visit = await requireScope(request, context, "catalogue:write");
  const as = new URL(request.url).searchParams.get("as") ?? "";
  return as === "json" ? loadJson(visit, request) : loadFile(visit, request, as);
}

async function loadFile({ ports, scope, language }: Visit, request: Request, as: string) {
  const kind = kindFrom(as);
  const uploads = await readUploads(request, "file", MAX_WORKBOOK_BYTES);
  if (!uploads.ok) return replyProblems(uploads.problems, {});
  const [file] = uploads.value;
  if (!file) return replyProblems([problem("file-missing", {}, "file")], {});
  const { kinds, load } = wordsOf(language).catalogueDrafts;
  const words = {
    issuer: kinds[kind ?? "questionnaire"].issuer,
    licence: load.licence,
    notice: load.notice,
  };
  const drafted = await draftCatalogue(ports, scope, { ...file, kind, words });
  if (!drafted.ok) return replyProblems(drafted.problems, {});
  const [only, ...others] = drafted.value.draftIds;
  return redirectTo(only && others.length === 0 ? `/catalogues/drafts/${only}` : "/catalogues#drafts");
}

async function loadJson({ ports, scope }: Visit, request: Request) {
  const uploads = await readUploads(request, "json", MAX_JSON_BYTES);
  if (!uploads.ok) return replyProblems(uploads.problems, {});
  const [file] = uploads.value;
  if (!file) return replyProblems([problem("file-missing", {}, "json")], {});
  const loaded = await importCatalogueJson(ports, scope, file);
  return loaded.ok
    ? redirectTo(`/catalogues/drafts/${loaded.value.draftId}`)
    : replyProblems(
        loaded.problems.map((each) => ({ ...each, at: "json" })),
        {},
      );
}

export default function LoadCatalogue() {
  const { megabytes } = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const { catalogueDrafts, catalogues } = useWords();
  const { load } = catalogueDrafts;
  return (
    <div className="stack">
      <PageHead
        title={load.title}
        lead={load.lead}
        crumbs={[{ to: "/catalogues", label: catalogues.title }, { label: load.title }]}
      />
      <ProblemSummary problems={found?.problems} labels={{ file: load.file, json: load.json }} />
      <p className="note">{catalogueDrafts.ownCopy}</p>
      <LoadForms megabytes={megabytes} problems={found?.problems} />
    </div>
  );
}

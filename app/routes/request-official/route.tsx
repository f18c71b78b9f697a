import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { WrittenRows } from "~/components/written-rows";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { aboutOf } from "~/domain/request";
import { refuse, reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { showRequest } from "~/use-cases/requests.server";
import { writeSubmission } from "~/use-cases/write-request.server";
import { writtenPage } from "~/written-file.server";

export const meta = pageTitle((words) => words.writeBack.request.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const { requestId } = params;
  if (!isId(requestId)) throw refuse([problem("not-found")]);
  const shown = await showRequest(ports, scope, { requestId });
  if (!shown.ok) throw refuse(shown.problems);
  const { vendor } = shown.value.request;
  const about = aboutOf(shown.value.request) || vendor;
  return reply({
    requestId,
    vendor,
    about,
    ...writtenPage(await writeSubmission(ports, scope, { requestId })),
  });
}

export default function RequestOfficial() {
  const page = useLoaderData<typeof loader>();
  const { writeBack, requests } = useWords();
  const place = `/requests/${page.requestId}`;
  return (
    <div className="stack">
      <PageHead
        title={writeBack.request.title}
        note={page.vendor}
        lead={writeBack.request.lead}
        crumbs={[
          { to: "/requests", label: requests.title },
          { to: place, label: page.about },
          { label: writeBack.request.title },
        ]}
      >
        {page.total > 0 && (
          <a className="button primary" href={`${place}/official/file`}>
            {writeBack.download(page.total)}
          </a>
        )}
      </PageHead>
      <WrittenRows page={page} what={writeBack.request.what} none={writeBack.noneOfficial} />
    </div>
  );
}

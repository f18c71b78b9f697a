import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { WriteTargets, writeTargetFrom } from "~/components/write-targets";
import { WrittenRows } from "~/components/written-rows";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { refuse, reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { showDisclosure } from "~/use-cases/disclosures.server";
import { writtenPage } from "~/written-file.server";
import { writtenDisclosure } from "./targets.server";

export const meta = pageTitle((words) => words.writeBack.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  if (!isId(params.id)) throw refuse([problem("not-found")]);
  const shown = await showDisclosure(ports, scope, { disclosureId: params.id });
  if (!shown.ok) throw refuse(shown.problems);
  const { id, product, productVersion } = shown.value.disclosure;
  const target = writeTargetFrom(new URL(request.url).searchParams);
  const file = await writtenDisclosure(ports, scope, id, target);
  return reply({ id, name: `${product} ${productVersion}`, target, ...writtenPage(file) });
}

export default function WriteBack() {
  const page = useLoaderData<typeof loader>();
  const { writeBack, disclosures } = useWords();
  return (
    <div className="stack">
      <PageHead
        title={writeBack.title}
        note={page.name}
        lead={writeBack.lead}
        crumbs={[
          { to: "/disclosures", label: disclosures.title },
          { to: `/disclosures/${page.id}`, label: page.name },
          { label: writeBack.title },
        ]}
      >
        {page.total > 0 && (
          <a className="button primary" href={`/disclosures/${page.id}/write-back/file?to=${page.target}`}>
            {writeBack.download(page.total)}
          </a>
        )}
      </PageHead>
      <WriteTargets target={page.target} />
      <WrittenRows
        page={page}
        what={writeBack.what[page.target]}
        none={page.target === "vendor" ? writeBack.none : writeBack.noneOfficial}
      />
    </div>
  );
}

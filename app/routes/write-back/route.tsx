import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { refuse, reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { showDisclosure } from "~/use-cases/disclosures.server";
import { targetFrom, targets, writtenFile } from "./targets.server";
import { WrittenRows } from "./written-rows";

export const meta = pageTitle((words) => words.catalogueDrafts.writeBack.title);

/** Rows that are listed; the file holds them all. */
const SHOWN_ROWS = 50;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  if (!isId(params.id)) throw refuse([problem("not-found")]);
  const shown = await showDisclosure(ports, scope, { disclosureId: params.id });
  if (!shown.ok) throw refuse(shown.problems);
  const { id, product, productVersion } = shown.value.disclosure;
  const target = targetFrom(new URL(request.url).searchParams);
  const file = await writtenFile(ports, scope, id, target);
  const [written, problems] = file.ok ? [file.value.written, file.value.problems] : [[], file.problems];
  const part = { rows: written.slice(0, SHOWN_ROWS), total: written.length, problems, isRefused: !file.ok };
  return reply({ id, name: `${product} ${productVersion}`, target, targets, ...part });
}

export default function WriteBack() {
  const page = useLoaderData<typeof loader>();
  const { catalogueDrafts, disclosures } = useWords();
  const { writeBack } = catalogueDrafts;
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
      <nav className="filters" aria-label={writeBack.title}>
        {page.targets.map((each) => (
          <Link
            key={each}
            className="filter"
            to={`?to=${each}`}
            aria-current={each === page.target ? "true" : undefined}
          >
            {writeBack.targets[each]}
          </Link>
        ))}
      </nav>
      <WrittenRows page={page} />
    </div>
  );
}

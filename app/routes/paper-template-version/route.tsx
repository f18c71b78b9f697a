import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Facts } from "~/components/facts";
import { LineDifferences } from "~/components/line-differences";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { refuse, reply } from "~/http.server";
import { formatMoment } from "~/messages/days";
import { wordsOf } from "~/messages/words";
import { pageTitle } from "~/page-title";
import { shownNames } from "~/routes/paper-template-draft/shown-names";
import { requireScope } from "~/scope.server";
import { differencesOfTemplate } from "~/use-cases/paper-differences.server";

export const meta = pageTitle<typeof loader>(
  (words, data) => data?.version.ref ?? words.paperTemplates.title,
);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope, language } = await requireScope(request, context, "viewer");
  const found = await differencesOfTemplate(ports, scope, { versionId: params.id ?? "" });
  if (!found.ok) throw refuse(found.problems);
  const { version, template, differences } = found.value;
  const names = shownNames(template, wordsOf(language));
  return reply({
    version,
    title: template.head.title,
    differences: differences.map((each) => ({
      ...each,
      old: names.show(each.old),
      next: names.show(each.next),
    })),
  });
}

export default function PaperTemplateVersion() {
  const words = useWords();
  const { version, title, differences } = useLoaderData<typeof loader>();
  const { papers, paperTemplates, paperDifferences } = words;
  const name = paperTemplates.own(version.ref.split("@")[1] ?? "");
  return (
    <div className="stack">
      <PageHead
        title={`${title}　${name}`}
        lead={paperDifferences.templateLead(version.basis, version.ref)}
        crumbs={[
          { to: "/papers", label: papers.title },
          { to: "/paper-templates", label: paperTemplates.title },
          { label: name },
        ]}
      />
      <section className="panel">
        <Facts
          facts={[
            { label: paperTemplates.note, value: version.note },
            { label: paperTemplates.by, value: version.publishedBy ?? "" },
            { label: paperTemplates.changedAt, value: formatMoment(version.publishedAt) },
            { label: paperTemplates.sha256, value: <span className="hash">{version.bodySha256}</span> },
          ]}
        />
      </section>
      <section className="panel">
        <h2>{paperDifferences.count(differences.length)}</h2>
        <LineDifferences differences={differences} />
      </section>
    </div>
  );
}

import { listTemplateVersions, openTemplateDrafts } from "#db/queries/annex-templates.server";
import { paperKinds } from "~/domain/annex-kind";
import { catalogueRef } from "~/domain/provenance";
import { may } from "~/domain/rights";
import type { Visit } from "~/scope.server";
import { annexTemplatesOf } from "~/use-cases/annex-templates.server";

/** Every template with the version in use, drafts that are open, and the hospital's versions; four queries. */
export async function readTemplateList({ ports, scope }: Visit) {
  const [templates, drafts, versions] = await Promise.all([
    annexTemplatesOf(ports, scope),
    openTemplateDrafts(ports.db, scope),
    listTemplateVersions(ports.db, scope),
  ]);
  const titleOf = (ref: string) => templates.byRef.get(ref)?.head.title ?? ref;
  const own = new Set(versions.map((each) => each.ref));
  return {
    templates: [...templates.current.values()]
      .map((each) => {
        const ref = catalogueRef(each.head);
        const shipped = ports.catalogues.currentAnnexTemplate(each.head.id);
        const root = each.head.version.replace(/-\d+$/, "");
        return {
          ref,
          title: each.title,
          defaultPrintedNo: each.defaultPrintedNo,
          audience: each.audience,
          version: each.head.version,
          isOwn: own.has(ref),
          shippedRef: shipped ? catalogueRef(shipped.head) : null,
          newerShipped: shipped && shipped.head.version !== root ? shipped.head.version : null,
          rank: paperKinds.indexOf(each.paperKind),
        };
      })
      .sort((a, b) => a.rank - b.rank || (a.ref < b.ref ? -1 : 1)),
    drafts: drafts.map((each) => ({ ...each, title: titleOf(each.basis) })),
    versions: versions.map((each) => ({
      ...each,
      title: titleOf(each.ref),
      version: each.ref.split("@")[1] ?? "",
    })),
    mayEdit: may(scope, "template:write"),
  };
}
export type TemplateList = Awaited<ReturnType<typeof readTemplateList>>;

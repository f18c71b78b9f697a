import { ownTemplateBodies, ownTemplateRefs } from "#db/queries/annex-templates.server";
import type { AnnexTemplate } from "~/domain/annex-template";
import { parseAnnexTemplate } from "~/domain/annex-template-file";
import { catalogueRef } from "~/domain/provenance";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";

/** The templates a hospital prints with: what ships and every wording of its own; old ones stay for papers that name them. */
export type HospitalTemplates = {
  /** By `id@version`. */
  readonly byRef: ReadonlyMap<string, AnnexTemplate>;
  /** By id: the hospital's newest wording, else the shipped one. */
  readonly current: ReadonlyMap<string, AnnexTemplate>;
};

/** Parsed bodies by database and id: versions are frozen, so an id never gets another body. */
const keptOf = new WeakMap<object, Map<string, AnnexTemplate>>();

/** One query for the refs each time; a body is read and parsed once. */
export async function annexTemplatesOf(
  ports: Pick<Ports, "db" | "catalogues">,
  scope: Pick<Scope, "hospitalId">,
): Promise<HospitalTemplates> {
  const shipped = [...ports.catalogues.annexTemplates.values()];
  const byRef = new Map(shipped.map((each) => [catalogueRef(each.head), each]));
  const current = new Map(
    shipped.filter((each) => each.head.replacedBy === null).map((each) => [each.head.id, each]),
  );
  const own = await ownTemplateRefs(ports.db, scope);
  const kept = keptOf.get(ports.db) ?? new Map<string, AnnexTemplate>();
  keptOf.set(ports.db, kept);
  const unknown = own.map((each) => each.id).filter((id) => !kept.has(id));
  for (const { id, body } of await ownTemplateBodies(ports.db, scope, unknown)) kept.set(id, parseBody(body));
  for (const { id, ref, templateId } of own) {
    const template = kept.get(id);
    if (template === undefined) continue;
    byRef.set(ref, template);
    current.set(templateId, template);
  }
  return { byRef, current };
}

/** @throws when a frozen body is no template: a defect of ours, never a person's error */
export function parseBody(body: string): AnnexTemplate {
  const parsed = parseAnnexTemplate(JSON.parse(body), "annex_template_version");
  if (!parsed.ok) throw new Error(`a frozen template cannot be read: ${JSON.stringify(parsed.problems)}`);
  return parsed.value;
}

import { currentDisclosures, installedVersions } from "#db/queries/deadlines.server";
import { dayInTokyo, isRealDay } from "~/domain/day";
import type { Scope } from "~/domain/scope";
import { type StaleFacts, type StaleReason, staleReasons } from "~/domain/staleness";
import { cataloguesOf } from "./catalogues.server";
import type { Ports } from "./ports.server";

export type StaleDisclosure = {
  id: string;
  name: string;
  about: string;
  productVersionId: string;
  reasons: StaleReason[];
};

/** What the hospital's disclosures are held against today: two queries. */
export async function staleFacts(ports: Ports, scope: Scope): Promise<StaleFacts> {
  const [installed, catalogues] = await Promise.all([
    installedVersions(ports.db, scope),
    cataloguesOf(ports, scope),
  ]);
  const guidelines = [...catalogues.guidelines.values()].filter((each) => each.head.replacedBy === null);
  return {
    today: dayInTokyo(ports.now()),
    installed,
    editions: [...catalogues.questionnaires.values()].map(({ form, head }) => ({
      form,
      version: head.version,
    })),
    guidelines: guidelines.map(({ head: { title, version, issuedOn } }) => ({
      title,
      version,
      // why: of an older edition only the month may be known; it tells nothing about a day.
      issuedOn: issuedOn !== null && isRealDay(issuedOn) ? issuedOn : null,
    })),
  };
}

/**
 * 見直しが必要な開示書: every current disclosure with a reason to ask for a new one, oldest 作成日 first.
 * Three queries, whatever the size of the hospital.
 */
export async function listStaleDisclosures(ports: Ports, scope: Scope): Promise<StaleDisclosure[]> {
  const [facts, current] = await Promise.all([staleFacts(ports, scope), currentDisclosures(ports.db, scope)]);
  return [...current]
    .sort((a, b) => (a.issuedOn < b.issuedOn ? -1 : a.issuedOn > b.issuedOn ? 1 : 0))
    .flatMap(({ id, name, about, ...each }) => {
      const reasons = staleReasons(each, facts);
      return reasons.length === 0
        ? []
        : [{ id, name, about, productVersionId: each.productVersionId, reasons }];
    });
}

import { type RegisterNoun, registerNouns } from "./register.ts";

/** Why a record that an import made stays when the import is taken back. */
export const stayReasons = ["changed", "archived", "used"] as const;
export type StayReason = (typeof stayReasons)[number];

export type MadeState = {
  noun: RegisterNoun;
  id: string;
  name: string;
  /** Saved by a person after the import wrote it. */
  isChanged: boolean;
  isArchived: boolean;
  /** Rows that point to it, by table and id. */
  usedBy: readonly { table: string; id: string }[];
};
export type MadeLink = { id: string; contractId: string; systemId: string };
export type Staying = { noun: RegisterNoun; id: string; name: string; reason: StayReason; usedBy: string };

export type TakeBack = {
  /** Ids that leave, by kind; a contract is put away, because its recorded period is frozen. */
  leaving: Record<RegisterNoun, string[]>;
  links: string[];
  /** Vendors that are put away with a contract instead of deleted. */
  vendorsPutAway: string[];
  stays: Staying[];
};

/** Contracts before the systems they cover; then children before parents. */
const order: readonly RegisterNoun[] = [
  "contract",
  "server",
  "system",
  "vendorContact",
  "productVersion",
  "product",
  "vendor",
];

/**
 * 丸ごと取り消す: what can leave without taking anything from anybody. A record stays when a person changed it, put
 * it away, or when anything that stays points to it. A covered system leaves with the batch unless its contract
 * stays. Pure: the caller brings what points to what.
 */
export function planTakeBack(made: readonly MadeState[], links: readonly MadeLink[]): TakeBack {
  const gone = new Set<string>();
  const stays: Staying[] = [];
  const linkIds = new Set(links.map((each) => each.id));
  const leaving = Object.fromEntries(registerNouns.map((noun) => [noun, [] as string[]]));
  const leavingLinks: string[] = [];
  const vendorsPutAway: string[] = [];
  for (const noun of order) {
    for (const each of made.filter((one) => one.noun === noun)) {
      const isOwn = (use: { table: string; id: string }) =>
        gone.has(use.id) ||
        (noun === "contract" && (use.table === "contract_revision" || linkIds.has(use.id)));
      const user = each.usedBy.find((use) => !isOwn(use));
      const reason = each.isArchived ? "archived" : each.isChanged ? "changed" : user ? "used" : null;
      if (reason !== null) {
        stays.push({
          noun,
          id: each.id,
          name: each.name,
          reason,
          usedBy: reason === "used" ? (user?.table ?? "") : "",
        });
        continue;
      }
      gone.add(each.id);
      const isPutAway = noun === "vendor" && each.usedBy.some((use) => use.table === "contract");
      if (isPutAway) vendorsPutAway.push(each.id);
      else leaving[noun]?.push(each.id);
    }
    if (noun === "contract") {
      const staying = new Set(stays.map((each) => each.id));
      for (const link of links.filter((each) => !staying.has(each.contractId))) {
        leavingLinks.push(link.id);
        gone.add(link.id);
      }
    }
  }
  const byNoun = (noun: RegisterNoun) => leaving[noun] ?? [];
  return {
    leaving: {
      vendor: byNoun("vendor"),
      vendorContact: byNoun("vendorContact"),
      product: byNoun("product"),
      productVersion: byNoun("productVersion"),
      system: byNoun("system"),
      server: byNoun("server"),
      contract: byNoun("contract"),
    },
    links: leavingLinks,
    vendorsPutAway,
    stays,
  };
}

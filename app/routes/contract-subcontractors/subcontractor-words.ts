import type { Language } from "~/domain/scope";
import { formatDay } from "~/messages/days";
import { optionLabel } from "~/messages/labels";
import type { Words } from "~/messages/words";
import type { SubcontractorsPage } from "./page.server";

export type Placed = SubcontractorsPage["placed"][number];

/** The columns of the list in words, for the page and for exports. */
export function subcontractorCells(words: Words, language: Language, each: Placed, vendorName: string) {
  const { contractRecords: text } = words;
  const kinds = each.dataKinds.map((kind) => optionLabel(words, "system", "dataKinds", kind)).join("・");
  const contact = text.dataContacts[each.dataContact];
  return {
    name: each.name,
    level: each.level,
    parent: each.path.at(-1) ?? (each.isDetached ? `（${words.entries.detached}）` : vendorName),
    work: each.work,
    data: kinds === "" ? contact : `${contact}（${kinds}）`,
    country: each.country || text.home,
    certificates: each.certificates
      .map(({ name, number, expiresOn }) =>
        [name, number, expiresOn ? text.until(formatDay(expiresOn, language)) : ""].filter(Boolean).join(" "),
      )
      .join("、"),
    approvedOn: each.approvedOn ? formatDay(each.approvedOn, language) : words.forms.notGiven,
    concerns: [
      ...(each.use === "in-use" ? [] : [words.entries.uses[each.use]]),
      ...each.concerns.map((concern) => text.concerns[concern]),
    ].join("・"),
  };
}

export const subcontractorColumns = [
  "name",
  "level",
  "parent",
  "work",
  "data",
  "country",
  "certificates",
  "approvedOn",
  "concerns",
] as const;

import { jointPartyName } from "~/components/joints";
import { bearerThen, clauseThen } from "~/components/update-fields";
import type { SituationParty } from "~/domain/role-sheet";
import type { Words } from "~/messages/words";
import { type Labels, partyWord } from "~/routes/role-sheet/party-words";
import type { showInCharge } from "~/use-cases/in-charge.server";

type Shown = Extract<Awaited<ReturnType<typeof showInCharge>>, { ok: true }>["value"];
type Line = Record<string, string | number | null>;

/** Headings of the file, in its order. */
export function inChargeHeadings(words: Words): { key: string; heading: string; width?: number }[] {
  const { inCharge, dates: dateWords } = words.overTime;
  return [
    { key: "day", heading: dateWords.day },
    { key: "knownOn", heading: dateWords.knownOn },
    { key: "kind", heading: inCharge.kind },
    { key: "contract", heading: words.nouns.contract.one },
    { key: "vendor", heading: words.overTime.vendor },
    { key: "no", heading: inCharge.columns.no },
    { key: "label", heading: inCharge.columns.label, width: 40 },
    { key: "party", heading: inCharge.columns.party },
    { key: "thirdParty", heading: words.roles.column.thirdPartyName },
    { key: "emergency", heading: words.roles.column.emergencyParty },
    { key: "end", heading: words.roles.column.endParty },
    { key: "leftOut", heading: inCharge.leftOut },
    { key: "what", heading: inCharge.columns.what, width: 40 },
    { key: "clause", heading: words.roles.column.clause },
    { key: "revision", heading: inCharge.columns.proof },
    { key: "effectiveFrom", heading: words.contracts.stateColumns.from },
  ];
}

/** Everything the page shows, a line each: roles, sheets that name nobody, outside parties, joints and servers. */
export function inChargeLines(words: Words, shown: Shown): Line[] {
  const { day, knownOn } = shown.dates;
  const { kinds } = words.overTime.inCharge;
  const line = (kind: keyof typeof kinds, more: Line): Line => ({
    ...blank,
    day,
    knownOn,
    kind: kinds[kind],
    ...more,
  });
  return [
    ...shown.rows.map((row) => line("row", rowLine(words, row))),
    ...shown.silent.map((sheet) =>
      line("silent", {
        contract: sheet.contractNumber,
        vendor: sheet.vendorName,
        label: sheet.title,
        what: sheet.silence === null ? "" : words.contracts.silences[sheet.silence],
      }),
    ),
    ...shown.outside.subcontractors.map((each) => line("subcontractor", subcontractorLine(words, each))),
    ...shown.outside.connections.map((each) => line("connection", connectionLine(words, each))),
    ...shown.outside.joints.map((each) => line("joint", jointLine(words, each))),
    ...shown.outside.servers.map((each) => line("server", serverLine(words, each))),
  ];
}

const blank: Line = {
  ...{ contract: "", vendor: "", no: "", label: "", party: "", thirdParty: "", emergency: "", end: "" },
  ...{ leftOut: "", what: "", clause: "", revision: null, effectiveFrom: null },
};

function rowLine(words: Words, row: Shown["rows"][number]): Line {
  const situation = (labels: Labels, said: SituationParty) =>
    said === "" || said === "same" ? words.roles.situationParties[said] : partyWord(words, labels, said);
  return {
    contract: row.sheet.contractNumber,
    vendor: row.sheet.vendorName,
    no: row.no,
    label: row.label,
    party: partyWord(words, row.sheet, row.party),
    thirdParty: row.thirdPartyName,
    emergency: situation(row.sheet, row.emergencyParty),
    end: situation(row.sheet, row.endParty),
    leftOut: row.leftOutReason,
    what: row.what,
    clause: row.clause,
    revision: row.sheet.revisionNo,
    effectiveFrom: row.sheet.effectiveFrom,
  };
}

type Outside = Shown["outside"];

function subcontractorLine(words: Words, each: Outside["subcontractors"][number]): Line {
  const { contractRecords, entries } = words;
  return {
    contract: each.number,
    vendor: each.worksFor ?? entries.detached,
    label: each.name,
    party: words.parties["third-party"],
    thirdParty: each.name,
    what: [each.work, contractRecords.level(each.level), entries.uses[each.use]].join("・"),
    effectiveFrom: each.effectiveFrom,
  };
}

function connectionLine({ connections: text }: Words, each: Outside["connections"][number]): Line {
  return {
    vendor: each.counterpart,
    label: `${each.system} ${each.name}`,
    party: text.options.patchBearer[each.patchBearer],
    what: [text.options.purpose[each.purpose], text.options.method[each.method], each.device]
      .filter((part) => part !== "")
      .join("・"),
    effectiveFrom: each.effectiveFrom,
  };
}

function serverLine(words: Words, each: Outside["servers"][number]): Line {
  return {
    contract: each.contract,
    vendor: each.vendor,
    label: `${each.system} ${each.name}`,
    party: bearerThen(words, each),
    clause: clauseThen(words, each),
    effectiveFrom: each.effectiveFrom,
  };
}

function jointLine(words: Words, each: Outside["joints"][number]): Line {
  const nobody = words.coverage.nobody;
  const contracts = [...each.first.contracts, ...each.second.contracts];
  return {
    contract: [...new Set(contracts.map((one) => one.number))].join("、"),
    vendor: [...new Set(contracts.map((one) => one.vendor))].join("、"),
    label: `${each.first.system}／${each.second.system}`,
    party: jointPartyName(words, each, each.party) || nobody,
    thirdParty: each.thirdPartyName,
    emergency: jointPartyName(words, each, each.emergencyParty) || nobody,
    what: [each.what, each.note].filter((part) => part !== "").join("・"),
    effectiveFrom: each.effectiveFrom,
  };
}

import { readdirSync, readFileSync } from "node:fs";
import type { AnnexField, Entered } from "../../app/domain/annex-field.ts";
import { type ContractPaperInput, contractPaperInputSchema } from "../../app/domain/annex-input.ts";
import type { ContractAnnexTemplate } from "../../app/domain/annex-template.ts";
import { parseAnnexTemplate } from "../../app/domain/annex-template-file.ts";

const folder = new URL("../../templates/annexes/", import.meta.url);

/** Every contract template that ships, by its id: the version that is printed with when nobody chose another. */
export const contractTemplates: readonly ContractAnnexTemplate[] = readdirSync(folder)
  .filter((each) => each.endsWith(".json"))
  .sort()
  .flatMap((name) => {
    const parsed = parseAnnexTemplate(JSON.parse(readFileSync(new URL(name, folder), "utf8")), name);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return parsed.value.audience === "contract" && parsed.value.head.replacedBy === null
      ? [parsed.value]
      : [];
  });

/** Something fitting in every 記入欄; `pick` chooses among the options of a choice. */
export function everythingWritten(
  template: ContractAnnexTemplate,
  pick: (field: Extract<AnnexField, { type: "choice" }>) => number = () => 0,
): Entered {
  return Object.fromEntries(template.fields.map((field) => [field.key, written(field, pick)]));
}

function written(
  field: AnnexField,
  pick: (field: Extract<AnnexField, { type: "choice" }>) => number,
): Entered[string] {
  switch (field.type) {
    case "text":
      return `${field.label}の記載`;
    case "long-text":
      return `${field.label}の一行目\n二行目`;
    case "day":
      return "2027-03-31";
    case "whole":
      return String(Math.max(field.least, Math.min(field.most, 24)));
    case "choice":
      return field.options[pick(field) % field.options.length]?.value ?? "";
    case "rows":
      return (field.presets.length > 0 ? field.presets : [{}]).map((preset) =>
        Object.fromEntries(
          field.columns.map(({ key, label, options }) => [
            key,
            preset[key] ?? options[0]?.value ?? `${label}の記載`,
          ]),
        ),
      );
  }
}

const base = contractPaperInputSchema.parse(
  JSON.parse(readFileSync(new URL("../golden/annexes/contract-input.json", import.meta.url), "utf8")),
);

/** A snapshot in which every record a template can name has rows, with names that are hard to print. */
export function fullInput(template: ContractAnnexTemplate): ContractPaperInput {
  const [first] = base.systems;
  const system = first?.name ?? "電子カルテ";
  return {
    ...base,
    printedNo: template.defaultPrintedNo,
    entered: everythingWritten(template),
    servers: [
      {
        name: "カルテDBサーバ",
        system,
        kind: "physical",
        os: "Windows Server 2022",
        bearer: "vendor",
        clause: "第7条第2項（保守契約書 p.4）",
      },
      { name: "単体で動く心電図PC", system, kind: "pc", os: "Windows 11", bearer: "vendor", clause: "" },
    ],
    updates: { declaredOn: "2026-10-01", uncovered: [] },
    subcontractors: [
      {
        level: 1,
        name: "髙﨑データセンター株式会社",
        principal: "",
        work: "監視",
        dataContact: "possible",
        country: "日本",
        certificates: [{ name: "ISMS", number: "IS 1234", expiresOn: "2028-03-31" }],
        approvedOn: "2026-04-01",
        sameDuty: "yes",
      },
      {
        level: 2,
        name: "葛󠄀城運用合同会社",
        principal: "髙﨑データセンター株式会社",
        work: "夜間の監視",
        dataContact: "none",
        country: "日本",
        certificates: [],
        approvedOn: null,
        sameDuty: "unclear",
      },
    ],
    connections: [
      {
        name: "遠隔保守回線",
        system,
        purpose: "remote-maintenance",
        method: "ipsec-ike",
        opening: "on-demand",
        accounts: "individual",
        secondFactor: "in-use",
        patchBearer: "vendor",
        sourceLimit: "limited",
        logDays: 365,
      },
    ],
    twoFactor: [
      {
        system,
        place: "client",
        state: "planned",
        route: "application",
        preconditions: [],
        plannedOn: "2027-03-31",
      },
      {
        system,
        place: "server",
        state: "ready",
        route: "jump-host",
        preconditions: ["no-outside-admin", "patched", "no-shared-password"],
        plannedOn: null,
      },
    ],
    clauses: [
      {
        kind: "security-update",
        number: "第7条第2項",
        quote: "乙は更新を適用する。",
        document: "保守契約書",
        page: 4,
      },
    ],
    contacts: [
      {
        name: "髙橋 花子",
        department: "保守部",
        role: "security",
        hours: "always",
        phone: "03-0000-0000",
        mail: "takahashi@example.jp",
      },
    ],
    papers: [
      {
        printedNo: "別紙２",
        title: "役割分担",
        issueNo: 1,
        issuedOn: "2026-11-01",
        pages: 5,
        sha256: "a".repeat(64),
      },
    ],
  };
}

import type { Condition, Statement } from "./annex-condition.ts";
import type { AnnexTemplate } from "./annex-template.ts";

/** Records that only the papers whose template names them carry in their snapshot (annex-input). */
export const namedRecords = [
  "servers",
  "updates",
  "subcontractors",
  "connections",
  "two-factor",
  "clauses",
  "vendor-contacts",
  "papers",
] as const;
export type NamedRecord = (typeof namedRecords)[number];

const recordOfCondition: Readonly<Record<string, readonly NamedRecord[]>> = {
  "has-servers": ["servers"],
  "no-servers": ["servers"],
  "servers-all-vendor": ["servers"],
  "servers-not-all-vendor": ["servers"],
  "updates-entrusted": ["servers", "updates"],
  "has-subcontractors": ["subcontractors"],
  "no-subcontractors": ["subcontractors"],
  "has-connections": ["connections"],
  "no-connections": ["connections"],
  "has-two-factor": ["two-factor"],
  "no-two-factor": ["two-factor"],
  "has-papers": ["papers"],
};
const recordOfPlaceholder: Readonly<Record<string, NamedRecord>> = {
  serverCount: "servers",
  serversDeclaredOn: "updates",
  subcontractorCount: "subcontractors",
};

/** What a template's tables, sentences, conditions and statements read, beyond what every paper carries. */
export function recordsNamed(template: AnnexTemplate): ReadonlySet<NamedRecord> {
  const found = new Set<NamedRecord>();
  const ofCondition = (when: Condition | Statement | undefined) => {
    if (typeof when === "string") for (const each of recordOfCondition[when] ?? []) found.add(each);
  };
  const ofText = (text: string) => {
    for (const [, name = ""] of text.matchAll(/\{\{([^}]*)\}\}/g)) {
      const record = recordOfPlaceholder[name];
      if (record !== undefined) found.add(record);
    }
  };
  for (const section of template.sections) ofCondition(section.when);
  for (const field of template.fields) ofCondition(field.when);
  for (const block of [...template.preamble, ...template.sections.flatMap((each) => each.body)]) {
    ofCondition(block.when);
    if (block.kind !== "table") ofText(block.text);
    if (block.kind === "clause") ofCondition(block.states);
    const source = block.kind === "table" ? namedRecords.find((each) => each === block.source) : undefined;
    if (source !== undefined) found.add(source);
  }
  return found;
}

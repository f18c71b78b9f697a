import type { RawForm } from "./contract-form.ts";
import { type Day, isRealDay } from "./day.ts";
import { failed, type Problem, problem, type Result } from "./problem.ts";
import { dataKinds } from "./register.ts";
import { type Certificate, dataContacts, sameDuties } from "./subcontractor.ts";

/** What a form says about one subcontractor. */
export type SubcontractorFields = {
  parentId: string | null;
  name: string;
  address: string;
  work: string;
  dataContact: (typeof dataContacts)[number];
  dataKinds: string[];
  country: string;
  certificates: Certificate[];
  approvedOn: Day | null;
  sameDuty: (typeof sameDuties)[number];
  usedFrom: Day | null;
  usedTo: Day | null;
  note: string;
};

export const MAX_CERTIFICATES = 10;
const limits = { name: 200, address: 200, work: 400, country: 100, note: 4000 } as const;
const dayNames = ["approvedOn", "usedFrom", "usedTo"] as const;

/**
 * The form of one subcontractor. Certificates are repeated fields (`certificateName`, `certificateNumber`,
 * `certificateExpiresOn`); a line without any text is no line. Problems name their field.
 */
export function parseSubcontractor(raw: RawForm): Result<SubcontractorFields> {
  const problems: Problem[] = [];
  for (const [name, max] of Object.entries(limits)) {
    if (textOf(raw, name).length > max) problems.push(problem("field-too-long", { max }, name));
  }
  for (const name of ["name", "work"])
    if (textOf(raw, name) === "") problems.push(problem("field-required", {}, name));
  for (const name of dayNames) {
    const value = textOf(raw, name);
    if (value !== "" && !isRealDay(value)) problems.push(problem("field-not-a-day", { value }, name));
  }
  const [from, to] = [textOf(raw, "usedFrom"), textOf(raw, "usedTo")];
  if (from !== "" && to !== "" && to < from) problems.push(problem("day-order", { from, to }, "usedTo"));
  const dataContact = dataContacts.find((each) => each === textOf(raw, "dataContact"));
  if (dataContact === undefined) problems.push(problem("field-required", {}, "dataContact"));
  const sameDuty = sameDuties.find((each) => each === textOf(raw, "sameDuty"));
  if (sameDuty === undefined) problems.push(problem("field-required", {}, "sameDuty"));
  const certificates = certificatesOf(raw);
  if ("code" in certificates) problems.push(certificates);
  if ("code" in certificates || !dataContact || !sameDuty || problems.length > 0) return failed(...problems);
  return {
    ok: true,
    value: {
      parentId: textOf(raw, "parentId") || null,
      name: textOf(raw, "name"),
      address: textOf(raw, "address"),
      work: textOf(raw, "work"),
      dataContact,
      dataKinds: listOf(raw, "dataKinds").filter((each) => dataKinds.some((known) => known === each)),
      country: textOf(raw, "country"),
      certificates,
      approvedOn: textOf(raw, "approvedOn") || null,
      sameDuty,
      usedFrom: from || null,
      usedTo: to || null,
      note: textOf(raw, "note"),
    },
  };
}

function certificatesOf(raw: RawForm): Certificate[] | Problem {
  const [numbers, days] = [listOf(raw, "certificateNumber"), listOf(raw, "certificateExpiresOn")];
  const found: Certificate[] = [];
  for (const [at, name] of listOf(raw, "certificateName").entries()) {
    const [number, day] = [numbers[at] ?? "", days[at] ?? ""];
    if (name === "" && number === "" && day === "") continue;
    if (name === "") return problem("field-required", {}, "certificateName");
    if (day !== "" && !isRealDay(day))
      return problem("field-not-a-day", { value: day }, "certificateExpiresOn");
    if (name.length > 200 || number.length > 200)
      return problem("field-too-long", { max: 200 }, "certificateName");
    found.push({ name, number, expiresOn: day || null });
  }
  return found.length > MAX_CERTIFICATES
    ? problem("lines-too-many", { max: MAX_CERTIFICATES }, "certificateName")
    : found;
}

function listOf(raw: RawForm, name: string): string[] {
  const value = raw[name];
  return (value === undefined ? [] : Array.isArray(value) ? value : [value]).map((each) => each.trim());
}

function textOf(raw: RawForm, name: string): string {
  return listOf(raw, name)[0] ?? "";
}

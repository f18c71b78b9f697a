import { planField, type RawPlan } from "~/domain/two-factor-plan";

type Fields = Readonly<Record<string, string | string[]>>;

/** Rows as the form posts them: `row` names system, place and the record shown; the rest stands under `planField`. */
export function typedPlans(fields: Fields): RawPlan[] {
  const texts = onlyTexts(fields);
  const rows = fields.row === undefined ? [] : Array.isArray(fields.row) ? fields.row : [fields.row];
  return rows.map((each) => {
    const [systemId = "", place = "", seen = ""] = each.split(".");
    const typed = (name: "kind" | "plannedOn" | "costEstimate") =>
      texts[planField(name, { systemId, place })] ?? "";
    return {
      systemId,
      place,
      seen,
      kind: typed("kind"),
      plannedOn: typed("plannedOn"),
      costEstimate: typed("costEstimate"),
    };
  });
}

/** Fields that came once, as text. */
export function onlyTexts(fields: Fields): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}

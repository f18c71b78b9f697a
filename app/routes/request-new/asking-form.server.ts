import { type FormRequestKind, formRequestKinds } from "~/domain/request";
import { listOf, textOf } from "~/http.server";
import type { Asking, Target } from "~/use-cases/ask-vendors.server";
import { parseReminderDays } from "~/use-cases/mail-settings.server";

type Fields = Readonly<Record<string, string | string[]>>;

/** What was typed into the form, as it was typed; contact and systems by the subject's id. */
export type TypedAsking = {
  catalogueRef: string;
  title: string;
  message: string;
  dueOn: string;
  recurrence: string;
  reminderDays: string;
  split: string;
  contacts: Record<string, string>;
  systems: Record<string, string[]>;
};

/** The kind named in an address or a form; a disclosure when none or an unknown one is. */
export function kindOf(given: string | null): FormRequestKind {
  return formRequestKinds.find((each) => each === given) ?? "disclosure";
}

export function typedAsking(fields: Fields, ids: readonly string[]): TypedAsking {
  const text = (name: string) => textOf(fields, name);
  return {
    catalogueRef: text("catalogueRef"),
    title: text("title"),
    message: text("message"),
    dueOn: text("dueOn"),
    recurrence: text("recurrence"),
    reminderDays: text("reminderDays"),
    split: text("split"),
    contacts: Object.fromEntries(ids.map((id) => [id, text(`contact-${id}`)])),
    systems: Object.fromEntries(ids.map((id) => [id, listOf(fields, `system-${id}`)])),
  };
}

/**
 * The form as an asking: one target per subject; a checklist that is divided has one per system.
 * @param vendorOf vendor of each subject; a subject nobody knows has none and is refused by the use case
 */
export function askingOf(
  kind: FormRequestKind,
  ids: readonly string[],
  typed: TypedAsking,
  vendorOf: ReadonlyMap<string, string>,
): Asking {
  const targets = ids.flatMap((id) => targetsOf(kind, id, typed, vendorOf.get(id) ?? ""));
  const { split: _split, contacts: _contacts, systems: _systems, reminderDays, ...rest } = typed;
  // why NaN: what cannot be read as days is refused by the use case with the field's own problem.
  return { kind, ...rest, reminderDays: parseReminderDays(reminderDays) ?? [Number.NaN], targets };
}

function targetsOf(kind: FormRequestKind, id: string, typed: TypedAsking, vendorId: string): Target[] {
  const common = { vendorId, contactId: typed.contacts[id] ?? "" };
  if (kind === "disclosure") return [{ ...common, productVersionId: id }];
  if (kind === "role-sheet") return [{ ...common, contractId: id }];
  const systemIds = typed.systems[id] ?? [];
  if (typed.split !== "each" || systemIds.length < 2) return [{ ...common, systemIds }];
  return systemIds.map((each) => ({ ...common, systemIds: [each] }));
}

import type { RawIncident } from "~/domain/incident";

/** An incident as it stands in a form's fields. */
export function typedIncident(field: (name: string) => string): RawIncident {
  return {
    kind: field("kind"),
    title: field("title"),
    happenedOn: field("happenedOn"),
    endedOn: field("endedOn"),
    systemId: field("systemId"),
    contractId: field("contractId"),
    note: field("note"),
  };
}

import type { Deadline, DecisionPlace } from "~/domain/deadline";

/** The record a deadline comes from. */
export function deadlinePath(deadline: Pick<Deadline, "kind" | "recordId" | "decidedAt">): string {
  switch (deadline.kind) {
    case "decision-due":
    case "acceptance-end":
      return `/decisions/${deadline.recordId}`;
    case "request-due":
      return `/requests/${deadline.recordId}`;
    case "role-review":
      return `/role-sheets/${deadline.recordId}#review`;
    case "notice-day":
    case "contract-end":
      return `/contracts/${deadline.recordId}`;
    case "certificate-end":
      return `/contracts/${deadline.recordId}/subcontractors`;
    case "support-end":
      return `/versions/${deadline.recordId}`;
    case "disclosure-old":
      return `/disclosures/${deadline.recordId}`;
    case "checklist-target":
      return `/self-checks/${deadline.recordId}`;
  }
}

/** A decision is seen where it was taken: on the comparison of its disclosure, opened at its requirement. */
export function decisionPath(place: DecisionPlace | undefined): string {
  if (!place) return "/assessments";
  const search = new URLSearchParams({ guideline: place.guideline, show: "all", open: place.requirement });
  return `/assessments/${place.disclosureId}?${search}#open`;
}

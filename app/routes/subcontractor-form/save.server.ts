import { countOf, type readForm, textOf } from "~/http.server";
import type { Visit } from "~/scope.server";
import {
  addSubcontractor,
  correctSubcontractor,
  endSubcontractor,
  reopenSubcontractor,
  reviseSubcontractor,
} from "~/use-cases/subcontractors.server";

type Raw = Awaited<ReturnType<typeof readForm>>;

/** Hands what a form of the page posted to its verb. */
export function saveSubcontractor(
  { ports, scope }: Visit,
  raw: Raw,
  of: { subcontractorId: string | null; contractId: string },
) {
  const { subcontractorId, contractId } = of;
  if (subcontractorId === null) return addSubcontractor(ports, scope, { contractId, raw });
  const [version, entryId] = [countOf(raw, "version"), textOf(raw, "entryId")];
  const input = { subcontractorId, version, raw };
  const intent = textOf(raw, "intent");
  if (intent === "end") return endSubcontractor(ports, scope, input);
  if (intent === "reopen") return reopenSubcontractor(ports, scope, input);
  if (entryId !== "") return correctSubcontractor(ports, scope, { ...input, entryId });
  return reviseSubcontractor(ports, scope, input);
}

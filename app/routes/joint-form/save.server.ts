import { countOf, type readForm, textOf } from "~/http.server";
import type { Visit } from "~/scope.server";
import { addJoint, changeJoint, correctJoint, endJoint, reopenJoint } from "~/use-cases/joints.server";

type Raw = Awaited<ReturnType<typeof readForm>>;

/** Hands what a form of the page posted to its verb. */
export function saveJoint({ ports, scope }: Visit, raw: Raw, jointId: string | null) {
  if (jointId === null) return addJoint(ports, scope, { raw });
  const [version, entryId] = [countOf(raw, "version"), textOf(raw, "entryId")];
  const input = { jointId, version, raw };
  const intent = textOf(raw, "intent");
  if (intent === "end") return endJoint(ports, scope, input);
  if (intent === "reopen") return reopenJoint(ports, scope, input);
  if (entryId !== "") return correctJoint(ports, scope, { ...input, entryId });
  return changeJoint(ports, scope, input);
}

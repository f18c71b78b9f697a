import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { countOf, listOf, readForm, redirectTo, refuse, replyProblems, textOf } from "~/http.server";
import type { Visit } from "~/scope.server";
import {
  addCandidates,
  archiveProcurement,
  chooseCandidate,
  dropCandidate,
} from "~/use-cases/procurements.server";

/** What a button of the case's page does, by `intent`. */
export async function actOnProcurement({ ports, scope }: Visit, id: string | undefined, request: Request) {
  if (!isId(id)) throw refuse([problem("not-found")]);
  const fields = await readForm(request);
  const text = (name: string) => textOf(fields, name);
  const [procurementId, version] = [id, countOf(fields, "version")];
  const done = async () => {
    switch (text("intent")) {
      case "add": {
        const productVersionIds = listOf(fields, "productVersionIds").filter((each) => isId(each));
        return addCandidates(ports, scope, { procurementId, productVersionIds });
      }
      case "drop": {
        const candidateId = text("candidateId");
        return dropCandidate(ports, scope, { procurementId, candidateId, version, reason: text("reason") });
      }
      case "choose":
        return chooseCandidate(ports, scope, {
          procurementId,
          candidateId: text("candidateId"),
          supersedes: text("supersedes") || null,
          reason: text("reason"),
          form: text("form") || null,
        });
      case "archive":
        return archiveProcurement(ports, scope, { procurementId, version });
      default:
        throw refuse([problem("form-unreadable")]);
    }
  };
  const result = await done();
  const intent = text("intent");
  const typed = {
    intent,
    candidateId: text("candidateId"),
    reason: text("reason"),
    productVersionIds: listOf(fields, "productVersionIds"),
  };
  if (!result.ok) {
    if (result.problems.some((each) => each.code === "not-found")) throw refuse(result.problems);
    return replyProblems(result.problems, { typed });
  }
  return redirectTo(intent === "archive" ? "/procurements" : `/procurements/${procurementId}`);
}

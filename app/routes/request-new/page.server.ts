import { isId } from "~/domain/ids";
import { PAGE_SIZE } from "~/domain/list-query";
import type { Problem } from "~/domain/problem";
import { type FormRequestKind, MAX_TARGETS } from "~/domain/request";
import { listOf, readForm, redirectTo, reply, replyProblems, textOf } from "~/http.server";
import type { Visit } from "~/scope.server";
import { askVendors } from "~/use-cases/ask-vendors.server";
import {
  listCandidates,
  type Preview,
  prepareAsking,
  previewAsking,
} from "~/use-cases/request-choices.server";
import { askingOf, kindOf, type TypedAsking, typedAsking } from "./asking-form.server";

/** Steps one and two of asking, out of the address: which kind, whom and what about. */
export async function readNewRequest(visit: Visit, url: string) {
  const { ports, scope } = visit;
  const params = new URL(url).searchParams;
  const about = [
    ["productVersion", "disclosure"],
    ["contract", "role-sheet"],
  ] as const;
  const shortcut = about.find(([name]) => params.has(name));
  const kind = shortcut ? shortcut[1] : kindOf(params.get("kind"));
  const given = shortcut ? params.getAll(shortcut[0]) : params.getAll("target");
  const chosen = [...new Set(given)].filter((each) => isId(each)).slice(0, MAX_TARGETS);
  const isDetails = chosen.length > 0 && (shortcut !== undefined || params.get("step") === "details");
  const search = (params.get("q") ?? "").trim().slice(0, 200);
  const page = Math.max(1, Math.min(1000, Math.trunc(Number(params.get("page") ?? "1")) || 1));
  const vendorId = isId(params.get("vendor") ?? "") ? params.get("vendor") : null;
  const query = { kind, search, vendorId, ids: null, page, pageSize: PAGE_SIZE };
  const [list, details] = await Promise.all([
    isDetails ? null : listCandidates(ports, scope, query),
    isDetails ? prepareAsking(ports, scope, { kind, ids: chosen }) : null,
  ]);
  const sends = ports.sendMail !== null;
  return { kind, chosen, search, page, vendorId, list, details, sends, pageSize: PAGE_SIZE };
}

/** What was typed, with the records behind it, and the preview where there is one. */
type Kept = {
  kind: FormRequestKind;
  chosen: string[];
  typed: TypedAsking;
  details: Awaited<ReturnType<typeof prepareAsking>>;
  preview: Preview | null;
};

function replyKept(kept: Kept) {
  const problems: Problem[] = [];
  return reply({ ...kept, problems });
}

/** Step three and the sending: `preview` shows, `edit` goes back with everything kept, `ask` writes. */
export async function actOnNewRequest({ ports, scope }: Visit, request: Request) {
  const fields = await readForm(request);
  const kind = kindOf(textOf(fields, "kind"));
  const ids = [...new Set(listOf(fields, "target"))].filter((each) => isId(each)).slice(0, MAX_TARGETS);
  const typed = typedAsking(fields, ids);
  const details = await prepareAsking(ports, scope, { kind, ids });
  const vendorOf = new Map(details.candidates.map((each) => [each.id, each.vendorId]));
  const asking = askingOf(kind, ids, typed, vendorOf);
  const kept: Kept = { kind, chosen: ids, typed, details, preview: null };
  switch (textOf(fields, "intent")) {
    case "edit":
      return replyKept(kept);
    case "ask": {
      const asked = await askVendors(ports, scope, asking);
      if (!asked.ok) return replyProblems(asked.problems, kept);
      const [only] = asked.value.requestIds;
      const isOne = asked.value.requestIds.length === 1;
      return redirectTo(isOne ? `/requests/${only}` : `/requests/rounds/${asked.value.roundId}`);
    }
    default: {
      const shown = await previewAsking(ports, scope, asking);
      if (!shown.ok) return replyProblems(shown.problems, kept);
      return replyKept({ ...kept, preview: shown.value });
    }
  }
}

import { done, failed, problem, type Result } from "~/domain/problem";
import { countOf, listOf, textOf } from "~/http.server";
import { type LineQuery, lineSearch } from "~/routes/relations/line-query";
import type { Visit } from "~/scope.server";
import { confirmCrosswalk, publishCrosswalk, setCrosswalkLine } from "~/use-cases/crosswalks.server";
import { discardRelation } from "~/use-cases/relation-drafts.server";

/** What a button of the page asks for. @returns where to go; Problems of the use case, or form-unreadable */
export async function runCrosswalkVerb(
  { ports, scope }: Visit,
  draftId: string,
  fields: Readonly<Record<string, string | string[]>>,
  query: LineQuery,
): Promise<Result<`/${string}`>> {
  const at = { draftId, version: Math.trunc(countOf(fields, "seen")) || 0 };
  const lineId = textOf(fields, "line");
  const reason = textOf(fields, "reason");
  const back = (result: Result<unknown>): Result<`/${string}`> => {
    const to = `/catalogues/crosswalks/${draftId}${lineSearch(query, { line: null })}#lines` as const;
    return result.ok ? done<`/${string}`>(to) : result;
  };
  switch (textOf(fields, "intent")) {
    case "certain":
      return back(await confirmCrosswalk(ports, scope, { ...at, lines: "certain" }));
    case "confirm":
      return back(await confirmCrosswalk(ports, scope, { ...at, lines: { id: lineId, reason } }));
    case "set": {
      const [from, to] = [listOf(fields, "from"), listOf(fields, "to")];
      const relation = textOf(fields, "relation");
      return back(await setCrosswalkLine(ports, scope, { ...at, lineId, relation, from, to, reason }));
    }
    case "publish": {
      const published = await publishCrosswalk(ports, scope, at);
      if (!published.ok) return published;
      return done<`/${string}`>(`/catalogues/${encodeURIComponent(published.value.ref)}?published=1`);
    }
    case "discard": {
      const discarded = await discardRelation(ports, scope, { ...at, kind: "crosswalk" });
      return discarded.ok ? done<`/${string}`>("/catalogues/relations") : discarded;
    }
    default:
      return failed(problem("form-unreadable"));
  }
}

import { done, failed, problem, type Result } from "~/domain/problem";
import { countOf, listOf, textOf } from "~/http.server";
import { type LineQuery, lineSearch } from "~/routes/relations/line-query";
import type { Visit } from "~/scope.server";
import {
  addMappingLine,
  confirmPrintedLines,
  decideMappingLine,
  publishMapping,
} from "~/use-cases/mappings.server";
import { discardRelation } from "~/use-cases/relation-drafts.server";

/** What a button of the page asks for. @returns where to go; Problems of the use case, or form-unreadable */
export async function runMappingVerb(
  { ports, scope }: Visit,
  draftId: string,
  fields: Readonly<Record<string, string | string[]>>,
  query: LineQuery,
): Promise<Result<`/${string}`>> {
  const at = { draftId, version: Math.trunc(countOf(fields, "seen")) || 0 };
  const raw = {
    rule: textOf(fields, "rule"),
    relation: textOf(fields, "relation"),
    acceptsNotApplicable: textOf(fields, "acceptsNotApplicable") === "1",
    expected: textOf(fields, "expected") || "yes",
    remarkRequired: textOf(fields, "remarkRequired") === "1",
    yesMayMeanPlanned: textOf(fields, "yesMayMeanPlanned") === "1",
    reason: textOf(fields, "reason"),
  };
  const back = (result: Result<unknown>): Result<`/${string}`> => {
    const to = `/catalogues/mappings/${draftId}${lineSearch(query, { line: null })}#lines` as const;
    return result.ok ? done<`/${string}`>(to) : result;
  };
  const intent = textOf(fields, "intent");
  switch (intent) {
    case "printed":
      return back(await confirmPrintedLines(ports, scope, at));
    case "take":
    case "reject": {
      const lineId = textOf(fields, "line");
      return back(await decideMappingLine(ports, scope, { ...at, lineId, isTaken: intent === "take", raw }));
    }
    case "add": {
      const [requirement, questions] = [textOf(fields, "requirement"), listOf(fields, "questions")];
      return back(await addMappingLine(ports, scope, { ...at, requirement, questions, raw }));
    }
    case "publish": {
      const published = await publishMapping(ports, scope, at);
      if (!published.ok) return published;
      return done<`/${string}`>(`/catalogues/${encodeURIComponent(published.value.ref)}?published=1`);
    }
    case "discard": {
      const discarded = await discardRelation(ports, scope, { ...at, kind: "mapping" });
      return discarded.ok ? done<`/${string}`>("/catalogues/relations") : discarded;
    }
    default:
      return failed(problem("form-unreadable"));
  }
}

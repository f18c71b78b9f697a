import { isRouteErrorResponse } from "@remix-run/react";
import { type Problem, problem, problemClasses } from "~/domain/problem";

/**
 * The Problems that a loader or action refused with; `not-found` for unknown addresses, `page-takes-nothing` for a
 * form sent to a page without one, else `unexpected`.
 */
export function problemsOfError(error: unknown): Problem[] {
  if (!isRouteErrorResponse(error)) return [problem("unexpected")];
  const data: unknown = error.data;
  if (isRecord(data) && Array.isArray(data.problems)) {
    const found = data.problems.filter(isProblem);
    if (found.length > 0) return found;
  }
  if (error.status === 405) return [problem("page-takes-nothing")];
  return [problem(error.status === 404 ? "not-found" : "unexpected")];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isProblem(value: unknown): value is Problem {
  return (
    isRecord(value) &&
    typeof value.code === "string" &&
    value.code in problemClasses &&
    isRecord(value.params) &&
    (value.at === undefined || typeof value.at === "string")
  );
}

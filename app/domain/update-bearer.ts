import type { RawForm } from "./contract-form.ts";
import { type DatedEntry, entryOn } from "./dated-entry.ts";
import type { Day } from "./day.ts";
import { done, failed, type Problem, problem, type Result } from "./problem.ts";
import { type RegisterValues, updateBearers } from "./register.ts";

export type UpdateBearer = (typeof updateBearers)[number];

/** セキュリティ更新の担当: who bears the updates of a server, and the clause that says so. */
export type UpdateFields = {
  bearer: UpdateBearer;
  /** Key of the quoted clause; null while only its text is known. */
  clauseKey: string | null;
  /** What was typed of the clause; "" when nothing was. */
  typedClause: string;
};

/** 更新の担当の記録: what was true of one server from a day on. A server has no end of its own; it is put away. */
export type UpdateEntry = DatedEntry & UpdateFields & { serverId: string };

/** Before the first entry nobody had recorded anything, which is as unclear as it gets. */
export const nothingRecorded: UpdateFields = { bearer: "unclear", clauseKey: null, typedClause: "" };

/** The entry of one server that held on `day` as known by `knownSeq`; the twin of the queries in update-bearers.server. */
export function updatesOn<E extends UpdateEntry>(
  entries: readonly E[],
  day: Day,
  knownSeq: number,
): E | null {
  return entryOn(entries, day, knownSeq);
}

const MAX_CLAUSE = 400;

/** Problems by field: field-not-an-option at `bearer`, field-too-long at `typedClause`. */
export function parseUpdates(raw: RawForm): Result<UpdateFields> {
  const problems: Problem[] = [];
  const bearer = updateBearers.find((each) => each === textOf(raw, "bearer"));
  if (bearer === undefined)
    problems.push(
      textOf(raw, "bearer") === ""
        ? problem("field-required", {}, "bearer")
        : problem("field-not-an-option", { value: textOf(raw, "bearer") }, "bearer"),
    );
  const typedClause = textOf(raw, "typedClause");
  if (typedClause.length > MAX_CLAUSE)
    problems.push(problem("field-too-long", { max: MAX_CLAUSE }, "typedClause"));
  if (bearer === undefined || problems.length > 0) return failed(...problems);
  return done({ bearer, clauseKey: textOf(raw, "clauseKey") || null, typedClause });
}

/** What the form of a new server, or a line of an import, says of its updates. */
export function updatesOfValues(values: RegisterValues): UpdateFields {
  const bearer = updateBearers.find((each) => each === values.securityUpdateBearer) ?? "unclear";
  return { bearer, clauseKey: null, typedClause: String(values.securityUpdateClause ?? "") };
}

/** The same the other way round, under the names the register's lists, forms and audit rows have. */
export function valuesOfUpdates({ bearer, clauseKey, typedClause }: UpdateFields) {
  return {
    securityUpdateBearer: bearer,
    updateClauseKey: clauseKey,
    securityUpdateClause: typedClause,
  };
}

function textOf(raw: RawForm, name: string): string {
  const value = raw[name];
  return ((Array.isArray(value) ? value[0] : value) ?? "").trim();
}

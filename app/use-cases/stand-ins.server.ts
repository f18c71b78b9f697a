import { listPeople } from "#db/queries/people.server";
import { endStandIn, insertStandIn, standInsFrom } from "#db/queries/stand-ins.server";
import { dayInTokyo, isRealDay } from "~/domain/day";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";
import { type Change, record } from "./record.server";

/** 代理の一覧: who stands in for whom now and in the time to come. */
export async function listStandIns(ports: Ports, scope: Scope) {
  return standInsFrom(ports.db, scope, dayInTokyo(ports.now()));
}

/**
 * 代理を決める: from one day to another, both included, somebody sees another's work as their own. Nothing is handed over:
 * rights stay what they are.
 * @returns Problems: field-required, field-not-a-day, day-order, field-unknown-reference, stand-in-oneself
 */
export async function setStandIn(
  ports: Ports,
  scope: Scope,
  input: { accountId: string; substituteId: string; fromOn: string; toOn: string },
): Promise<Result<{ id: string }>> {
  const { accountId, substituteId, fromOn, toOn } = input;
  const people = await listPeople(ports.db, scope);
  const isKnown = (id: string) => people.some((each) => each.id === id && each.disabledAt === null);
  const problems: Problem[] = [];
  for (const field of ["accountId", "substituteId"] as const) {
    if (input[field] === "") problems.push(problem("field-required", {}, field));
    // why returned at once: whoever names people of elsewhere learns nothing of the rest.
    else if (!isKnown(input[field])) return failed(problem("field-unknown-reference", {}, field));
  }
  for (const field of ["fromOn", "toOn"] as const) {
    if (!isRealDay(input[field])) problems.push(problem("field-not-a-day", { value: input[field] }, field));
  }
  if (problems.length === 0 && accountId === substituteId)
    problems.push(problem("stand-in-oneself", {}, "substituteId"));
  if (problems.length === 0 && toOn < fromOn) problems.push(problem("day-order", {}, "toOn"));
  const id = ports.newId();
  const change: Change = { fromOn: [null, fromOn], toOn: [null, toOn] };
  const head = { verb: "stand-in", noun: "account", recordId: accountId, change };
  return record(ports, scope, "register:write", head, async ({ tx, at }) => {
    if (problems.length > 0) return failed(...problems);
    const row = { id, accountId, substituteId, fromOn, toOn, createdAt: at, createdBy: scope.accountId };
    await insertStandIn(tx, scope, row);
    return done({ id });
  });
}

/** 代理を終える, before its last day. Problems: not-found. */
export async function takeBackStandIn(
  ports: Ports,
  scope: Scope,
  input: { id: string },
): Promise<Result<null>> {
  const head = { verb: "end-stand-in", noun: "account", recordId: input.id, change: {} };
  return record(ports, scope, "register:write", head, async ({ tx, at }) =>
    (await endStandIn(tx, scope, input.id, at)) ? done(null) : failed(problem("not-found")),
  );
}

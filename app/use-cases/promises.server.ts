import { insertPromiseAnswers, insertPromiseItems, promisesAsked } from "#db/queries/decision-records.server";
import { currentDecisions } from "#db/queries/decisions.server";
import { dayInTokyo } from "~/domain/day";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import { defaultReminderDays, PROMISE_REF } from "~/domain/request";
import { isClosed } from "~/domain/request-state";
import type { Scope } from "~/domain/scope";
import type { Submission } from "~/domain/submission";
import { keepRound, problemsOfDue, problemsOfTarget } from "./ask-vendors.server";
import type { Ports } from "./ports.server";
import { type Change, type Entry, record } from "./record.server";

/** Promises in one request at most. */
export const MAX_PROMISES = 100;

/**
 * 約束の確認を頼む: puts promises of one product version before its vendor, by the same link, mail and code as every other
 * request. The vendor reads the contract-safe measure, its day and the vendor's own answers — nothing else of a decision.
 * @param input.dueOn day until which the vendor answers; today or later
 * @returns Problems: field-required (decisions, title), decisions-too-many, not-found (a decision that is not there, not
 *   ours or superseded), promise-not-open (not a promise, closed, or put before the vendor already),
 *   promise-other-vendor (not all of one product version), request-due-past, field-unknown-reference,
 *   request-contact-without-mail
 */
export async function askForPromises(
  ports: Ports,
  scope: Scope,
  input: {
    decisionIds: readonly string[];
    contactId: string;
    title: string;
    message: string;
    dueOn: string;
  },
): Promise<Result<{ requestId: string }>> {
  const ids = [...new Set(input.decisionIds)];
  const problems = problemsOfAsking(input, ids, dayInTokyo(ports.now()));
  if (problems.length > 0) return failed(...problems);
  const [requestId, roundId] = [ports.newId(), ports.newId()];
  const change: Change = { decisions: [null, ids] };
  const head = { verb: "ask-promise", noun: "request", recordId: requestId, change };
  return record(ports, scope, "request:write", head, async (entry) => {
    const chosen = await chosenPromises(entry, scope, ids);
    if (!chosen.ok) return chosen;
    const { vendorId, productVersionId } = chosen.value;
    const target = { vendorId, contactId: input.contactId, productVersionId };
    const unfit = await problemsOfTarget(entry, scope, "promise", target, 0);
    if (unfit.length > 0)
      return failed(...unfit.map((each) => ({ ...each, at: each.at?.split(".").pop() ?? "contactId" })));
    await keepRound(ports, scope, entry, {
      kind: "promise",
      title: input.title.trim(),
      message: input.message.trim(),
      dueOn: input.dueOn,
      recurrence: "once",
      reminderDays: defaultReminderDays,
      nextOn: null,
      catalogueRef: PROMISE_REF,
      targets: [target],
      roundId,
      requestIds: [requestId],
      createdBy: scope.accountId,
    });
    await insertPromiseItems(
      entry.tx,
      scope,
      ids.map((decisionId, ordinal) => ({
        id: ports.newId(),
        requestId,
        decisionId,
        ordinal,
        recordedSeq: entry.seq,
      })),
    );
    return done({ requestId });
  });
}

function problemsOfAsking(
  input: { title: string; message: string; dueOn: string },
  ids: readonly string[],
  today: string,
): Problem[] {
  const [title, message] = [input.title.trim(), input.message.trim()];
  return [
    ...(ids.length === 0 ? [problem("field-required", {}, "decisions")] : []),
    ...(ids.length > MAX_PROMISES ? [problem("decisions-too-many", { max: MAX_PROMISES }, "decisions")] : []),
    ...(title === "" ? [problem("field-required", {}, "title")] : []),
    ...(title.length > 200 ? [problem("field-too-long", { max: 200 }, "title")] : []),
    ...(message.length > 4000 ? [problem("field-too-long", { max: 4000 }, "message")] : []),
    ...problemsOfDue(input.dueOn, today),
  ];
}

/** The decisions as they hold now: all promises, open, of one product version, none of them asked and unanswered. */
async function chosenPromises(
  { tx }: Pick<Entry, "tx">,
  scope: Scope,
  ids: readonly string[],
): Promise<Result<{ vendorId: string; productVersionId: string }>> {
  const current = new Map((await currentDecisions(tx, scope)).map((each) => [each.id, each]));
  const chosen = ids.flatMap((id) => current.get(id) ?? []);
  const [first] = chosen;
  if (!first || chosen.length < ids.length) return failed(problem("not-found"));
  const asked = await promisesAsked(tx, scope, ids);
  const isAsked = (id: string) =>
    asked.some((each) => each.decisionId === id && !isClosed(each.state) && each.state !== "refused");
  if (chosen.some((each) => each.kind !== "vendor-fix" || each.closedOn !== null || isAsked(each.id)))
    return failed(problem("promise-not-open", {}, "decisions"));
  if (chosen.some((each) => each.productVersionId !== first.productVersionId))
    return failed(problem("promise-other-vendor", {}, "decisions"));
  return done({ vendorId: first.vendorId, productVersionId: first.productVersionId });
}

/**
 * Inside the transaction of a submission: what the vendor said to each promise. An item without an answer says nothing.
 */
export async function keepPromiseAnswers(
  ports: Ports,
  entry: Entry,
  reach: Pick<Scope, "hospitalId"> & { requestId: string },
  given: { submissionId: string; contactId: string; items: Submission["items"] },
): Promise<void> {
  const { submissionId, contactId } = given;
  const answered = given.items.filter((each) => each.answer === "yes" || each.answer === "no");
  await insertPromiseAnswers(
    entry.tx,
    reach,
    answered.map(({ key, answer, remark }) => ({
      id: ports.newId(),
      requestId: reach.requestId,
      decisionId: key,
      submissionId,
      isPromised: answer === "yes",
      remark,
      contactId,
      recordedSeq: entry.seq,
      answeredAt: entry.at,
    })),
  );
}

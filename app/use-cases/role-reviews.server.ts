import { sheetsThen } from "#db/queries/in-charge.server";
import {
  addSystemsToOpenReviews,
  findReview,
  insertReviews,
  openReviews,
  settleReview,
  sheetsOfOtherSystems,
} from "#db/queries/role-reviews.server";
import { addDays, type Day, dayInTokyo } from "~/domain/day";
import { silenceOf } from "~/domain/in-charge";
import { done, failed, problem, type Result } from "~/domain/problem";
import { REVIEW_DAYS, type ReviewReason } from "~/domain/role-records";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";
import { type Entry, record } from "./record.server";

/**
 * 再確認を求める: new systems stand beside those that vendors already look after, so every agreed sheet in force of a
 * vendor that works here is looked at again (the usage example of the role sheet: the vendor that stays and the
 * vendor that comes). Part of the transaction that registers the systems. A sheet whose question is still open gets
 * no second one.
 */
export async function askForReviews(
  ports: Ports,
  scope: Scope,
  entry: Entry,
  systemIds: readonly string[],
): Promise<void> {
  if (systemIds.length === 0) return;
  // why not the entry's moment: it never goes back, and what holds is asked for the day of the clock.
  const day = dayInTokyo(ports.now());
  const sheets = await sheetsThen(entry.tx, scope, { day, knownSeq: entry.seq });
  const held = sheets.filter((each) => silenceOf(each, day) === null).map((each) => each.roleSheetId);
  const asked = await sheetsOfOtherSystems(entry.tx, scope, { sheetIds: held, beside: systemIds });
  const { seq: askedSeq, at: askedAt } = entry;
  const reason: ReviewReason = "new-system";
  const reviews = asked.map((roleSheetId) => ({ id: ports.newId(), roleSheetId, reason, askedSeq, askedAt }));
  await insertReviews(entry.tx, scope, reviews);
  await addSystemsToOpenReviews(entry.tx, scope, systemIds);
}

export const MAX_REVIEW_NOTE = 1000;

/**
 * 変更なしと確かめた: an open review ends, and the sheet stays as it was agreed. A change is agreed as the next
 * revision instead, which ends the review by itself.
 * Problems: not-found, field-required and field-too-long at `reviewNote`, review-settled, changed-meanwhile.
 */
export async function settleRoleReview(
  ports: Ports,
  scope: Scope,
  input: { roleSheetId: string; reviewId: string; version: number; note: string },
): Promise<Result<null>> {
  const before = await findReview(ports.db, scope, input.reviewId);
  if (!before || before.roleSheetId !== input.roleSheetId) return failed(problem("not-found"));
  const note = input.note.trim();
  if (note === "") return failed(problem("field-required", {}, "reviewNote"));
  if (note.length > MAX_REVIEW_NOTE)
    return failed(problem("field-too-long", { max: MAX_REVIEW_NOTE }, "reviewNote"));
  if (before.doneAt !== null) return failed(problem("review-settled"));
  const change: Record<string, [unknown, unknown]> = { outcome: [null, "no-change"], note: [null, note] };
  const head = { verb: "settle-review", noun: "roleSheet", recordId: before.roleSheetId, change };
  return record(ports, scope, "role-sheet:review", head, async ({ tx, at }) => {
    const settled = {
      outcome: "no-change",
      revisionId: null,
      doneAt: at,
      doneBy: scope.accountId,
      note,
    } as const;
    const review = { id: before.id, version: input.version };
    const isSettled = await settleReview(tx, scope, review, settled);
    return isSettled ? done(null) : failed(problem("changed-meanwhile"));
  });
}

export type OpenReview = { id: string; name: string; about: string; askedOn: Day; dueOn: Day };

/** 再確認を待つ確認表, the oldest question first; `id` is the sheet, days are in Tokyo. One query. */
export async function listOpenReviews(ports: Ports, scope: Scope): Promise<OpenReview[]> {
  const open = await openReviews(ports.db, scope);
  return open.map(({ id, name, about, askedAt }) => {
    const askedOn = dayInTokyo(askedAt);
    return { id, name, about, askedOn, dueOn: addDays(askedOn, REVIEW_DAYS) };
  });
}

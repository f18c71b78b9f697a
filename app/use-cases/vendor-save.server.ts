import { draftOf, findRequest } from "#db/queries/requests.server";
import { keepAnswer } from "#db/queries/vendor-answers.server";
import type { DraftAnswer } from "~/domain/asked-form";
import type { Moment } from "~/domain/day";
import {
  emptyDraft,
  type GivenAnswer,
  isUntouched,
  MAX_REMARK,
  takenOver,
  typedOver,
} from "~/domain/draft-answer";
import { type MergedPart, mergeAnswers } from "~/domain/merge-answer";
import { done, failed, problem, type Result } from "~/domain/problem";
import { answerOptions } from "~/domain/questionnaire";
import { answerConditions } from "~/domain/request";
import { isEditable } from "~/domain/request-state";
import type { VendorScope } from "~/domain/scope";
import type { Ports } from "./ports.server";
import { type Entry, recordWithoutAccount } from "./record.server";
import { previousAnswers, reachForm } from "./vendor-answers.server";

/** What stands on a page for one item: typed texts, and what the page had been shown before. */
export type TypedItem = {
  itemKey: string;
  /** Version that was shown; 0 = there was no draft. */
  version: number;
  answer: string;
  remark: string;
  condition: string;
  /** What was shown with that version; null when the page does not know any more. */
  base: { answer: string; remark: string; condition: string } | null;
};

/** An item as it is kept now. */
export type SavedItem = GivenAnswer & { itemKey: string; version: number; carry: DraftAnswer["carry"] };
/** An item that somebody else wrote differently meanwhile: nothing of it was kept, a person chooses. */
export type DifferingItem = SavedItem & { mine: GivenAnswer; parts: MergedPart[] };
export type SavedItems = { savedAt: Moment; saved: SavedItem[]; differing: DifferingItem[] };

/** A page holds one section; more at once is no page of ours. */
const MAX_ITEMS = 500;
const ROUNDS = 3;

/**
 * 保存する: what was typed into some items. An unchanged item stays as it is, and a taken-over one unconfirmed.
 * Where somebody else saved since, parts that only one side changed are joined; what both changed differently is
 * returned as `differing` and kept as theirs.
 * @returns Problems: not-found (no such item for this link), request-state (submitted meanwhile),
 * field-not-an-option, field-too-long (`at` is the item), changed-meanwhile (others save without a pause)
 */
export async function saveAnswers(
  ports: Ports,
  scope: VendorScope,
  typed: readonly TypedItem[],
): Promise<Result<SavedItems>> {
  if (typed.length > MAX_ITEMS) return failed(problem("form-unreadable"));
  const problems = typed.flatMap(problemsOf);
  if (problems.length > 0) return failed(...problems);
  const reached = await reachForm(ports, scope);
  const keys = new Set(reached?.items.map((each) => each.key));
  if (!reached || typed.some((each) => !keys.has(each.itemKey))) return failed(problem("not-found"));
  if (!isEditable(reached.request.state)) return failed(problem("request-state"));
  let result = await saveOnce(ports, scope, typed);
  // why again: between reading and writing a colleague may have been first; then it is merged with that, too.
  for (let round = 1; round < ROUNDS && isBehind(result); round += 1) {
    result = await saveOnce(ports, scope, typed);
  }
  return result;
}

const isBehind = (result: Result<unknown>) =>
  !result.ok && result.problems.some((each) => each.code === "changed-meanwhile");

function problemsOf({ itemKey, answer, remark }: TypedItem) {
  const isOption = answer === "" || answerOptions.some((each) => each === answer);
  return [
    ...(isOption ? [] : [problem("field-not-an-option", { value: answer }, itemKey)]),
    ...(tidy(remark).length > MAX_REMARK ? [problem("field-too-long", { max: MAX_REMARK }, itemKey)] : []),
  ];
}

const tidy = (text: string) => text.replace(/\r\n?/g, "\n").trim();

function givenIn(typed: { answer: string; remark: string; condition: string }): GivenAnswer {
  return {
    answer: answerOptions.find((each) => each === typed.answer) ?? null,
    remark: tidy(typed.remark),
    condition: answerConditions.find((each) => each === typed.condition) ?? "none",
  };
}

const savedOf = ({ itemKey, version, answer, remark, condition, carry }: DraftAnswer): SavedItem => ({
  itemKey,
  version,
  answer,
  remark,
  condition,
  carry,
});

type Step = { before: DraftAnswer; after: DraftAnswer | null; differing: DifferingItem | null };

function stepOf(typed: TypedItem, before: DraftAnswer): Step {
  const mine = givenIn(typed);
  if (typed.version === before.version) return { before, after: typedOver(before, mine), differing: null };
  const base = typed.base === null ? emptyDraft(typed.itemKey) : givenIn(typed.base);
  const { merged, conflicts } = mergeAnswers(base, mine, before);
  if (conflicts.length === 0) return { before, after: typedOver(before, merged), differing: null };
  return { before, after: null, differing: { ...savedOf(before), mine, parts: conflicts } };
}

async function saveOnce(
  ports: Ports,
  scope: VendorScope,
  typed: readonly TypedItem[],
): Promise<Result<SavedItems>> {
  const draft = new Map((await draftOf(ports.db, scope)).map((each) => [each.itemKey, each]));
  const steps = typed.map((each) => stepOf(each, draft.get(each.itemKey) ?? emptyDraft(each.itemKey)));
  const differing = steps.flatMap((each) => each.differing ?? []);
  const calm = steps.filter((each) => each.differing === null);
  const changed = calm.flatMap(({ before, after }) => (after ? [{ before, after }] : []));
  const unchanged = calm.filter((each) => each.after === null).map((each) => savedOf(each.before));
  if (changed.length === 0) return done({ savedAt: ports.now(), saved: unchanged, differing });
  const change = Object.fromEntries(
    changed.map(({ before, after }) => [
      after.itemKey,
      [shown(before), shown(after)] satisfies [string, string],
    ]),
  );
  const head = { verb: "answer", noun: "request", recordId: scope.requestId, change };
  return recordWithoutAccount(ports, scope, "vendor", head, async (entry) => {
    const kept = await keepAll(
      entry,
      scope,
      changed.map((each) => each.after),
    );
    return kept.ok ? done({ savedAt: entry.at, saved: [...unchanged, ...kept.value], differing }) : kept;
  });
}

const shown = (each: { answer: string | null; remark: string }) =>
  [each.answer ?? "", each.remark].join(" ").trim();

/**
 * Inside the transaction: keeps drafts over the versions they were made from. The request must still be open for
 * answers. Problems: request-state, changed-meanwhile (`at` is the item).
 */
export async function keepAll(
  { tx, at }: Pick<Entry, "tx" | "at">,
  scope: VendorScope,
  drafts: readonly DraftAnswer[],
): Promise<Result<SavedItem[]>> {
  const now = await findRequest(tx, scope);
  if (!now || !isEditable(now.state)) return failed(problem("request-state"));
  const saved: SavedItem[] = [];
  for (const draft of drafts) {
    const version = await keepAnswer(tx, scope, draft, at);
    if (version === null) return failed(problem("changed-meanwhile", {}, draft.itemKey));
    saved.push(savedOf({ ...draft, version }));
  }
  return done(saved);
}

/**
 * 引き継ぐ: takes last answers over, one over the version that was seen, or every untouched item (null). Each is
 * marked until the vendor confirms it.
 * @returns how many; Problems: request-nothing-to-carry, request-state, changed-meanwhile
 */
export async function takeOver(
  ports: Ports,
  scope: VendorScope,
  wanted: { itemKey: string; version: number } | null,
): Promise<Result<{ count: number }>> {
  const reached = await reachForm(ports, scope);
  const previous = reached && (await previousAnswers(ports, scope, reached.request, reached.form));
  if (!reached || !previous) return failed(problem("request-nothing-to-carry"));
  const draft = new Map((await draftOf(ports.db, scope)).map((each) => [each.itemKey, each]));
  const drafts = reached.items.flatMap(({ key }) => {
    const last = previous.answers.get(key);
    const before = draft.get(key) ?? emptyDraft(key);
    const isWanted = wanted === null ? isUntouched(before) : key === wanted.itemKey;
    const version = wanted === null ? before.version : wanted.version;
    return last && isWanted ? [takenOver({ ...before, version }, last, previous.disclosureId)] : [];
  });
  if (drafts.length === 0) return failed(problem("request-nothing-to-carry"));
  const change = { items: [null, drafts.map((each) => each.itemKey)] satisfies [unknown, unknown] };
  const head = { verb: "take-over", noun: "request", recordId: scope.requestId, change };
  return recordWithoutAccount(ports, scope, "vendor", head, async (entry) => {
    const kept = await keepAll(entry, scope, drafts);
    return kept.ok ? done({ count: drafts.length }) : kept;
  });
}

/**
 * 確認した: somebody looked at taken-over answers and lets them stand. Items that are no longer marked stay as they
 * are. @returns what was confirmed; Problems: not-found (none of them is marked), request-state
 */
export async function confirmTaken(
  ports: Ports,
  scope: VendorScope,
  input: { itemKeys: readonly string[] },
): Promise<Result<SavedItem[]>> {
  const reached = await reachForm(ports, scope);
  const keys = new Set(
    reached?.items.map((each) => each.key).filter((each) => input.itemKeys.includes(each)),
  );
  const marked = (await draftOf(ports.db, scope)).filter(
    (each) => keys.has(each.itemKey) && each.carry === "carried",
  );
  if (marked.length === 0) return failed(problem("not-found"));
  const change = Object.fromEntries(
    marked.map((each) => [each.itemKey, ["carried", "confirmed"] satisfies [string, string]]),
  );
  const head = { verb: "confirm-answer", noun: "request", recordId: scope.requestId, change };
  return recordWithoutAccount(ports, scope, "vendor", head, (entry) =>
    keepAll(
      entry,
      scope,
      marked.map((each) => ({ ...each, carry: "confirmed" })),
    ),
  );
}

import { insertEvent } from "#db/queries/request-records.server";
import {
  endAskingAgain,
  findRound,
  findTarget,
  insertRequest,
  insertRound,
  requestsOfRound,
  systemNames,
} from "#db/queries/requests.server";
import { addMonths, type Day, dayInTokyo, isRealDay } from "~/domain/day";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import {
  type FormRequestKind,
  formRequestKinds,
  MAX_TARGETS,
  type Recurrence,
  type RequestKind,
  recurrences,
} from "~/domain/request";
import { nextYear, subjectOf } from "~/domain/request-state";
import type { Scope } from "~/domain/scope";
import { askedForm } from "./asked-form.server";
import { cataloguesOf } from "./catalogues.server";
import { queueMail } from "./mail.server";
import type { Ports } from "./ports.server";
import { type Entry, record, recordWithoutAccount } from "./record.server";
import { systemIdsOf } from "./requests.server";

type Owner = Pick<Scope, "groupId" | "hospitalId">;

/** One vendor who is asked, the person there, and what about. Only the subject of the kind is given. */
export type Target = {
  vendorId: string;
  contactId: string;
  /** Subject of a disclosure. */
  productVersionId?: string;
  /** Subject of a role sheet. */
  contractId?: string;
  /** Systems a checklist lists; of this vendor. */
  systemIds?: readonly string[];
};
export type Asking = {
  kind: string;
  title: string;
  message: string;
  /** ISO day, today or later. */
  dueOn: string;
  recurrence: string;
  /** Days to the due day on which to remind: −14 is two weeks before. */
  reminderDays: readonly number[];
  /** `id@version`, pinned from now on. */
  catalogueRef: string;
  targets: readonly Target[];
};
export type Asked = { roundId: string; requestIds: string[] };

/**
 * 依頼する: one round, one request per target, each pinned to the catalogue version named.
 * @returns Problems with `at` = field, or `targets.<index>.<field>`: field-required, field-too-long,
 * field-not-a-day, request-due-past, field-not-an-option, field-not-a-number, request-catalogue-unfit,
 * request-no-target, field-unknown-reference, request-contact-without-mail, request-subject-twice
 */
export async function askVendors(ports: Ports, scope: Scope, input: Asking): Promise<Result<Asked>> {
  const parsed = await checkAsking(ports, scope, input);
  if (!parsed.ok) return parsed;
  const round = parsed.value;
  const roundId = ports.newId();
  const requestIds = input.targets.map(() => ports.newId());
  const change = { title: [null, round.title], requests: [null, requestIds] } satisfies Record<
    string,
    [unknown, unknown]
  >;
  const head = { verb: "ask", noun: "request-round", recordId: roundId, change };
  return record(ports, scope, "request:write", head, async (entry) => {
    const problems: Problem[] = [];
    for (const [at, target] of input.targets.entries()) {
      problems.push(...(await problemsOfTarget(entry, scope, round.kind, target, at)));
    }
    if (problems.length > 0) return failed(...problems);
    await keepRound(ports, scope, entry, { ...round, roundId, requestIds, createdBy: scope.accountId });
    return done({ roundId, requestIds });
  });
}

export type Round = {
  kind: RequestKind;
  title: string;
  message: string;
  dueOn: Day;
  recurrence: Recurrence;
  reminderDays: readonly number[];
  nextOn: Day | null;
  catalogueRef: string;
  targets: readonly Target[];
};

/** Everything of an asking that can be judged without its targets' records; what it returns is ready to be kept. */
export async function checkAsking(
  ports: Ports,
  scope: Scope,
  input: Asking,
): Promise<Result<Round & { kind: FormRequestKind }>> {
  const problems: Problem[] = [];
  const today = dayInTokyo(ports.now());
  const kind = formRequestKinds.find((each) => each === input.kind);
  const recurrence = recurrences.find((each) => each === input.recurrence);
  const [title, message] = [input.title.trim(), input.message.trim()];
  if (!kind) problems.push(problem("field-not-an-option", { value: input.kind }, "kind"));
  if (!recurrence) problems.push(problem("field-not-an-option", { value: input.recurrence }, "recurrence"));
  if (title === "") problems.push(problem("field-required", {}, "title"));
  if (title.length > 200) problems.push(problem("field-too-long", { max: 200 }, "title"));
  if (message.length > 4000) problems.push(problem("field-too-long", { max: 4000 }, "message"));
  problems.push(...problemsOfDue(input.dueOn, today));
  if (
    input.reminderDays.length > 20 ||
    input.reminderDays.some((each) => !Number.isInteger(each) || Math.abs(each) > 365)
  )
    problems.push(problem("field-not-a-number", { min: -365, max: 365 }, "reminderDays"));
  if (input.targets.length > MAX_TARGETS)
    problems.push(problem("request-targets-many", { max: MAX_TARGETS }, "targets"));
  if (input.targets.length === 0) problems.push(problem("request-no-target", {}, "targets"));
  if (kind && (await askedForm(ports, scope, kind, input.catalogueRef)) === null)
    problems.push(problem("request-catalogue-unfit", {}, "catalogueRef"));
  if (kind) problems.push(...subjectsTwice(kind, input.targets));
  if (!kind || !recurrence || problems.length > 0) return failed(...problems);
  return done({
    kind,
    title,
    message,
    dueOn: input.dueOn,
    recurrence,
    reminderDays: [...new Set(input.reminderDays)].sort((a, b) => a - b),
    nextOn: recurrence === "yearly" ? addMonths(today, 12) : null,
    catalogueRef: input.catalogueRef,
    targets: input.targets,
  });
}

/** What is wrong with a due day that is set today. */
export function problemsOfDue(dueOn: string, today: Day): Problem[] {
  if (dueOn === "") return [problem("field-required", {}, "dueOn")];
  if (!isRealDay(dueOn)) return [problem("field-not-a-day", { value: dueOn }, "dueOn")];
  return dueOn < today ? [problem("request-due-past", {}, "dueOn")] : [];
}

const subjectOfTarget = (kind: RequestKind, target: Target) =>
  subjectOf(kind, {
    vendorId: target.vendorId,
    productVersionId: target.productVersionId ?? null,
    contractId: target.contractId ?? null,
    systemIds: target.systemIds ?? [],
  });

function subjectsTwice(kind: RequestKind, targets: readonly Target[]): Problem[] {
  const seen = new Set<string>();
  return targets.flatMap((target, at) => {
    const subject = subjectOfTarget(kind, target);
    if (seen.has(subject)) return [problem("request-subject-twice", {}, `targets.${at}.vendorId`)];
    seen.add(subject);
    return [];
  });
}

/** Kinds whose subject is a version of a product. */
function isAboutProduct(kind: RequestKind): boolean {
  return kind === "disclosure" || kind === "promise";
}

export async function problemsOfTarget(
  { tx }: Pick<Entry, "tx">,
  owner: Owner,
  kind: RequestKind,
  target: Target,
  index: number,
): Promise<Problem[]> {
  const at = (field: string) => `targets.${index}.${field}`;
  const unknown = (field: string) => problem("field-unknown-reference", {}, at(field));
  const { vendorId, contactId, productVersionId = "", contractId = "", systemIds = [] } = target;
  const found = await findTarget(tx, owner, { vendorId, contactId, productVersionId, contractId });
  if (!found.vendor || found.vendor.archivedAt !== null) return [unknown("vendorId")];
  const problems: Problem[] = [];
  if (found.contact?.vendorId !== vendorId || found.contact.archivedAt !== null)
    problems.push(unknown("contactId"));
  else if (found.contact.mail === "")
    problems.push(problem("request-contact-without-mail", {}, at("contactId")));
  if (isAboutProduct(kind) && found.productVersion?.vendorId !== vendorId)
    problems.push(unknown("productVersionId"));
  if (kind === "role-sheet" && found.contract?.vendorId !== vendorId) problems.push(unknown("contractId"));
  if (kind === "checklist") {
    const systems = await systemNames(tx, owner, systemIds);
    const own = systems.filter((each) => each.vendorId === vendorId);
    if (own.length === 0 || own.length !== new Set(systemIds).size) problems.push(unknown("systemIds"));
  }
  return problems;
}

/** Inside a transaction: writes the round with its requests, their first events and the mails that ask. */
export async function keepRound(
  ports: Ports,
  owner: Owner,
  entry: Entry,
  round: Round & { roundId: string; requestIds: readonly string[]; createdBy: string | null },
): Promise<void> {
  const { tx, seq, at } = entry;
  const { roundId, kind, targets, requestIds, catalogueRef, dueOn, createdBy, message } = round;
  await insertRound(tx, owner, {
    id: roundId,
    kind,
    title: round.title,
    message,
    recurrence: round.recurrence,
    dueOn,
    reminderDays: JSON.stringify(round.reminderDays),
    nextOn: round.nextOn,
    createdAt: at,
    createdBy,
  });
  for (const [index, id] of requestIds.entries()) {
    const target = targets[index];
    if (!target) continue;
    const row = {
      id,
      roundId,
      kind,
      vendorId: target.vendorId,
      contactId: target.contactId,
      productVersionId: isAboutProduct(kind) ? (target.productVersionId ?? null) : null,
      contractId: kind === "role-sheet" ? (target.contractId ?? null) : null,
      systemIds: JSON.stringify(kind === "checklist" ? [...new Set(target.systemIds)] : []),
      catalogueRef,
      dueOn,
      state: "waiting" as const,
      createdAt: at,
      createdBy,
    };
    await insertRequest(tx, owner, row, subjectOfTarget(kind, target));
    const reach = { ...owner, requestId: id };
    await insertEvent(tx, reach, {
      id: ports.newId(),
      kind: "asked",
      channel: createdBy === null ? "program" : "web",
      happenedOn: dayInTokyo(at),
      contactId: target.contactId,
      recordedSeq: seq,
      recordedAt: at,
      recordedBy: createdBy,
    });
    await queueMail(ports, entry, owner, {
      kind: "request",
      requestId: id,
      contactId: target.contactId,
      variables: { message },
      once: `request:${id}`,
    });
  }
}

/** A request that could not be asked again, and why: its contact was archived or lost the address. */
export type NotAskedAgain = { requestId: string; problems: Problem[] };
export type AskedAgain = { roundId: string | null; requestIds: string[]; notAsked: NotAskedAgain[] };

/**
 * 来年も依頼する: the program's own asking when `nextOn` has come. A new round a year later with everybody who
 * can still be asked, pinned to the version of the form that counts now; what was withdrawn is not asked again.
 * @returns null as roundId when nobody could be asked; Problems: not-found, request-state (asked already)
 */
export async function askAgain(
  ports: Ports,
  owner: Owner,
  input: { roundId: string },
): Promise<Result<AskedAgain>> {
  const before = await findRound(ports.db, owner, input.roundId);
  if (!before) return failed(problem("not-found"));
  const { nextOn } = before;
  if (nextOn === null) return failed(problem("request-state", { act: "ask-again" }));
  const roundId = ports.newId();
  const head = {
    verb: "ask-again",
    noun: "request-round",
    recordId: roundId,
    change: { before: [null, before.id] satisfies [unknown, unknown] },
  };
  return recordWithoutAccount<AskedAgain>(ports, owner, "scheduler", head, async (entry) => {
    if (!(await endAskingAgain(entry.tx, owner, before.id))) {
      return failed(problem("request-state", { act: "ask-again" }));
    }
    const targets: Target[] = [];
    const notAsked: NotAskedAgain[] = [];
    let catalogueRef = "";
    for (const each of await requestsOfRound(entry.tx, owner, before.id)) {
      if (each.state === "revoked") continue;
      catalogueRef = each.catalogueRef;
      const target = targetOf(each);
      const problems = await problemsOfTarget(entry, owner, before.kind, target, 0);
      if (problems.length === 0) targets.push(target);
      else notAsked.push({ requestId: each.id, problems });
    }
    if (targets.length === 0) return done({ roundId: null, requestIds: [], notAsked });
    const round = {
      ...before,
      ...nextYear({ dueOn: before.dueOn, nextOn }),
      reminderDays: reminderDaysOf(before.reminderDays),
      catalogueRef: await currentRef(ports, owner, before.kind, catalogueRef),
      targets,
    };
    const requestIds = targets.map(() => ports.newId());
    await keepRound(ports, owner, entry, { ...round, roundId, requestIds, createdBy: null });
    return done({ roundId, requestIds, notAsked });
  });
}

function targetOf(row: Awaited<ReturnType<typeof requestsOfRound>>[number]): Target {
  return {
    vendorId: row.vendorId,
    contactId: row.contactId,
    ...(row.productVersionId === null ? {} : { productVersionId: row.productVersionId }),
    ...(row.contractId === null ? {} : { contractId: row.contractId }),
    systemIds: systemIdsOf(row.systemIds),
  };
}

/** The stored list of reminder days. */
export function reminderDaysOf(json: string): number[] {
  const parsed: unknown = JSON.parse(json);
  return Array.isArray(parsed) ? parsed.filter((each) => typeof each === "number") : [];
}

/** The version of the same form that no other has replaced; the old one where the catalogue is gone. */
async function currentRef(ports: Ports, owner: Owner, kind: RequestKind, ref: string): Promise<string> {
  // why: promises are asked for once; there is no newer version of them.
  if (kind === "promise") return ref;
  const { roleSheetForms, questionnaires, checklists } = await cataloguesOf(ports, owner);
  const lists = { disclosure: questionnaires, checklist: checklists, "role-sheet": roleSheetForms };
  const id = ref.slice(0, ref.lastIndexOf("@"));
  for (const [each, { head }] of lists[kind]) if (head.id === id && head.replacedBy === null) return each;
  return ref;
}

import { type Day, isRealDay } from "./day.ts";
import { type Problem, problem } from "./problem.ts";
import { asOf, type Revision } from "./timeline.ts";

/**
 * Where a second factor is asked: at the application's sign-in, or at the OS of the server or a jump host
 * before it (システム運用編 14⑤; places and routes from secondary sources, `guideline-7.0.md`).
 */
export const twoFactorPlaces = ["client", "server"] as const;
export type TwoFactorPlace = (typeof twoFactorPlaces)[number];

/** 対応済み · 予定 · できない · 対象外. Nothing recorded is a state of its own: 未確認. */
export const twoFactorStates = ["ready", "planned", "not-possible", "not-applicable"] as const;
export type TwoFactorState = (typeof twoFactorStates)[number];

/** By what: the application, the OS, a jump host; "" where none is named. */
export const twoFactorRoutes = ["", "application", "os", "jump-host"] as const;
export type TwoFactorRoute = (typeof twoFactorRoutes)[number];

/** The three preconditions of the jump host: 外部の利用者に管理者権限なし · OS更新済み · パスワード共用なし. */
export const jumpHostPreconditions = ["no-outside-admin", "patched", "no-shared-password"] as const;
export type JumpHostPrecondition = (typeof jumpHostPreconditions)[number];

/** Why it cannot be done, in the survey's words: システムが対応しない · 予算 · そのほか. */
export const twoFactorObstacles = ["", "system", "budget", "other"] as const;
export type TwoFactorObstacle = (typeof twoFactorObstacles)[number];

export type TwoFactorFacts = {
  place: TwoFactorPlace;
  state: TwoFactorState;
  route: TwoFactorRoute;
  preconditions: readonly JumpHostPrecondition[];
  plannedOn: Day | null;
  obstacle: TwoFactorObstacle;
  /** Yen, tax included. */
  costEstimate: number | null;
  costActual: number | null;
  /** Where it was seen or who said it. */
  source: string;
};
export type TwoFactorRecord = Revision & TwoFactorFacts & { systemId: string };

/** What held for one system and place on the day, as known then; null = 未確認. */
export function twoFactorAsOf<R extends TwoFactorRecord>(
  records: readonly R[],
  of: { systemId: string; place: TwoFactorPlace },
  day: Day,
  knownSeq: number,
): R | null {
  const own = records.filter((each) => each.systemId === of.systemId && each.place === of.place);
  return asOf(own, day, knownSeq);
}

export type RawTwoFactor = {
  place: string;
  state: string;
  route: string;
  preconditions: readonly string[];
  plannedOn: string;
  obstacle: string;
  costEstimate: string;
  costActual: string;
  source: string;
  effectiveFrom: string;
};

const MAX_YEN = 100_000_000_000;

/**
 * Reads what was typed. 「対応済み」 by a jump host needs its three preconditions, 「予定」 a day, 「できない」 the
 * obstacle; a source is always needed, because this stands beside what the vendor disclosed.
 */
export function readTwoFactor(
  raw: RawTwoFactor,
): { facts: TwoFactorFacts & { effectiveFrom: Day }; problems: [] } | { facts: null; problems: Problem[] } {
  const problems: Problem[] = [];
  const place = optionOf(twoFactorPlaces, raw.place, "place", problems);
  const state = optionOf(twoFactorStates, raw.state, "state", problems);
  const route = optionOf(twoFactorRoutes, raw.route, "route", problems);
  const obstacle = optionOf(twoFactorObstacles, raw.obstacle, "obstacle", problems);
  const preconditions = jumpHostPreconditions.filter((each) => raw.preconditions.includes(each));
  if (!isRealDay(raw.effectiveFrom))
    problems.push(problem("field-not-a-day", { value: raw.effectiveFrom }, "effectiveFrom"));
  if (raw.plannedOn !== "" && !isRealDay(raw.plannedOn))
    problems.push(problem("field-not-a-day", { value: raw.plannedOn }, "plannedOn"));
  if (raw.source.trim() === "") problems.push(problem("field-required", {}, "source"));
  if (raw.source.length > 500) problems.push(problem("field-too-long", { max: 500 }, "source"));
  const costEstimate = yenOf(raw.costEstimate, "costEstimate", problems);
  const costActual = yenOf(raw.costActual, "costActual", problems);
  if (place === null || state === null || route === null || obstacle === null || problems.length > 0)
    return { facts: null, problems };
  const facts = {
    place,
    state,
    route,
    preconditions: route === "jump-host" ? preconditions : [],
    plannedOn: raw.plannedOn || null,
    obstacle,
    costEstimate,
    costActual,
    source: raw.source.trim(),
    effectiveFrom: raw.effectiveFrom,
  };
  const unfit = stateProblems(facts);
  return unfit.length > 0 ? { facts: null, problems: unfit } : { facts, problems: [] };
}

function stateProblems(facts: TwoFactorFacts): Problem[] {
  const { state, route, preconditions, plannedOn, obstacle } = facts;
  if (state === "planned" && plannedOn === null) return [problem("field-required", {}, "plannedOn")];
  if (state === "not-possible" && obstacle === "") return [problem("field-required", {}, "obstacle")];
  if (state === "ready" && route === "") return [problem("field-required", {}, "route")];
  const missing = jumpHostPreconditions.length - preconditions.length;
  return state === "ready" && route === "jump-host" && missing > 0
    ? [problem("two-factor-preconditions", { missing }, "preconditions")]
    : [];
}

function optionOf<T extends string>(
  options: readonly T[],
  value: string,
  at: string,
  problems: Problem[],
): T | null {
  const found = options.find((each) => each === value);
  if (found === undefined) problems.push(problem("field-not-an-option", { value }, at));
  return found ?? null;
}

/** Whole yen, full-width digits and commas understood; null when empty. */
function yenOf(text: string, at: string, problems: Problem[]): number | null {
  const plain = text.normalize("NFKC").replace(/[,，円\s]/g, "");
  if (plain === "") return null;
  const value = Number(plain);
  if (/^\d+$/.test(plain) && value <= MAX_YEN) return value;
  problems.push(problem("field-not-a-number", { value: text }, at));
  return null;
}

/**
 * The day by which second factors are asked for (guideline 6.0 and 7.0, システム運用編 14⑤: systems expected to run
 * then, when newly installed or renewed; guideline-7.0, two sources).
 */
export const TWO_FACTOR_DAY: Day = "2027-04-01";

export type TwoFactorReadiness = {
  ready: number;
  /** Planned for the day or before. */
  inTime: number;
  /** Planned for later, or found not to be possible. */
  late: number;
  /** Nobody recorded anything. */
  unknown: number;
  /** Places that need one: the four above. Those recorded as 対象外 are left out. */
  total: number;
};

/** 二要素認証の対応: how the places of systems in use stand towards `TWO_FACTOR_DAY`; null = nothing recorded. */
export function twoFactorReadiness(
  held: readonly (Pick<TwoFactorRecord, "state" | "plannedOn"> | null)[],
): TwoFactorReadiness {
  const needed = held.filter((each) => each?.state !== "not-applicable");
  const count = (isOne: (each: Pick<TwoFactorRecord, "state" | "plannedOn"> | null) => boolean) =>
    needed.filter(isOne).length;
  const isInTime = (plannedOn: Day | null) => plannedOn !== null && plannedOn <= TWO_FACTOR_DAY;
  const ready = count((each) => each?.state === "ready");
  const inTime = count((each) => each?.state === "planned" && isInTime(each.plannedOn));
  const unknown = count((each) => each === null);
  return { ready, inTime, unknown, late: needed.length - ready - inTime - unknown, total: needed.length };
}

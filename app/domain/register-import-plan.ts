import { type Problem, problem } from "./problem.ts";
import {
  fieldsOf,
  parseRegister,
  type RegisterNoun,
  type RegisterValues,
  registerNouns,
} from "./register.ts";
import {
  type ImportColumns,
  type ImportSettings,
  keyFields,
  mappedTargets,
  SAME_AS_SYSTEM,
} from "./register-import.ts";
import { withoutAbsent } from "./register-import-absent.ts";
import { differencesOf } from "./register-import-differences.ts";
import { bookOfKnown, type Entity, type KnownRegisters } from "./register-import-names.ts";
import { type PlacedRow, type Placing, placeRow, type Question } from "./register-import-place.ts";
import { type ReadRow, readRow } from "./register-import-row.ts";
import type { DataLine, LeftOutReason } from "./register-import-table.ts";

export const plannedOutcomes = ["create", "known", "asks", "left-out", "failed"] as const;
export type PlannedOutcome = (typeof plannedOutcomes)[number];

export type PlannedRow = {
  row: number;
  outcome: PlannedOutcome;
  /** Every record the row speaks of, parents first. */
  uses: Entity[];
  /** Those it makes, parents first. */
  makes: Entity[];
  /** Contract and system the row ties together, when that is new. */
  covers: { contract: Entity; system: Entity } | null;
  leftOut: LeftOutReason | null;
  problems: Problem[];
};

export type ImportPlan = {
  rows: PlannedRow[];
  questions: Question[];
  counts: Record<PlannedOutcome, number>;
  /** Values of each new record, as the forms' rules made them; references are filled when it is written. */
  values: Map<Entity, RegisterValues>;
};

export type PlanInput = {
  lines: readonly DataLine[];
  columns: ImportColumns;
  settings: Pick<ImportSettings, "defaults" | "words" | "answers" | "coversSystems">;
  known: KnownRegisters;
  /** Rows a person left out or took back in by hand. */
  byHand?: ReadonlyMap<number, "leave" | "take">;
};

/** Rows between two breaths of a plan: a millisecond of work or two. */
const ROWS_A_STEP = 20;

/**
 * 試しに読む: what each row of the table would do, without doing it. Pure: the same table, settings and registers
 * give the same plan. A row is taken whole or not at all; what it speaks of is made by the first row that
 * passes, with the first value given for each field; later values that differ are reported, never written.
 * Problems at a row: those of `valuesOfCell` and `parseRegister`, record-archived; import-differs and
 * import-without-name do not stop the row.
 */
export function planImport(input: PlanInput): ImportPlan {
  const steps = planSteps(input);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps, so that a long table does not keep a server from answering others in between. */
export function* planSteps(input: PlanInput): Generator<undefined, ImportPlan, undefined> {
  const notices = new Map<number, Problem[]>();
  const failed = new Map<number, Problem[]>();
  const read: ReadRow[] = [];
  const mapped = mappedTargets(input.columns);
  for (const line of input.lines) {
    const whole = readRow(line, mapped, input.settings.words, input.byHand);
    const present = whole.leftOut === null ? withoutAbsent(whole, input.settings.defaults) : null;
    if (present && present.notices.length > 0) notices.set(line.row, present.notices);
    read.push(present?.row ?? whole);
    if (whole.problems.length > 0) failed.set(line.row, whole.problems);
    if (read.length % ROWS_A_STEP === 0) yield;
  }
  // why a loop: a row that fails no longer gives its values to the records others make; it ends, as rows only fall.
  for (;;) {
    const attempt = yield* attemptPlan(input, read, failed);
    const fresh = [...attempt.fallen].filter(([row]) => !failed.has(row));
    if (fresh.length === 0) return finish(input, read, attempt, { failed, notices });
    for (const [row, problems] of fresh) failed.set(row, problems);
  }
}

type Attempt = {
  placed: Map<number, PlacedRow>;
  values: Map<Entity, RegisterValues>;
  questions: Question[];
  fallen: Map<number, Problem[]>;
};

function* attemptPlan(
  input: PlanInput,
  read: readonly ReadRow[],
  failed: ReadonlyMap<number, Problem[]>,
): Generator<undefined, Attempt, undefined> {
  const placing: Placing = {
    book: bookOfKnown(input.known),
    defaults: input.settings.defaults,
    answers: input.settings.answers,
    questions: new Map(),
  };
  const placed = new Map<number, PlacedRow>();
  const fallen = new Map<number, Problem[]>();
  for (const row of read) {
    if (row.leftOut !== null || failed.has(row.row)) continue;
    const result = placeRow(placing, row);
    if (result.problems.length > 0) fallen.set(row.row, result.problems);
    else placed.set(row.row, result);
    if (row.row % ROWS_A_STEP === 0) yield;
  }
  const values = new Map<Entity, RegisterValues>();
  const faults = new Map<Entity, Problem[]>();
  for (const [number, row] of placed) {
    const problems = row.uses.flatMap((entity) =>
      checkEntity(entity, input.settings.defaults, values, faults),
    );
    if (problems.length > 0) fallen.set(number, problems);
    if (number % ROWS_A_STEP === 0) yield;
  }
  return { placed, values, questions: [...placing.questions.values()], fallen };
}

/** The rules of the forms on a new record, once per record; the problems of its parents count, too. */
function checkEntity(
  entity: Entity,
  defaults: Readonly<Record<string, string>>,
  values: Map<Entity, RegisterValues>,
  faults: Map<Entity, Problem[]>,
): Problem[] {
  if (entity.known !== null || values.has(entity)) return [];
  const before = faults.get(entity);
  if (before) return before;
  const parsed = parseRegister(entity.noun, rawOfEntity(entity, defaults));
  if (parsed.ok) {
    values.set(entity, parsed.value);
    return [];
  }
  const problems = parsed.problems.map(({ code, params, at }) =>
    // why another code: nobody can type into this field here; a column or a value for all rows is missing.
    problem(
      code === "field-required" ? "import-default-missing" : code,
      params,
      `${entity.noun}.${at ?? ""}`,
    ),
  );
  faults.set(entity, problems);
  return problems;
}

/** Raw values of a new record as a form would send them: the table's, then the defaults. */
function rawOfEntity(
  entity: Entity,
  defaults: Readonly<Record<string, string>>,
): Record<string, string | string[]> {
  const raw: Record<string, string | string[]> = {};
  for (const [field, spec] of Object.entries(fieldsOf(entity.noun))) {
    const fallback = defaults[`${entity.noun}.${field}`];
    const value = entity.given.get(field)?.value ?? (fallback === SAME_AS_SYSTEM ? undefined : fallback);
    if (value !== undefined && value !== "") raw[field] = value;
    // why: what it belongs to is in hand and gets its id when it is written; only its presence is asked here.
    if (spec.kind === "reference" && entity.parent !== null) raw[field] = entity.parent.path;
  }
  raw[keyFields[entity.noun]] = entity.name;
  return raw;
}

function finish(
  input: PlanInput,
  read: readonly ReadRow[],
  attempt: Attempt,
  { failed, notices }: Record<"failed" | "notices", ReadonlyMap<number, Problem[]>>,
): ImportPlan {
  const made = new Set<Entity>();
  const tied = new Set<string>();
  const rows = read.map((row): PlannedRow => {
    const base = { row: row.row, uses: [], makes: [], covers: null, leftOut: row.leftOut, problems: [] };
    if (row.leftOut !== null) return { ...base, outcome: "left-out" };
    const problems = failed.get(row.row);
    const placed = attempt.placed.get(row.row);
    if (problems || !placed) return { ...base, outcome: "failed", problems: problems ?? [] };
    const uses = byRegister(placed.uses);
    if (placed.asks) return { ...base, uses, outcome: "asks" };
    const makes = uses.filter((each) => each.known === null && !made.has(each));
    for (const each of makes) made.add(each);
    const covers = input.settings.coversSystems ? coversOf(input.known, uses, tied) : null;
    const differences = differencesOf(
      row,
      placed,
      input.known,
      covers === null && input.settings.coversSystems,
    );
    const outcome = makes.length > 0 || covers !== null ? "create" : "known";
    return {
      ...base,
      uses,
      makes,
      covers,
      outcome,
      problems: [...(notices.get(row.row) ?? []), ...differences],
    };
  });
  const counts: Record<PlannedOutcome, number> = { create: 0, known: 0, asks: 0, "left-out": 0, failed: 0 };
  for (const row of rows) counts[row.outcome] += 1;
  return { rows, questions: attempt.questions, counts, values: attempt.values };
}

function byRegister(uses: readonly Entity[]): Entity[] {
  return registerNouns.flatMap((noun) => uses.filter((each) => each.noun === noun));
}

/** Contract and system of one row, when the contract is one this batch makes and does not cover it yet. */
function coversOf(known: KnownRegisters, uses: readonly Entity[], tied: Set<string>) {
  const find = (noun: RegisterNoun) => uses.find((each) => each.noun === noun);
  const [contract, system] = [find("contract"), find("system")];
  if (!contract || !system) return null;
  const isOurs = contract.known === null || known.own.has(contract.known.id);
  const isThere =
    contract.known && system.known && known.covered.has(`${contract.known.id} ${system.known.id}`);
  const key = `${contract.path} ${system.path}`;
  if (!isOurs || isThere || tied.has(key)) return null;
  tied.add(key);
  return { contract, system };
}

import {
  type CheckedSystem,
  type CheckFacts,
  lastDone,
  type MeasureRecord,
  measuresThatCount,
  systemsOn,
} from "./check-facts.ts";
import { type Day, isRealDay } from "./day.ts";
import { hasWords } from "./evidence-topic.ts";
import { type Problem, problem } from "./problem.ts";
import type { AnswerValue } from "./questionnaire.ts";
import { isLeftOut, type RoleRow, type RowParty } from "./role-sheet.ts";
import type { Measure } from "./self-check-templates.ts";

/** An answer of a disclosure that a published mapping, or the clause printed in its question, leads to. */
export type MeasureAnswer = {
  measureKey: string;
  productVersionId: string;
  disclosureId: string;
  no: string;
  question: string;
  answer: AnswerValue;
  remark: string;
  cell: string;
  /** `id@version` of the mapping; null where the question itself prints the clause. */
  mapping: string | null;
};

/** Who bears it by an agreed row of a contract in force; `label` of the row as agreed. */
export type MeasureBearer = {
  party: RowParty;
  thirdPartyName: string;
  contractId: string;
  contract: string;
  roleSheetId: string;
  label: string;
  evidence: string;
};
/** Servers of the system by who bears their security updates. */
export type ServerBearers = { vendor: number; hospital: number; unclear: number };

export type MeasureCell = {
  system: { id: string; name: string };
  measure: Measure;
  answers: MeasureAnswer[];
  bearers: MeasureBearer[];
  /** Only where the measure is about the servers' updates. */
  servers: ServerBearers | null;
  last: MeasureRecord | null;
};

type BoardFacts = {
  facts: CheckFacts;
  answers: readonly MeasureAnswer[];
  /** Rows of the revisions in `facts.sheets`, by revision. */
  rows: ReadonlyMap<string, readonly RoleRow[]>;
  day: Day;
};

/**
 * 対策の一覧: one cell a system in use and measure, in the order of systems and measures. Nothing is concluded: a cell
 * shows what was disclosed, who bears it, and when it was last done.
 */
export function measureBoard(measures: readonly Measure[], board: BoardFacts): MeasureCell[] {
  const counting = measuresThatCount(board.facts.measures);
  const answers = new Map<string, MeasureAnswer[]>();
  for (const each of board.answers) {
    const key = `${each.productVersionId} ${each.measureKey}`;
    answers.set(key, [...(answers.get(key) ?? []), each]);
  }
  return systemsOn(board.facts, board.day).flatMap((system) => {
    const bearing = rowsOfSystem(system, board);
    return measures.map((measure): MeasureCell => {
      const of = { systemId: system.id, measureKey: measure.key };
      return {
        system: { id: system.id, name: system.name },
        measure,
        answers: answers.get(`${system.productVersionId} ${measure.key}`) ?? [],
        bearers: bearing.filter(({ row }) => isAbout(measure, row)).map(({ bearer }) => bearer),
        servers: measure.bearer === "server-update" ? serversOf(system, board.facts) : null,
        last: lastDone(counting, of, board.day),
      };
    });
  });
}

function isAbout(measure: Measure, row: RoleRow): boolean {
  if (row.itemKey !== null && measure.roleItems.includes(row.itemKey)) return true;
  const isShipped = row.itemKey?.startsWith("starter:") === true;
  // why: a row of ours says by its key what it is about; only rows of loaded forms are known by their words.
  return !isShipped && hasWords(row.label, measure.roleWords);
}

function rowsOfSystem(system: CheckedSystem, { facts, rows }: BoardFacts) {
  return facts.contracts
    .filter((each) => each.systemIds.includes(system.id))
    .flatMap((contract) =>
      facts.sheets
        .filter((sheet) => sheet.contractId === contract.id)
        .flatMap((sheet) =>
          (rows.get(sheet.id) ?? [])
            .filter((row) => !isLeftOut(row))
            .map((row) => ({
              row,
              bearer: {
                party: row.party,
                thirdPartyName: row.thirdPartyName,
                contractId: contract.id,
                contract: `${contract.number} ${contract.title}`,
                roleSheetId: sheet.roleSheetId,
                label: row.label,
                evidence: row.evidence,
              },
            })),
        ),
    );
}

function serversOf(system: CheckedSystem, facts: CheckFacts): ServerBearers {
  const own = facts.servers.filter((each) => each.systemId === system.id);
  const count = (bearer: string) => own.filter((each) => each.bearer === bearer).length;
  return { vendor: count("vendor"), hospital: count("hospital"), unclear: count("unclear") };
}

export type RawMeasure = { measureKey: string; doneOn: string; what: string; evidence: string };

/**
 * Reads a measure that was done. Problems: field-not-an-option, field-not-a-day (also a day to come), field-required
 * of what was done or of the evidence, field-too-long.
 */
export function problemsOfMeasure(
  raw: RawMeasure,
  measures: readonly Pick<Measure, "key">[],
  today: Day,
): Problem[] {
  const problems: Problem[] = [];
  if (!measures.some((each) => each.key === raw.measureKey)) {
    problems.push(problem("field-not-an-option", { value: raw.measureKey }, "measureKey"));
  }
  if (!isRealDay(raw.doneOn) || raw.doneOn > today) {
    problems.push(problem("field-not-a-day", { value: raw.doneOn }, "doneOn"));
  }
  for (const field of ["what", "evidence"] as const) {
    if (raw[field].trim() === "") problems.push(problem("field-required", {}, field));
    if (raw[field].length > 1000) problems.push(problem("field-too-long", { max: 1000 }, field));
  }
  return problems;
}

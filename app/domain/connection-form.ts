import {
  accountUses,
  connectionMethods,
  connectionPurposes,
  openings,
  patchBearers,
  secondFactors,
  sourceLimits,
} from "./connection.ts";
import type { RawForm } from "./contract-form.ts";
import { type Day, isRealDay } from "./day.ts";
import { failed, type Problem, problem, type Result } from "./problem.ts";

/** Fields of a connection that choose one of a list, in the order of the form. */
export const connectionOptions = {
  purpose: connectionPurposes,
  method: connectionMethods,
  opening: openings,
  patchBearer: patchBearers,
  accounts: accountUses,
  secondFactor: secondFactors,
  sourceLimit: sourceLimits,
} as const;
export type ConnectionOption = keyof typeof connectionOptions;

export type ConnectionFields = {
  [K in ConnectionOption]: (typeof connectionOptions)[K][number];
} & {
  systemId: string;
  name: string;
  counterpart: string;
  device: string;
  accountCount: number | null;
  secondFactorBy: Day | null;
  sourceNote: string;
  logDays: number | null;
  note: string;
};

const limits = { name: 200, counterpart: 200, device: 200, sourceNote: 400, note: 4000 } as const;
const MAX_NUMBER = 100_000;

/** The form of one connection. Problems name their field. */
export function parseConnection(raw: RawForm): Result<ConnectionFields> {
  const problems: Problem[] = [];
  const texts = Object.fromEntries(
    Object.entries(limits).map(([name, max]) => {
      const text = textOf(raw, name);
      if (text.length > max) problems.push(problem("field-too-long", { max }, name));
      return [name, text];
    }),
  );
  for (const name of ["systemId", "name"])
    if (textOf(raw, name) === "") problems.push(problem("field-required", {}, name));
  const day = textOf(raw, "secondFactorBy");
  if (day !== "" && !isRealDay(day))
    problems.push(problem("field-not-a-day", { value: day }, "secondFactorBy"));
  const pick = <K extends ConnectionOption>(name: K): (typeof connectionOptions)[K][number] => {
    const options: readonly (typeof connectionOptions)[K][number][] = connectionOptions[name];
    const found = options.find((each) => each === textOf(raw, name));
    if (found !== undefined) return found;
    problems.push(problem("field-required", {}, name));
    return connectionOptions[name][0];
  };
  const numberOf = (name: string): number | null => {
    const typed = textOf(raw, name).normalize("NFKC");
    if (typed === "") return null;
    const number = Number(typed);
    if (Number.isInteger(number) && number >= 0 && number <= MAX_NUMBER) return number;
    problems.push(problem("field-not-a-number", { min: 0, max: MAX_NUMBER }, name));
    return null;
  };
  const fields: ConnectionFields = {
    systemId: textOf(raw, "systemId"),
    name: texts.name ?? "",
    purpose: pick("purpose"),
    counterpart: texts.counterpart ?? "",
    method: pick("method"),
    opening: pick("opening"),
    device: texts.device ?? "",
    patchBearer: pick("patchBearer"),
    accounts: pick("accounts"),
    accountCount: numberOf("accountCount"),
    secondFactor: pick("secondFactor"),
    secondFactorBy: day || null,
    sourceLimit: pick("sourceLimit"),
    sourceNote: texts.sourceNote ?? "",
    logDays: numberOf("logDays"),
    note: texts.note ?? "",
  };
  return problems.length > 0 ? failed(...problems) : { ok: true, value: fields };
}

function textOf(raw: RawForm, name: string): string {
  const value = raw[name];
  return ((Array.isArray(value) ? value[0] : value) ?? "").trim();
}

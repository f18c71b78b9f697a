import { type Problem, problem } from "./problem.ts";
import { type RegisterNoun, registerNouns } from "./register.ts";
import { keyFields, SAME_AS_SYSTEM } from "./register-import.ts";
import type { ReadRow } from "./register-import-row.ts";

/** Registers a row may simply have none of: nothing else of the row belongs to their records. */
const optional: readonly RegisterNoun[] = ["vendorContact", "server", "contract"];

type Given = ReadRow["given"];
type Defaults = Readonly<Record<string, string>>;

function hasName(given: Given, noun: RegisterNoun, defaults: Defaults): boolean {
  const fallback = defaults[`${noun}.${keyFields[noun]}`] ?? "";
  return Boolean(given[noun]?.[keyFields[noun]]) || (fallback !== "" && fallback !== SAME_AS_SYSTEM);
}

/**
 * A row whose server, contact or contract has no name has none: the rest of the row stands. What the row says of
 * it all the same is named (import-without-name, one for each value, which does not stop the row). The remark of a
 * server that is not there is a remark on its system. A row that names nothing else keeps its problem.
 */
export function withoutAbsent(row: ReadRow, defaults: Defaults): { row: ReadRow; notices: Problem[] } {
  const isNamed = (noun: RegisterNoun) => hasName(row.given, noun, defaults);
  const absent = optional.filter((noun) => row.given[noun] && !isNamed(noun));
  const others = registerNouns.filter((noun) => !absent.includes(noun) && row.given[noun]?.[keyFields[noun]]);
  if (absent.length === 0 || others.length === 0) return { row, notices: [] };
  const given: Given = { ...row.given };
  const notices: Problem[] = [];
  for (const noun of absent) {
    const own = { ...given[noun] };
    delete given[noun];
    if (noun === "server" && own.note !== undefined && given.system?.name && !given.system.note) {
      given.system = { ...given.system, note: own.note };
      delete own.note;
    }
    for (const [field, value] of Object.entries(own)) {
      const text = Array.isArray(value) ? value.join(",") : value;
      notices.push(problem("import-without-name", { value: text }, `${noun}.${field}`));
    }
  }
  return { row: { ...row, given }, notices };
}

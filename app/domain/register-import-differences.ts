import { type Problem, problem } from "./problem.ts";
import type { RegisterNoun, RegisterValue } from "./register.ts";
import { importParents, keyFields } from "./register-import.ts";
import { type Entity, type KnownRegisters, plainName } from "./register-import-names.ts";
import type { PlacedRow } from "./register-import-place.ts";
import type { ReadRow } from "./register-import-row.ts";

/**
 * Values of a row that differ from what stands (in a register, or given by an earlier row). They are left for a
 * person: an import never writes over anything. `existing` is a stored value or code; for lists joined by commas.
 */
export function differencesOf(
  row: ReadRow,
  placed: PlacedRow,
  known: KnownRegisters,
  reportsCover: boolean,
): Problem[] {
  const problems = placed.uses.flatMap((entity) => {
    const given = row.given[entity.noun];
    return given
      ? [...valueDifferences(entity, given, row.row), ...placeDifference(entity, placed.uses)]
      : [];
  });
  const cover = reportsCover ? coverDifference(placed.uses, known) : null;
  return cover ? [...problems, cover] : problems;
}

function valueDifferences(entity: Entity, given: Record<string, string | string[]>, row: number): Problem[] {
  return Object.entries(given).flatMap(([field, raw]) => {
    if (field === keyFields[entity.noun]) return [];
    const first = entity.given.get(field);
    if (entity.known === null && (first === undefined || first.row === row)) return [];
    const existing = entity.known ? (entity.known.values[field] ?? null) : (first?.value ?? null);
    if (isSameValue(existing, raw)) return [];
    const at = `${entity.noun}.${field}`;
    const before = { existing: textOf(existing), value: textOf(raw), name: entity.name };
    return [problem("import-differs", { ...before, row: entity.known ? 0 : (first?.row ?? 0) }, at)];
  });
}

function isSameValue(one: RegisterValue, other: RegisterValue | string | string[]): boolean {
  if (Array.isArray(one) && Array.isArray(other)) return [...one].sort().join() === [...other].sort().join();
  return plainName(textOf(one)) === plainName(textOf(other));
}

function textOf(value: RegisterValue): string {
  return value === null ? "" : Array.isArray(value) ? value.join(",") : String(value);
}

/** A known record that belongs to something else than the row says (a contract of another vendor). */
function placeDifference(entity: Entity, uses: readonly Entity[]): Problem[] {
  const above = importParents[entity.noun]?.noun;
  const named = above ? uses.find((each) => each.noun === above) : undefined;
  if (!named || entity.parent === null || entity.parent === named) return [];
  const params = {
    existing: entity.parent.name,
    value: named.name,
    name: entity.name,
    row: entity.known ? 0 : entity.row,
  };
  return [problem("import-differs", params, `${above}.${above ? keyFields[above] : ""}`)];
}

/** A contract that was there before and does not cover the system of the row. */
function coverDifference(uses: readonly Entity[], known: KnownRegisters): Problem | null {
  const find = (noun: RegisterNoun) => uses.find((each) => each.noun === noun);
  const [contract, system] = [find("contract"), find("system")];
  if (!contract?.known || !system || known.own.has(contract.known.id)) return null;
  const isThere = system.known !== null && known.covered.has(`${contract.known.id} ${system.known.id}`);
  return isThere
    ? null
    : problem(
        "import-differs",
        { existing: "", value: system.name, name: contract.name, row: 0 },
        "contract.systems",
      );
}

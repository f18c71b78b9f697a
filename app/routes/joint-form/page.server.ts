import { choicesOf } from "#db/queries/registers.server";
import type { EntryMode } from "~/components/entry-fields";
import type { EntryLine } from "~/components/entry-history";
import type { HistoryLine } from "~/components/history";
import type { RawValues } from "~/components/plain-fields";
import { BEGINNING } from "~/domain/contract-terms";
import { dayInTokyo } from "~/domain/day";
import type { JointFields } from "~/domain/joint";
import { may } from "~/domain/rights";
import { entryLines } from "~/entry-lines";
import { readHistory } from "~/history.server";
import { refuse } from "~/http.server";
import type { Visit } from "~/scope.server";
import { showJoint } from "~/use-cases/joints.server";

const noLines: EntryLine[] = [];
const noHistory: HistoryLine[] = [];

/** A new joint: nothing is settled yet. */
export async function readNewJoint(visit: Visit) {
  const values: RawValues = { party: "undecided", emergencyParty: "undecided" };
  const mode: EntryMode = "new";
  return {
    ...{ joint: null, mode, entry: null, values },
    ...{ lines: noLines, history: noHistory, mayEdit: true },
    today: dayInTokyo(visit.ports.now()),
    systems: await systemOptions(visit),
  };
}

/**
 * A joint with the form of a change from today on; with an entry's id, the form that puts this entry right.
 * @throws 404 when this hospital has no such joint or entry
 */
export async function readJointPage(visit: Visit, jointId: string, entryId: string) {
  const { ports, scope } = visit;
  const found = await showJoint(ports, scope, { jointId });
  if (!found.ok) throw refuse(found.problems);
  const { entries, shown, systems: names, id, version, isOver } = found.value;
  const chosen = entries.find((each) => each.entry.id === entryId)?.entry ?? null;
  const mode: EntryMode = entryId === "" ? "change" : "correct";
  if (mode === "correct" && chosen === null) throw refuse([{ code: "not-found", params: {} }]);
  const today = dayInTokyo(ports.now());
  const mayEdit = may(scope, "contract:write");
  const named = (each: JointFields) => ({
    ...textsOf(each),
    firstSystemId: names.get(each.firstSystemId) ?? "",
    secondSystemId: names.get(each.secondSystemId) ?? "",
  });
  const lines = entryLines(entries, {
    heldId: shown.id,
    today,
    textsOf: named,
    correctAt: mayEdit ? (each) => `/joints/${jointId}?entry=${each}` : null,
  });
  const from = chosen?.effectiveFrom ?? today;
  const values: RawValues = { ...textsOf(chosen ?? shown), effectiveFrom: from === BEGINNING ? "" : from };
  const { firstSystemId: first, secondSystemId: second } = named(shown);
  return {
    joint: { id, version, isOver, overFrom: shown.effectiveFrom, what: shown.what, first, second },
    ...{ mode, lines, today, values, mayEdit },
    entry: chosen && { id: chosen.id, origin: chosen.origin, effectiveFrom: chosen.effectiveFrom },
    systems: await systemOptions(visit, [chosen ?? shown], names),
    history: await readHistory(ports.db, scope, "systemJoint", id),
  };
}

function textsOf(fields: JointFields): Record<string, string> {
  const { firstSystemId, secondSystemId, what, party, thirdPartyName, emergencyParty, note } = fields;
  return { firstSystemId, secondSystemId, what, party, thirdPartyName, emergencyParty, note };
}

/** Systems in use, and those that the shown entry names, though they were put away since. */
async function systemOptions(
  { ports, scope }: Visit,
  shown: readonly JointFields[] = [],
  names: ReadonlyMap<string, string> = new Map(),
) {
  const inUse = await choicesOf(ports.db, scope, "system");
  const known = new Set(inUse.map((each) => each.id));
  const gone = shown
    .flatMap((each) => [each.firstSystemId, each.secondSystemId])
    .filter((id) => !known.has(id))
    .map((value) => ({ value, label: names.get(value) ?? "" }));
  return [...inUse.map(({ id, name }) => ({ value: id, label: name })), ...gone];
}

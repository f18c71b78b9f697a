import type { RawForm } from "./contract-form.ts";
import { byThing, type DatedEntry, entryOn } from "./dated-entry.ts";
import type { Day } from "./day.ts";
import { done, failed, type Problem, problem, type Result } from "./problem.ts";
import { type JointParty, jointParties } from "./role-records.ts";

/** 接合部: where two systems meet, what passes there, and who looks after the place between them. */
export type JointFields = {
  firstSystemId: string;
  secondSystemId: string;
  what: string;
  party: JointParty;
  thirdPartyName: string;
  emergencyParty: JointParty;
  note: string;
};

/** 接合部の記録: what was true of one joint from a day on. */
export type JointEntry = DatedEntry & JointFields & { jointId: string };

/** その日の接合部: the entry of each joint that holds on `day` as known by `knownSeq`. */
export function jointsOn<E extends JointEntry>(
  entries: readonly E[],
  day: Day,
  knownSeq: number,
): (Omit<E, "id"> & { id: string; entryId: string })[] {
  return [...byThing(entries, (each) => each.jointId)].flatMap(([id, own]) => {
    const held = entryOn(own, day, knownSeq);
    return held === null ? [] : [{ ...held, id, entryId: held.id }];
  });
}

const limits = { what: 200, thirdPartyName: 200, note: 2000 } as const;

/**
 * The form of one joint.
 * @returns Problems by field: field-required, field-too-long, field-not-an-option, joint-same-system,
 *   third-party-unnamed
 */
export function parseJoint(raw: RawForm): Result<JointFields> {
  const problems: Problem[] = [];
  const [firstSystemId, secondSystemId] = [textOf(raw, "firstSystemId"), textOf(raw, "secondSystemId")];
  const texts = { what: textOf(raw, "what"), thirdPartyName: textOf(raw, "thirdPartyName") };
  const note = textOf(raw, "note");
  for (const name of ["firstSystemId", "secondSystemId", "what"] as const) {
    if (textOf(raw, name) === "") problems.push(problem("field-required", {}, name));
  }
  if (firstSystemId !== "" && firstSystemId === secondSystemId)
    problems.push(problem("joint-same-system", {}, "secondSystemId"));
  for (const [name, text] of Object.entries({ ...texts, note })) {
    const max = limits[name === "what" || name === "note" ? name : "thirdPartyName"];
    if (text.length > max) problems.push(problem("field-too-long", { max }, name));
  }
  const option = (field: "party" | "emergencyParty"): JointParty => {
    const found = jointParties.find((each) => each === textOf(raw, field));
    if (found === undefined)
      problems.push(problem("field-not-an-option", { value: textOf(raw, field) }, field));
    return found ?? "undecided";
  };
  const [party, emergencyParty] = [option("party"), option("emergencyParty")];
  if ([party, emergencyParty].includes("third-party") && texts.thirdPartyName === "")
    problems.push(problem("third-party-unnamed", {}, "thirdPartyName"));
  if (problems.length > 0) return failed(...problems);
  return done({ firstSystemId, secondSystemId, ...texts, note, party, emergencyParty });
}

function textOf(raw: RawForm, name: string): string {
  const value = raw[name];
  return ((Array.isArray(value) ? value[0] : value) ?? "").trim();
}

import type { EditionRules, HospitalClass, Relief } from "./applicability-data.ts";
import type { Guideline, GuidelineVolume, Requirement } from "./guideline.ts";
import type { RouteResult } from "./maintenance-route.ts";
import type { systemForms } from "./register.ts";

export type SystemForm = (typeof systemForms)[number];
/** システム運用担当者: whether the hospital has people who run its systems; nobody said = unknown. */
export const staffStates = ["yes", "no", "unknown"] as const;
export type StaffState = (typeof staffStates)[number];

export type ApplicabilityFacts = {
  staff: StaffState;
  form: SystemForm;
  /** What the walk of 保守委託機関編 came to; null where the edition knows no such route. */
  route: RouteResult | null;
};

/** applies: to be read · through-contract: may be shortened where the contract holds it · other-volume: not to be read. */
export const rowStates = ["applies", "through-contract", "other-volume"] as const;
export type RowState = (typeof rowStates)[number];

export type RowApplicability = {
  requirement: Requirement;
  state: RowState;
  /** Why the row is not simply read: every rule that says so, in the data's order. Empty only for `applies`. */
  reliefs: Relief[];
};

export type Applicability = {
  /** Classes the hospital may be in: one when everything is known, several when not, none where the edition has none. */
  classes: HospitalClass[];
  volumes: { volume: GuidelineVolume; isToRead: boolean }[];
  rows: RowApplicability[];
  counts: Record<RowState, number>;
};

/** Classes that fit what is known; an unknown staff or a mixed form leaves more than one. */
export function candidateClasses(
  rules: Pick<EditionRules, "classes">,
  { staff, form }: Pick<ApplicabilityFacts, "staff" | "form">,
): HospitalClass[] {
  return rules.classes.filter(
    (each) =>
      (staff === "unknown" || each.hasStaff === (staff === "yes")) &&
      (form === "mixed" || each.form === form),
  );
}

/**
 * 参照する編と項目: what of an edition a hospital reads for one system. A row may be shortened only when every class
 * the hospital may be in allows it, so that knowing less never takes a row away; a volume is left aside only when
 * the walk of 保守委託機関編 came to its end.
 */
export function applicabilityOf(
  rules: EditionRules,
  guideline: Pick<Guideline, "requirements">,
  facts: ApplicabilityFacts,
): Applicability {
  const classes = candidateClasses(rules, facts);
  const enough = facts.route === "entrusted-only" ? rules.entrusted : null;
  const isToRead = (volume: GuidelineVolume) => enough === null || enough.volumes.includes(volume);
  const rows = guideline.requirements.map((requirement): RowApplicability => {
    if (!isToRead(requirement.volume)) return { requirement, state: "other-volume", reliefs: [] };
    const reliefs = reliefsOf(rules.reliefs, classes, requirement);
    return { requirement, state: reliefs.length > 0 ? "through-contract" : "applies", reliefs };
  });
  const count = (state: RowState) => rows.filter((each) => each.state === state).length;
  return {
    classes,
    volumes: rules.volumes.map((volume) => ({ volume, isToRead: isToRead(volume) })),
    rows,
    counts: {
      applies: count("applies"),
      "through-contract": count("through-contract"),
      "other-volume": count("other-volume"),
    },
  };
}

/** The rules that let the row be shortened, when each candidate class has one; none otherwise. */
function reliefsOf(
  reliefs: readonly Relief[],
  classes: readonly HospitalClass[],
  requirement: Requirement,
): Relief[] {
  const meeting = reliefs.filter((each) => isAbout(each, requirement));
  const isAllowed = classes.every(({ name }) => meeting.some((each) => each.classes.includes(name)));
  if (classes.length === 0 || !isAllowed) return [];
  return meeting.filter((each) => classes.some(({ name }) => each.classes.includes(name)));
}

function isAbout(relief: Relief, { volume, chapter, no }: Requirement): boolean {
  if (relief.volume !== volume) return false;
  const found = relief.chapters.find((each) => each.chapter === chapter);
  if (found === undefined) return false;
  if (found.except.length === 0) return true;
  return no !== null && !found.except.includes(no);
}

/** 出典1件・要確認: a fact that rests on one source, as long as nobody has loaded the official text of its edition. */
export function isToConfirm(fact: { sourceCount: number }, isOfficialTextLoaded: boolean): boolean {
  return fact.sourceCount < 2 && !isOfficialTextLoaded;
}

/** True when the group loaded the official text of an edition with this version. */
export function hasOfficialText(
  guidelines: Iterable<{ head: { version: string }; requirements: Guideline["requirements"] }>,
  version: string,
): boolean {
  return [...guidelines].some(
    ({ head, requirements }) =>
      head.version === version && requirements.some((each) => each.provenance === "official-text"),
  );
}

import type { Result } from "~/domain/problem";
import { answerOptions } from "~/domain/questionnaire";
import { answerConditions } from "~/domain/request";
import type { showSection } from "~/use-cases/vendor-answers.server";
import type { DifferingItem, TypedItem } from "~/use-cases/vendor-save.server";
import type { ItemState } from "../vendor-desk/saver";

export type SectionView = Awaited<ReturnType<typeof showSection>> extends Result<infer T> ? T : never;
export type ItemView = SectionView["items"][number];
/** What came back of a form that could not be kept as it was. */
export type FoundItems = { differing: DifferingItem[]; typed: TypedItem[] };

/**
 * What the fields show before any script runs: the kept draft; over it what was typed when the form came back;
 * and where two windows differ, what was typed, standing on the version that was kept first.
 */
export function shownStates(section: SectionView, found: FoundItems | null): ItemState[] {
  return section.items.map(({ key, draft }) => {
    const { answer, remark, condition, version } = draft;
    const base = { answer, remark, condition, version };
    const differing = found?.differing.find((each) => each.itemKey === key);
    if (differing) {
      const { parts, mine } = differing;
      return { itemKey: key, now: mine, base, differing: { theirs: base, parts }, wrong: null };
    }
    const typed = found?.typed.find((each) => each.itemKey === key);
    return { itemKey: key, now: typed ? typedNow(typed) : base, base, differing: null, wrong: null };
  });
}

function typedNow(typed: TypedItem): ItemState["now"] {
  return {
    answer: answerOptions.find((each) => each === typed.answer) ?? null,
    remark: typed.remark,
    condition: answerConditions.find((each) => each === typed.condition) ?? "none",
  };
}

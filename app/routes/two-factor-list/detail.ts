import type { Language } from "~/domain/scope";
import type { TwoFactorFacts } from "~/domain/two-factor";
import { formatDay } from "~/messages/days";
import type { Words } from "~/messages/words";

/** How, until when, or why not: what belongs to the state, in words. */
export function detailOf(words: Words, facts: TwoFactorFacts, language: Language): string {
  const { twoFactor } = words.overTime;
  const amounts = [facts.costEstimate, facts.costActual].map((each) =>
    each === null ? "" : twoFactor.yen(each.toLocaleString("ja-JP")),
  );
  return [
    facts.route === "" ? "" : twoFactor.routes[facts.route],
    facts.plannedOn === null ? "" : twoFactor.plannedOn(formatDay(facts.plannedOn, language)),
    facts.obstacle === "" ? "" : twoFactor.obstacles[facts.obstacle],
    ...facts.preconditions.map((each) => twoFactor.preconditions[each]),
    ...amounts,
  ]
    .filter((each) => each !== "")
    .join("・");
}

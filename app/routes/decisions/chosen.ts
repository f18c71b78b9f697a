import { type WorkList, workLists } from "~/domain/decision-work";
import type { ListState } from "~/domain/list-query";
import type { ListedDecision } from "~/use-cases/decision-list.server";

/** The decisions a list's address asks for, in its order. */
export function chooseDecisions(decisions: readonly ListedDecision[], state: ListState): ListedDecision[] {
  const { work, kind, whose } = state.filters;
  const wanted = state.search.normalize("NFKC").toLowerCase();
  const found = decisions.filter((each) => {
    const text = [each.clause, each.summary, each.product, each.vendor, each.owner, each.reason].join(" ");
    return (
      (!work || each.work.some((one) => one === work)) &&
      (!kind || each.kind === kind) &&
      (whose !== "mine" || each.isMine) &&
      text.normalize("NFKC").toLowerCase().includes(wanted)
    );
  });
  const key = (each: ListedDecision) => {
    if (state.sort === "product") return `${each.product} ${each.clause}`;
    if (state.sort === "clause") return each.clause;
    if (state.sort === "owner") return each.owner;
    const due = each.dueOn ?? "9999-12-31";
    return state.sort === "dueOn" ? due : `${needOf(each)} ${due}`;
  };
  found.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  return state.isDescending ? found.reverse() : found;
}

/** What asks for work first, in the order of the lists of work; then what goes on; what is over last. */
function needOf({ work, state }: ListedDecision): number {
  const at = workLists.findIndex((each) => work.includes(each));
  if (at >= 0) return at;
  return state === "closed" || state === "settled" ? 9 : 8;
}

/** How many decisions stand in each list of work. */
export function countWork(decisions: readonly ListedDecision[]): Record<WorkList, number> {
  const count = (work: WorkList) => decisions.filter((each) => each.work.includes(work)).length;
  return {
    reopened: count("reopened"),
    overdue: count("overdue"),
    expiring: count("expiring"),
    "awaiting-approval": count("awaiting-approval"),
    promise: count("promise"),
    unlinked: count("unlinked"),
  };
}

import type { CatalogueItem } from "./catalogue-item.ts";
import { type ClauseMoves, movesOf } from "./clause-moves.ts";
import type { MappingDraftLine } from "./mapping-draft.ts";

/**
 * 対応付けの案: items of two catalogues that print one clause, or an older clause that a list of moves leads
 * to it. Nothing but printed references proposes: wording never joins two sources. Every line waits for a person.
 */

type Cited = { question: string; clause: string; moved: string | null };

/**
 * One line for each item of `to` that items of `from` cite. A clause printed as it stands proposes 「covers」; one
 * reached only over a move proposes 「touches」, because an old item went to several new ones.
 * @param toRef `id@version` of `to`, which chooses the moves
 */
export function proposeMapping(
  from: readonly CatalogueItem[],
  to: readonly CatalogueItem[],
  toRef: string,
  moves: readonly ClauseMoves[],
): MappingDraftLine[] {
  const byClause = new Map<string, CatalogueItem[]>();
  for (const item of to) {
    for (const clause of item.clauses) byClause.set(clause, [...(byClause.get(clause) ?? []), item]);
  }
  const cited = new Map<string, Cited[]>();
  for (const item of from) {
    for (const via of citedBy(item, toRef, moves)) {
      for (const target of byClause.get(via.clause) ?? [])
        cited.set(target.key, [...(cited.get(target.key) ?? []), via]);
    }
  }
  return to
    .flatMap((target) => {
      const via = cited.get(target.key);
      return via ? [{ target, via: directFirst(via) }] : [];
    })
    .map(({ target, via }, at) => proposedLine(`line-${at + 1}`, target.key, via));
}

function citedBy(item: CatalogueItem, toRef: string, moves: readonly ClauseMoves[]): Cited[] {
  return item.clauses.flatMap((clause) => [
    { question: item.key, clause, moved: null },
    ...movesOf(moves, clause, toRef).flatMap((move) =>
      move.to.map((newer) => ({ question: item.key, clause: newer, moved: move.from })),
    ),
  ]);
}

/** One entry a question: the printed clause counts before a moved one. */
function directFirst(via: readonly Cited[]): Cited[] {
  const direct = via.filter((each) => each.moved === null);
  const moved = via.filter(
    (each) => each.moved !== null && !direct.some((one) => one.question === each.question),
  );
  return [...direct, ...moved].filter(
    (each, at, all) => all.findIndex((one) => one.question === each.question) === at,
  );
}

function proposedLine(id: string, requirement: string, via: Cited[]): MappingDraftLine {
  return {
    id,
    requirement,
    questions: via.map((each) => each.question),
    rule: "all-yes",
    relation: via.every((each) => each.moved === null) ? "covers" : "touches",
    acceptsNotApplicable: true,
    reason: [
      ...new Set(via.map((each) => (each.moved === null ? each.clause : `${each.moved} → ${each.clause}`))),
    ].join("、"),
    state: "proposed",
    via,
    confirmedBy: null,
    confirmedOn: null,
  };
}

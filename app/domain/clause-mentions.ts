import { type ClauseMoves, canonicalClause, movesOf } from "./clause-moves.ts";
import { clauseText, type Guideline, guidelineVolumes, parseClause } from "./guideline.ts";

/** What an edition says of a clause that somebody quoted; words in messages/. */
export const mentionStates = ["holds", "moved", "gone", "unknown"] as const;
export type MentionState = (typeof mentionStates)[number];
export type ClauseMention = {
  /** As it stands in the text. */
  text: string;
  clause: string;
  state: MentionState;
  /** Clauses of the edition that a list of moves names for it. */
  movedTo: string[];
};

const volumes = guidelineVolumes.join("|");
const spaces = "[\\s\\u3000]*";
const newer = `(?:${volumes})${spaces}第?${spaces}[0-9０-９]+(?:[.．][0-9０-９]+)*${spaces}章?${spaces}(?:[①-⑳]|[(（][0-9０-９]+[)）])?`;
const older = "[0-9０-９]+(?:[.．][0-9０-９]+)+[\\s　]*章?[\\s　.,、]*[A-DＡ-Ｄ][.．]?[0-9０-９]+";
const mentioned = new RegExp(`${newer}|${older}`, "gu");

/**
 * Clauses of a guideline that a text quotes, with what the edition is known to say of each: it holds the clause,
 * a list of moves names where it went, it is gone, or — where the edition is known in part only and nothing names
 * the clause — nobody can say.
 * @param edition the one the text is held against, `ref` its `id@version`
 */
export function clauseMentions(
  text: string,
  edition: { ref: string; guideline: Guideline },
  moves: readonly ClauseMoves[],
): ClauseMention[] {
  const held = new Set(
    edition.guideline.requirements.flatMap((each) => (each.no === null ? [] : [clauseText(each)])),
  );
  const found = new Map<string, ClauseMention>();
  for (const [match] of text.matchAll(mentioned)) {
    const clause = canonicalClause(match.trim());
    // why: a chapter without a number quotes no single item, and an edition may keep it with other items.
    if (clause === null || parseClause(clause)?.no === null || found.has(clause)) continue;
    const movedTo = [...new Set(movesOf(moves, clause, edition.ref).flatMap((each) => each.to))];
    found.set(clause, {
      text: match.trim(),
      clause,
      state: stateOf(clause, held, movedTo, edition.guideline),
      movedTo,
    });
  }
  return [...found.values()];
}

function stateOf(
  clause: string,
  held: ReadonlySet<string>,
  movedTo: readonly string[],
  { isTotalUnknown }: Guideline,
): MentionState {
  if (held.has(clause)) return "holds";
  if (movedTo.length > 0) return "moved";
  return isTotalUnknown ? "unknown" : "gone";
}

import { z } from "zod";
import { clauseText, parseClause } from "./guideline.ts";
import { catalogueHeadSchema, confidenceSchema } from "./provenance.ts";

/**
 * 条項の移行: where an item of guideline 5.2 went in 6.0, as far as a source could be read. It holds a handful of
 * rows and no more; a clause that is not listed is unknown, not gone. A move proposes and decides nothing.
 */
export const clauseMoveSchema = z.strictObject({
  /** Clause of the older edition in one spelling, `6.5 C.13`. */
  from: z.string().regex(/^\d+(?:\.\d+)* [A-D]\.\d+$/),
  /** What it is about, our own words. */
  topic: z.string().min(1),
  /** Clauses of the newer edition as it prints them, `システム運用編 14⑤`. */
  to: z.array(z.string().min(1)).min(1),
  confidence: confidenceSchema,
  note: z.string(),
});
export const clauseMovesSchema = z.strictObject({
  kind: z.literal("clause-moves"),
  head: catalogueHeadSchema,
  /** `id@version` of both editions. */
  from: z.string().min(1),
  to: z.string().min(1),
  /** True: the source names more rows than could be read. */
  isIncomplete: z.boolean(),
  sources: z.array(z.string().min(1)).min(1),
  moves: z.array(clauseMoveSchema),
});
export type ClauseMoves = z.infer<typeof clauseMovesSchema>;
export type ClauseMove = z.infer<typeof clauseMoveSchema>;

/**
 * A reference of guideline 5.x as questions print it (「(6.5.C13)」, 「6.5章 C.13」, full width) in one spelling,
 * `6.5 C.13`; null when it is none. A branch behind the number (「C.13(1)」) is another clause and is not read.
 */
export function olderClause(text: string): string | null {
  // why not NFKC: it would make C.1① a C.11, as taking inner brackets away would make C.13(1) a C.131.
  const narrow = text.replace(/[！-～]/g, (each) => each.normalize("NFKC")).replace(/\s/g, "");
  const flat = narrow.replace(/^[(「](.*)[)」]$/, "$1");
  const match = /^第?(\d+(?:\.\d+)+)章?[.,、]?([A-D])[.,]?(\d+)$/.exec(flat);
  return match ? `${match[1]} ${match[2]}.${match[3]}` : null;
}

/** Any clause reference in the one spelling that is compared; null when no rule can read it. */
export function canonicalClause(text: string): string | null {
  const parsed = parseClause(text);
  return parsed ? clauseText(parsed) : olderClause(text);
}

/** The moves of a printed clause into one edition (`id@version`); none for everything that is not listed. */
export function movesOf(moves: readonly ClauseMoves[], clause: string, edition: string): ClauseMove[] {
  const older = olderClause(clause);
  if (older === null) return [];
  return moves
    .filter((each) => each.to === edition)
    .flatMap((each) => each.moves.filter((move) => move.from === older));
}

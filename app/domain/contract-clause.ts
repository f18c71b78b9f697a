import type { Day } from "./day.ts";
import { asOf, type Revision } from "./timeline.ts";

/** What a quoted clause settles. */
export const clauseKinds = [
  "security-update",
  "incident-notice",
  "audit-right",
  "subcontracting",
  "return-erasure",
  "remote-maintenance",
  "backup",
  "fee",
  "term-and-renewal",
  "liability",
  "confidentiality",
  "other",
] as const;
export type ClauseKind = (typeof clauseKinds)[number];

/**
 * 条項の引用: one wording of a clause. `key` names the clause over its wordings; `revisionId` is the terms it came
 * with, and it holds from their first day; `supersedes` corrects an earlier wording of the same key.
 */
export type ClauseWording = {
  id: string;
  key: string;
  revisionId: string;
  kind: ClauseKind;
  /** 「第7条第2項」 as printed in the document. */
  number: string;
  quote: string;
  documentId: string | null;
  /** From 1. */
  page: number | null;
  /** From this wording on the clause no longer stands. */
  isRepealed: boolean;
  recordedSeq: number;
  supersedes: string | null;
};

/**
 * The terms that a revision became as known by then: a correction may move the day from which they hold, and
 * what came with the revision moves along.
 */
export function correctedRevision<R extends Revision>(
  revisions: readonly R[],
  id: string,
  knownSeq: number,
): R | null {
  const known = revisions.filter((each) => each.recordedSeq <= knownSeq);
  let found = known.find((each) => each.id === id) ?? null;
  while (found !== null) {
    const current: R = found;
    const next = known
      .filter((each) => each.supersedes === current.id && each.recordedSeq > current.recordedSeq)
      .sort((a, b) => b.recordedSeq - a.recordedSeq)[0];
    if (next === undefined) return current;
    found = next;
  }
  return null;
}

/**
 * 有効な条項: the wording of each clause that stood on `day` as known by `knownSeq`, in the order of its kinds.
 * A clause whose terms were not known then, or begin later, or that was repealed, is not among them.
 */
export function clausesOn<C extends ClauseWording>(
  wordings: readonly C[],
  revisions: readonly Revision[],
  day: Day,
  knownSeq: number,
): C[] {
  const dated = wordings.flatMap((wording) => {
    const revision = correctedRevision(revisions, wording.revisionId, knownSeq);
    return revision === null ? [] : [{ ...wording, effectiveFrom: revision.effectiveFrom, wording }];
  });
  const keys = [...new Set(dated.map((each) => each.key))];
  const held = keys.flatMap((key) => {
    const found = asOf(
      dated.filter((each) => each.key === key),
      day,
      knownSeq,
    );
    return found === null || found.isRepealed ? [] : [found.wording];
  });
  return held.sort(
    (a, b) =>
      clauseKinds.indexOf(a.kind) - clauseKinds.indexOf(b.kind) ||
      a.number.localeCompare(b.number, "ja", { numeric: true }) ||
      (a.id < b.id ? -1 : 1),
  );
}

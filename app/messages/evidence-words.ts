import { type EvidenceStatement, isOfHouse } from "../domain/evidence.ts";
import type { Words } from "./words.ts";

/** A statement as one sentence; one about the hospital as a whole begins with its question. */
export function evidenceText({ selfChecks }: Words, statement: EvidenceStatement): string {
  const { code, count, total, cites, missing } = statement;
  const sentence = selfChecks.evidence[code](count, total);
  const question = cites[0]?.label ?? missing[0] ?? "";
  return isOfHouse(code) ? `${question} ${sentence}` : sentence;
}

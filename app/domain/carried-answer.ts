import type { AssessedAnswer } from "./assessment.ts";
import type { CatalogueItem } from "./catalogue-item.ts";
import type { Crosswalk, CrosswalkRelation } from "./crosswalk.ts";
import { catalogueRef } from "./provenance.ts";
import type { AnswerValue } from "./questionnaire.ts";

/** An answer to an item of the older version; `ref` is that item's key. */
export type AnswerToCarry = {
  ref: string;
  no: string;
  question: string;
  answer: AnswerValue;
  remark: string;
};

/** 引継元: where a carried answer comes from. */
export type CarryOrigin = {
  /** The disclosure it was given in; null when it was given elsewhere. */
  disclosureId: string | null;
  fromKey: string;
  fromNo: string;
  fromQuestion: string;
  /** `id@version` of the crosswalk, and its line. */
  crosswalk: string;
  line: string;
};

/** A new answer with its origin. `isToConfirm`: the question was reworded; until confirmed it counts as none. */
export type CarriedAnswer = {
  key: string;
  answer: AnswerValue;
  remark: string;
  isToConfirm: boolean;
  origin: CarryOrigin;
};

/** Why an answer stays behind: what became of its question, or that nobody can tell which answer it is. */
export type LeftReason =
  | Extract<CrosswalkRelation, "split" | "joined" | "dropped">
  | "unknown-item"
  | "twice";

/**
 * 引継: answers to the older version as answers to the newer one. Only `same` lines carry; `reworded` carries to
 * be confirmed; split, joined and dropped never carry, and a new question gets nothing. Every answer given ends
 * in exactly one of the two lists (property test).
 */
export function carryAnswers<A extends AnswerToCarry>(
  crosswalk: Crosswalk,
  answers: readonly A[],
  disclosureId: string | null,
): { carried: (CarriedAnswer & { given: A })[]; left: { given: A; why: LeftReason }[] } {
  const lineOf = new Map(crosswalk.lines.flatMap((line) => line.from.map((key) => [key, line] as const)));
  const times = new Map<string, number>();
  for (const { ref } of answers) times.set(ref, (times.get(ref) ?? 0) + 1);
  const carried: (CarriedAnswer & { given: A })[] = [];
  const left: { given: A; why: LeftReason }[] = [];
  for (const given of answers) {
    const line = lineOf.get(given.ref);
    const key = line?.to[0];
    if (!line || line.relation === "new") left.push({ given, why: "unknown-item" });
    else if ((times.get(given.ref) ?? 0) > 1) left.push({ given, why: "twice" });
    else if (line.relation === "split" || line.relation === "joined" || line.relation === "dropped")
      left.push({ given, why: line.relation });
    else if (key === undefined) left.push({ given, why: "unknown-item" });
    else {
      const { ref, no, question, answer, remark } = given;
      const from = { fromKey: ref, fromNo: no, fromQuestion: question };
      const origin = { disclosureId, ...from, crosswalk: catalogueRef(crosswalk.head), line: line.id };
      carried.push({ key, answer, remark, isToConfirm: line.relation === "reworded", origin, given });
    }
  }
  return { carried, left };
}

/**
 * A disclosure of the older version as the newer version's mappings see it: carried answers stand under the
 * newer item, one to be confirmed says nothing yet (`unclear`), and what stays behind keeps its own row, so
 * that it is still listed.
 * @param items items of the newer version
 */
export function carriedForAssessment(
  crosswalk: Crosswalk,
  answers: readonly AssessedAnswer[],
  items: readonly CatalogueItem[],
  disclosureId: string,
  fromVersion: string,
): AssessedAnswer[] {
  const byKey = new Map(items.map((each) => [each.key, each]));
  const { carried, left } = carryAnswers(crosswalk, answers, disclosureId);
  return [
    ...carried.map(({ key, answer, isToConfirm, origin, given }): AssessedAnswer => {
      const { fromNo, fromQuestion, line } = origin;
      return {
        ...given,
        ref: key,
        no: byKey.get(key)?.no ?? given.no,
        question: byKey.get(key)?.text ?? given.question,
        answer: isToConfirm ? "unclear" : answer,
        carried: {
          fromNo,
          fromQuestion,
          fromVersion,
          fromAnswer: answer,
          crosswalk: origin.crosswalk,
          line,
          isToConfirm,
        },
      };
    }),
    // why the prefix: both versions number their keys alike, and a stayed answer must not meet a newer key.
    ...left.map(({ given }) => ({ ...given, ref: `stayed:${given.ref}` })),
  ];
}

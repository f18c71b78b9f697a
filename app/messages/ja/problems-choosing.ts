import type { ProblemWords } from "../problem-words.ts";

/** Choosing between candidates. */
export const choosingProblems = {
  "procurement-candidates-many": (p) => ({
    what: `候補は${p.max === undefined ? "決められた数" : ` ${p.max} 件`}までです。`,
    next: "見込みのない候補を、理由をつけて外してから加えてください。",
  }),
  "procurement-candidate-dropped": () => ({
    what: "この候補は、すでに外されています。",
    next: "選ぶときは、もう一度候補に加えてください。",
  }),
  "edition-pair-missing": () => ({
    what: "比べる二つの版が決まりません。",
    next: "違う二つの版を選んでください。版が一つしかないときは、新しい版を書式に登録すると比べられます。",
  }),
} satisfies ProblemWords;

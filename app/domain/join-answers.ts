type Joinable = { no: string; question: string };

/** Text as it is compared: width, white space and full stops do not make two questions of one. */
function plainText(text: string): string {
  return text.normalize("NFKC").replace(/[\s。．.、,]/g, "");
}

function plainNo(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, "");
}

/**
 * Which question of the questionnaire each answer belongs to: the question's index by the answer's, null where
 * that cannot be told. First by number and wording, then by a number that is unique on both sides, then — with
 * as many rows as questions and nothing joined out of order — by the row, unless the two numbers differ.
 * Never forced, and no question is given twice.
 */
export function joinAnswers(answers: readonly Joinable[], questions: readonly Joinable[]): (number | null)[] {
  const joined = answers.map((): number | null => null);
  const taken = new Set<number>();
  const join = (answer: number, question: number) => {
    joined[answer] = question;
    taken.add(question);
  };
  joinUnique(
    answers,
    questions,
    joined,
    join,
    (each) => `${plainNo(each.no)}\u0000${plainText(each.question)}`,
  );
  joinUnique(answers, questions, joined, join, (each) => plainNo(each.no));
  if (answers.length !== questions.length) return joined;
  if (joined.some((question, answer) => question !== null && question !== answer)) return joined;
  answers.forEach((answer, at) => {
    const question = questions[at];
    if (joined[at] !== null || !question || taken.has(at)) return;
    const [one, other] = [plainNo(answer.no), plainNo(question.no)];
    if (one === "" || other === "" || one === other) join(at, at);
  });
  return joined;
}

/** Joins what one key names exactly once on each side; rows joined before count as gone on neither. */
function joinUnique(
  answers: readonly Joinable[],
  questions: readonly Joinable[],
  joined: readonly (number | null)[],
  join: (answer: number, question: number) => void,
  keyOf: (each: Joinable) => string,
): void {
  const before = new Set(joined);
  const asked = indexesBy(questions, keyOf);
  for (const [key, answerAt] of indexesBy(answers, keyOf)) {
    const questionAt = asked.get(key) ?? [];
    const [answer, question] = [answerAt[0], questionAt[0]];
    if (key === "" || answer === undefined || question === undefined) continue;
    if (answerAt.length > 1 || questionAt.length > 1) continue;
    if (joined[answer] === null && !before.has(question)) join(answer, question);
  }
}

function indexesBy(rows: readonly Joinable[], keyOf: (each: Joinable) => string): Map<string, number[]> {
  const found = new Map<string, number[]>();
  rows.forEach((row, at) => {
    const key = keyOf(row);
    found.set(key, [...(found.get(key) ?? []), at]);
  });
  return found;
}

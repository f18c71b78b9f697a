/** Legal forms, spaces and marks that people write in many ways: 「(株)つむぎ」 and 「株式会社 つむぎ」. */
const legalForms = /株式会社|有限会社|合同会社|一般社団法人|一般財団法人|\(株\)|\(有\)|\(同\)/g;
const marks = /[\s\-‐‑‒–—―ー_・･.,、。/／()[\]「」'"&＆]/g;

/** What is left of a name when everything that is only spelling is taken away. */
export function nameEssence(name: string): string {
  const folded = name.normalize("NFKC").toLowerCase().replace(legalForms, "").replace(marks, "");
  // why: ひらがな and カタカナ of one name are the same name to a reader.
  return folded.replace(/[ぁ-ゖ]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0x60));
}

/** True when cutting `essence` at `length` would cut a number in two: 「システム1」 is no beginning of 「システム10」. */
export function cutsNumber(essence: string, length: number): boolean {
  return /\d/.test(essence[length - 1] ?? "") && /\d/.test(essence[length] ?? "");
}

/**
 * True when a person should look whether two names mean one thing: the same essence, or one essence (of three
 * or more characters) begins the other, no number being cut. It is a hint for choosing and never chooses.
 */
export function isSimilarName(one: string, other: string): boolean {
  const [a, b] = [nameEssence(one), nameEssence(other)];
  if (a === "" || b === "") return false;
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.length >= 3 && long.startsWith(short) && !cutsNumber(long, short.length);
}

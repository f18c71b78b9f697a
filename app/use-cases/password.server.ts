import { hash, verify } from "@node-rs/argon2";
import { type Problem, problem } from "~/domain/problem";
import { isSimplePassword, MAX_PASSWORD, normalPassword } from "~/domain/sign-in";

/** Passwords in common use, from @zxcvbn-ts/language-common (about 49,000, gathered from published leaks). */
let common: Promise<ReadonlySet<string>> | null = null;

function commonPasswords(): Promise<ReadonlySet<string>> {
  // why on first use: most starts set no password soon, and the list is a megabyte.
  common ??= import("@zxcvbn-ts/language-common").then(
    ({ dictionary }) => new Set(dictionary["passwords-common"].map(String)),
  );
  return common;
}

/** Words that anybody tries first here: with figures and signs around them alone they are no password. */
const nearWords = ["buntan", "hospital", "byouin", "password", "分担", "病院", "パスワード"];

function isOfNearWords(folded: string): boolean {
  const rest = nearWords.reduce((text, word) => text.replaceAll(word, ""), folded);
  return rest !== folded && rest.replace(/[\p{N}\p{P}\p{S}\s]/gu, "").length < 4;
}

/**
 * What is wrong with a new password; no rule on kinds of characters, no end of its life.
 * @param least characters it must have (13 alone, 8 beside a second factor)
 * @param field where the form has it
 */
export async function problemsOfPassword(
  given: string,
  about: { least: number; signInName: string },
  field = "password",
): Promise<Problem[]> {
  const password = normalPassword(given);
  const length = [...password].length;
  if (length < about.least) return [problem("field-too-short", { min: about.least }, field)];
  if (length > MAX_PASSWORD) return [problem("field-too-long", { max: MAX_PASSWORD }, field)];
  const folded = password.toLowerCase();
  if ((await commonPasswords()).has(folded) || isSimplePassword(folded) || isOfNearWords(folded))
    return [problem("password-common", {}, field)];
  const name = about.signInName.toLowerCase();
  if (name.length > 2 && folded.replaceAll(name, "").length < 4)
    return [problem("password-holds-name", {}, field)];
  return [];
}

export function hashPassword(given: string): Promise<string> {
  return hash(normalPassword(given));
}

/** A hash of nothing anybody knows: a wrong name costs as much time as a wrong password. */
let decoy: Promise<string> | null = null;

/** @param stored null (nobody of this name) or "" (no password was set): never right, and as slow */
export async function isRightPassword(
  stored: string | null,
  given: string,
  newToken: () => string,
): Promise<boolean> {
  decoy ??= hash(newToken());
  const password = normalPassword(given);
  if ([...password].length > MAX_PASSWORD) return false;
  if (stored === null || stored === "") {
    await verify(await decoy, password);
    return false;
  }
  // why the second try: passwords of before were hashed as they were typed.
  return (await verify(stored, password)) || (password !== given && (await verify(stored, given)));
}

/** How a session was proved besides the password; `provider` = the hospital's own identity provider. */
export const sessionFactors = ["none", "totp", "passkey", "recovery", "provider"] as const;
export type SessionFactor = (typeof sessionFactors)[number];

/** What a browser between password and session still has to do. */
export const signInSteps = ["second-factor", "set-up", "own-password", "passkey", "provider"] as const;
export type SignInStep = (typeof signInSteps)[number];

export const linkPurposes = ["invite", "reset"] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/** 13 characters where the password stands alone (guideline 7.0, 14⑥), 8 beside a second factor. */
export const MIN_PASSWORD_ALONE = 13;
export const MIN_PASSWORD_WITH_FACTOR = 8;
export const MAX_PASSWORD = 200;

/** Least number of characters a password of this person has. */
export function minPassword(hasFactor: boolean): number {
  return hasFactor ? MIN_PASSWORD_WITH_FACTOR : MIN_PASSWORD_ALONE;
}

/** A password is counted in characters as a person sees them, after NFKC: full-width letters are the same key. */
export function normalPassword(given: string): string {
  return given.normalize("NFKC");
}

const FREE_TRIES = 4;
const FIRST_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 15 * 60;

/**
 * Seconds for which an account answers no try after so many wrong ones in a row: none for the first four, then 30,
 * doubled each time, never more than a quarter of an hour, so that a stranger cannot keep anybody out for a day.
 */
export function waitAfter(wrongTries: number): number {
  if (wrongTries <= FREE_TRIES) return 0;
  return Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** Math.min(20, wrongTries - FREE_TRIES - 1));
}

/** What still stands between a right password and a session, in this order; null = nothing. */
export function nextStep(person: {
  hasFactor: boolean;
  isWaived: boolean;
  isAdmin: boolean;
  isPasswordLong: boolean;
  mustChangePassword: boolean;
}): Exclude<SignInStep, "passkey" | "provider"> | null {
  if (person.hasFactor) return "second-factor";
  // why admins always: who can except others from it must not be able to except himself.
  if (!person.isWaived || person.isAdmin) return "set-up";
  return stepAfterFactor({ ...person, hasFactor: false });
}

/** The same once the second factor was shown, or none is asked for. */
export function stepAfterFactor(person: {
  hasFactor: boolean;
  isPasswordLong: boolean;
  mustChangePassword: boolean;
}): "own-password" | null {
  return person.mustChangePassword || (!person.hasFactor && !person.isPasswordLong) ? "own-password" : null;
}

/** True for what no list needs to name: one short unit again and again, or keys in a row. */
export function isSimplePassword(folded: string): boolean {
  const characters = [...folded];
  for (let unit = 1; unit <= Math.min(4, characters.length / 2); unit++) {
    if (characters.every((each, at) => each === characters[at % unit])) return true;
  }
  const rows = ["01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm"];
  return rows.some((row) => row.includes(folded) || [...row].reverse().join("").includes(folded));
}

/** The six digits of an app as they are typed: full-width digits and blanks are the same. */
export function normalCode(given: string): string {
  return given.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
}

/** How many recovery codes are made at once. */
export const RECOVERY_CODES = 10;
/** Letters and digits that are not taken for one another; 32 of them, five bits each. */
const CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/**
 * A recovery code of 50 bits out of random bytes: `ABCDE-FGHJK`.
 * @param bytes at least ten, each evenly random
 */
export function recoveryCodeOf(bytes: Uint8Array): string {
  const letters = [...bytes.slice(0, 10)].map((byte) => CODE_LETTERS[byte % CODE_LETTERS.length]);
  return `${letters.slice(0, 5).join("")}-${letters.slice(5).join("")}`;
}

/** True for six digits (an app's code); anything else is tried as a recovery code. */
export function isAppCode(code: string): boolean {
  return /^\d{6}$/.test(code);
}

/** What a browser says of itself, shortened to its name and system; "" when it says nothing known. */
export function browserName(userAgent: string): string {
  const program = [
    ["Edge", /Edg\//],
    ["Firefox", /Firefox\//],
    ["Chrome", /Chrome\//],
    ["Safari", /Safari\//],
  ] as const;
  const system = [
    ["Windows", /Windows/],
    ["iPhone", /iPhone/],
    ["iPad", /iPad/],
    ["Android", /Android/],
    ["Mac", /Mac OS/],
    ["Linux", /Linux/],
  ] as const;
  const found = [program, system].map((list) => list.find(([, mark]) => mark.test(userAgent))?.[0] ?? "");
  return found.filter(Boolean).join(" · ");
}

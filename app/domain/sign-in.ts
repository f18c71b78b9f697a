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

/** What a mail is about; the wording of each can be edited by the hospital. */
export const mailKinds = [
  "request",
  "reminder",
  "code",
  "receipt",
  "returned",
  "digest",
  "audit-head",
] as const;
export type MailKind = (typeof mailKinds)[number];

/**
 * `waiting` to go out (or, without SMTP, to be handed over by a person), `sending` = taken by a process that has
 * not said yet how it ended, `unknown` = that process ended without a word: a person decides, the program does
 * not send a second time. `handed-over` = copied by hand, `void` = no longer needed (answered, revoked, ended).
 */
export const mailStates = ["waiting", "sending", "sent", "failed", "unknown", "handed-over", "void"] as const;
export type MailState = (typeof mailStates)[number];

/** After so many tries a mail is `failed` and waits for a person. */
export const MAX_MAIL_TRIES = 5;
/** Minutes until the next try, by the number of tries so far. */
const backOffMinutes = [5, 30, 120, 480] as const;

/** Minutes to wait after the `tries`-th failed try (from 1); null when there is no further try. */
export function minutesUntilNextTry(tries: number): number | null {
  return tries >= MAX_MAIL_TRIES ? null : (backOffMinutes[tries - 1] ?? backOffMinutes[3]);
}

/** A mail taken so long ago whose sender said nothing is `unknown`; the mail server answers within 2 minutes. */
export const SENDING_MINUTES = 15;

/** A waiting code older than this is no longer sent: its time is nearly over when it arrives. */
export const CODE_WAITS_MINUTES = 30;

/** What a person can say of a mail that failed, or of which nobody knows whether it left. */
export const mailVerdicts = ["send-again", "arrived", "drop"] as const;
export type MailVerdict = (typeof mailVerdicts)[number];

/** What can be said of a mail in this state; nothing once it left or was given up. */
export function verdictsOn(state: MailState): readonly MailVerdict[] {
  switch (state) {
    case "unknown":
      return mailVerdicts;
    case "failed":
      return ["send-again", "drop"];
    case "waiting":
      return ["drop"];
    default:
      return [];
  }
}

/** States in which a mail waits for a person where there is no mail server, and where there is one. */
export const statesToSettle = ["failed", "unknown"] as const satisfies MailState[];

/** What a mail is about; the wording of each can be edited by the hospital. */
export const mailKinds = ["request", "reminder", "code", "receipt", "returned", "digest"] as const;
export type MailKind = (typeof mailKinds)[number];

/** `waiting` to go out (or, without SMTP, to be handed over by a person), `handed-over` = copied by hand. */
export const mailStates = ["waiting", "sent", "failed", "handed-over", "void"] as const;
export type MailState = (typeof mailStates)[number];

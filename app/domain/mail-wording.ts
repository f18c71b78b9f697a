import type { MailKind } from "./mail.ts";
import { type Problem, problem } from "./problem.ts";

/** Subject and text of a mail with `{placeholders}`. */
export type MailWording = { subject: string; body: string };

/** What the digest tells of. */
export const digestLines = ["submitted", "question", "refused", "overdue", "mail-failed"] as const;
export type DigestLine = (typeof digestLines)[number];

/** Phrases that the program puts into placeholders. */
export type MailPhrases = {
  /** Days to the due day: + ahead, − past. */
  when: (days: number) => string;
  digest: Readonly<Record<DigestLine, string>>;
  /** Lines that found no room. */
  more: (count: number) => string;
  /** In place of the address where none is configured. */
  noAddress: string;
};

const ofRequest = ["hospital", "vendor", "contact", "subject", "due"] as const;

/** Placeholders that a kind of mail knows, in the order they are listed to a person. */
export const mailPlaceholders = {
  request: [...ofRequest, "message", "link"],
  reminder: [...ofRequest, "when", "link"],
  code: ["hospital", "contact", "subject", "minutes", "code"],
  receipt: [...ofRequest, "submitted", "sha256"],
  returned: [...ofRequest, "reason", "link"],
  digest: ["hospital", "day", "lines", "address"],
  "audit-head": ["hospital", "day", "number", "hash"],
} as const satisfies Record<MailKind, readonly string[]>;
export type MailPlaceholder = (typeof mailPlaceholders)[MailKind][number];

/** Placeholders without which the mail is of no use. */
export const neededPlaceholders: Readonly<Record<MailKind, readonly MailPlaceholder[]>> = {
  request: ["link"],
  reminder: ["link"],
  code: ["code"],
  receipt: ["sha256"],
  returned: ["link"],
  digest: ["lines"],
  "audit-head": ["number", "hash"],
};

/** Filled only when the mail leaves, so that the database never holds a link. */
const filledAtTheEnd: readonly string[] = ["link", "code"];

export const MAX_MAIL_SUBJECT = 200;
export const MAX_MAIL_BODY = 4000;

const PLACEHOLDER = /\{([^{}\n]*)\}/g;

/**
 * Whether a wording can be used for its kind: one line as subject, known placeholders only, the needed ones in
 * the text. Link and code stay out of the subject, because mail servers write subjects into their logs.
 * @returns field-required, field-too-long, mail-subject-lines, mail-placeholder-unknown,
 *   mail-placeholder-missing, mail-placeholder-in-subject; `at` is `subject` or `body`
 */
export function checkMailWording(kind: MailKind, wording: MailWording): Problem[] {
  const known: readonly string[] = mailPlaceholders[kind];
  const problems: Problem[] = [];
  const limits = { subject: MAX_MAIL_SUBJECT, body: MAX_MAIL_BODY } as const;
  for (const field of ["subject", "body"] as const) {
    const text = wording[field];
    if (text.trim() === "") problems.push(problem("field-required", {}, field));
    if (text.length > limits[field]) {
      problems.push(problem("field-too-long", { max: limits[field] }, field));
    }
    for (const name of new Set([...text.matchAll(PLACEHOLDER)].map((each) => each[1] ?? ""))) {
      if (!known.includes(name)) problems.push(problem("mail-placeholder-unknown", { name }, field));
      else if (field === "subject" && filledAtTheEnd.includes(name)) {
        problems.push(problem("mail-placeholder-in-subject", { name }, field));
      }
    }
  }
  if (/[\r\n]/.test(wording.subject)) problems.push(problem("mail-subject-lines", {}, "subject"));
  for (const name of neededPlaceholders[kind]) {
    if (!wording.body.includes(`{${name}}`)) {
      problems.push(problem("mail-placeholder-missing", { name }, "body"));
    }
  }
  return problems;
}

/**
 * The wording with its values; `{link}` and `{code}` stay. Values are put in once and never read again, and
 * braces inside a value become full-width, so that what a person typed can not become a placeholder.
 * @param values a known placeholder without a value becomes ""
 */
export function fillMail(
  kind: MailKind,
  wording: MailWording,
  values: Readonly<Partial<Record<string, string>>>,
): MailWording {
  const known: readonly string[] = mailPlaceholders[kind];
  const fill = (text: string) =>
    text.replace(PLACEHOLDER, (whole, name: string) => {
      if (!known.includes(name) || filledAtTheEnd.includes(name)) return whole;
      return (values[name] ?? "").replaceAll("{", "｛").replaceAll("}", "｝");
    });
  return { subject: onOneLine(fill(wording.subject)), body: tidy(fill(wording.body)) };
}

/** Puts link and code into a text that waited without them. */
export function completeMail(body: string, ends: { link?: string; code?: string }): string {
  return body.replace(/\{(link|code)\}/g, (whole, name: string) =>
    name === "link" ? (ends.link ?? whole) : (ends.code ?? whole),
  );
}

/** Control characters out, one line: a header cannot be added through a value. */
export function onOneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are taken out
  return text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, " ").trim();
}

/** An empty value leaves no hole of more than one blank line. */
function tidy(text: string): string {
  return `${text
    .replace(/\r\n?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()}\n`;
}

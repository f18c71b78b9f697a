/**
 * A failure as data: what happened (code), with which values (params), and where (at).
 * Words for people live in `messages/`; the domain only ever hands out codes.
 */

import { entryProblemClasses } from "./entry-problems";
import { peopleProblemClasses } from "./people-problems";
import { readingProblemClasses } from "./reading-problems";
import { trustProblemClasses } from "./trust-problems";

/** HTTP-like classes, so that routes and the CLI answer alike without knowing single codes. */
export const problemClasses = {
  // identity and rights
  "sign-in-required": "unauthorised",
  "sign-in-failed": "unauthorised",
  "too-many-attempts": "limited",
  "setup-code-wrong": "forbidden",
  "setup-already-done": "conflict",
  forbidden: "forbidden",
  "page-takes-nothing": "invalid",
  "not-found": "not-found",
  "cross-site-request": "forbidden",
  "demo-only": "forbidden",
  // input of forms
  "field-required": "invalid",
  "field-too-long": "invalid",
  "field-too-short": "invalid",
  "field-not-a-day": "invalid",
  "field-not-a-number": "invalid",
  "field-not-an-option": "invalid",
  "field-not-a-mail": "invalid",
  "field-unknown-reference": "invalid",
  "field-invalid": "invalid",
  "day-order": "invalid",
  "already-exists": "conflict",
  "changed-meanwhile": "conflict",
  "record-archived": "conflict",
  "record-in-use": "conflict",
  "body-too-large": "too-large",
  // files
  "file-missing": "invalid",
  "file-empty": "invalid",
  "file-too-large": "too-large",
  "file-not-a-workbook": "invalid",
  "file-kind-unsupported": "invalid",
  "file-password-protected": "invalid",
  "file-damaged": "invalid",
  "file-zip-bomb": "invalid",
  "file-too-many-cells": "invalid",
  "file-reader-timeout": "invalid",
  "file-reader-memory": "invalid",
  "file-reader-failed": "invalid",
  "file-encoding-unknown": "invalid",
  "file-cell-too-long": "invalid",
  // writing back into a workbook
  "write-back-kind": "invalid",
  "catalogue-without-file": "invalid",
  "write-back-sheet-missing": "invalid",
  "write-back-cell-missing": "invalid",
  "write-back-cell-changed": "invalid",
  "write-back-row-unmatched": "invalid",
  "write-back-row-twice": "invalid",
  "write-back-no-column": "invalid",
  "write-back-mark-unknown": "invalid",
  "write-back-remark-elsewhere": "invalid",
  "write-back-undecided": "invalid",
  "write-back-target-elsewhere": "invalid",
  "write-back-not-from-file": "invalid",
  "write-back-form-filled": "invalid",
  "write-back-nothing-submitted": "invalid",
  "write-back-role-sheet": "invalid",
  "write-back-unconfirmed": "invalid",
  "write-back-not-same": "broken",
  // reading a form
  // disclosures
  "intake-closed": "conflict",
  "intake-nothing-to-save": "invalid",
  "disclosure-date-required": "invalid",
  "disclosure-withdrawn": "conflict",
  "disclosure-same-file": "conflict",
  // answered checklists and role-sheet proposals
  "checklist-empty": "invalid",
  "checklist-withdrawn": "conflict",
  "recipe-answer-missing": "invalid",
  "proposal-row-taken": "conflict",
  "proposal-sheet-other": "invalid",
  // comparing and deciding
  "requirement-unknown": "not-found",
  "finding-needs-no-decision": "conflict",
  "decision-reason-empty": "invalid",
  "decision-reason-unfinished": "invalid",
  "decision-superseded": "conflict",
  "decision-closed": "conflict",
  "decision-kind-unfit": "conflict",
  "decisions-too-many": "invalid",
  "approval-own": "forbidden",
  "approval-in-future": "invalid",
  "promise-not-open": "conflict",
  "stand-in-oneself": "invalid",
  "promise-other-vendor": "invalid",
  "override-same": "invalid",
  "override-reason-empty": "invalid",
  "override-none": "conflict",
  // role sheets
  "completed-without-no": "invalid",
  "completed-before-first-check": "invalid",
  "third-party-unnamed": "invalid",
  "role-sheet-undecided-rows": "invalid",
  "role-sheet-nothing-agreed": "invalid",
  "role-row-locked": "conflict",
  "role-row-not-locked": "conflict",
  "role-row-left-out": "conflict",
  "role-row-not-left-out": "conflict",
  "role-cell-word-unknown": "invalid",
  "joint-same-system": "invalid",
  "proposal-empty": "invalid",
  "proposal-closed": "conflict",
  "review-settled": "conflict",
  "proposal-row-moved": "conflict",
  // contracts
  "contract-period-order": "invalid",
  "lines-too-many": "invalid",
  "amendment-before-contract": "invalid",
  "amendment-unnamed": "invalid",
  "amendment-without-change": "invalid",
  "renewal-not-later": "invalid",
  "revision-superseded": "conflict",
  "document-withdrawn": "conflict",
  "document-in-use": "conflict",
  "clause-page-outside": "invalid",
  "clause-page-without-document": "invalid",
  "clause-not-then": "invalid",
  "clause-other-contract": "invalid",
  "subcontractor-cycle": "invalid",
  "subcontractor-too-deep": "invalid",
  "subcontractor-has-children": "conflict",
  "name-change-same": "invalid",
  "declaration-list-changed": "conflict",
  // over time
  "incident-in-future": "invalid",
  "two-factor-preconditions": "invalid",
  "two-factor-no-plan": "invalid",
  "correction-reason-empty": "invalid",
  // procurement
  "procurement-candidates-many": "invalid",
  "procurement-candidate-dropped": "conflict",
  // editions
  "edition-pair-missing": "invalid",
  // yearly checks
  "target-without-no": "invalid",
  "target-outside-year": "invalid",
  "day-outside-year": "invalid",
  "day-before-round": "invalid",
  "rounds-over": "conflict",
  "gate-unanswered": "invalid",
  "own-checklist-open": "invalid",
  "own-checklist-targets": "invalid",
  "fiscal-year-outside": "invalid",
  // papers
  "hash-unreadable": "invalid",
  "key-file-unreadable": "invalid",
  "certificate-not-valid": "invalid",
  "paper-number-range": "invalid",
  "paper-rows-many": "invalid",
  "paper-verdict-words": "invalid",
  "paper-value-missing": "invalid",
  "paper-glyph-missing": "invalid",
  "paper-printer-failed": "broken",
  "paper-internal-field": "invalid",
  "paper-not-issued": "conflict",
  "paper-already-issued": "conflict",
  "template-part-bound": "invalid",
  "template-too-long": "invalid",
  "template-name-unknown": "invalid",
  "template-invalid": "invalid",
  "template-draft-closed": "conflict",
  "template-unchanged": "conflict",
  "memorandum-nothing": "invalid",
  // catalogues
  "catalogue-invalid": "broken",
  "catalogue-reference-dangling": "broken",
  "catalogue-unknown": "not-found",
  // catalogues from official files
  "catalogue-kind-unknown": "invalid",
  "catalogue-form-is-ours": "invalid",
  "catalogue-nothing-read": "invalid",
  "catalogue-column-missing": "invalid",
  "catalogue-column-twice": "invalid",
  "catalogue-role-twice": "invalid",
  "catalogue-rows-too-many": "invalid",
  "catalogue-draft-closed": "conflict",
  "catalogue-nothing-above": "invalid",
  "catalogue-draft-incomplete": "invalid",
  "catalogue-ref-taken": "conflict",
  "catalogue-version-unfit": "invalid",
  "catalogue-json-invalid": "invalid",
  "catalogue-json-dangling": "invalid",
  "catalogue-json-characters": "invalid",
  "item-set-empty": "invalid",
  "item-set-unresolved": "invalid",
  // other kinds of files, and what a person adds
  "file-password-wrong": "invalid",
  "file-encryption-unsupported": "invalid",
  "file-archive-empty": "invalid",
  "file-archive-nothing-readable": "invalid",
  "file-archive-many": "invalid",
  "file-picture-only": "invalid",
  "file-picture-too-large": "invalid",
  "pdf-without-text": "invalid",
  "pdf-page-without-text": "invalid",
  "pdf-rows-uncertain": "invalid",
  "pdf-row-across-pages": "invalid",
  "pdf-characters-unknown": "invalid",
  "pdf-text-cut": "invalid",
  "pdf-text-hidden": "invalid",
  "pdf-too-many-pages": "invalid",
  "recipe-sheet-missing": "invalid",
  "recipe-columns-double": "invalid",
  "recipe-rows-order": "invalid",
  "recipe-used": "invalid",
  // mails
  "mail-placeholder-unknown": "invalid",
  "mail-placeholder-missing": "invalid",
  "mail-placeholder-in-subject": "invalid",
  "mail-subject-lines": "invalid",
  "mail-contact-without-address": "invalid",
  "mail-base-url-missing": "invalid",
  "mail-refused": "broken",
  "mail-unreachable": "broken",
  "mail-result-unknown": "broken",
  "mail-not-waiting": "conflict",
  // crosswalks and mappings
  "crosswalk-item-missing": "invalid",
  "crosswalk-item-twice": "invalid",
  "crosswalk-item-unknown": "invalid",
  "crosswalk-relation-unfit": "invalid",
  "crosswalk-unconfirmed": "conflict",
  "crosswalk-ends": "invalid",
  "mapping-key-unknown": "invalid",
  "mapping-unconfirmed": "conflict",
  "mapping-without-lines": "invalid",
  "mapping-ends": "invalid",
  "relation-draft-closed": "conflict",
  // 一括取込
  "import-cell-error": "invalid",
  "import-number-lost": "invalid",
  "import-word-unknown": "invalid",
  "import-differs": "conflict",
  "import-without-name": "conflict",
  "import-left-out": "conflict",
  "import-nothing-mapped": "invalid",
  "import-column-twice": "invalid",
  "import-default-missing": "invalid",
  "import-no-rows": "invalid",
  "import-too-many-rows": "too-large",
  "import-questions-open": "conflict",
  "import-question-new": "conflict",
  "import-not-now": "conflict",
  // requests to vendors
  "request-no-target": "invalid",
  "request-targets-many": "invalid",
  "request-catalogue-unfit": "invalid",
  "request-contact-without-mail": "invalid",
  "request-subject-twice": "conflict",
  "request-due-past": "invalid",
  "request-state": "conflict",
  "request-submission-older": "conflict",
  "request-nothing-answered": "invalid",
  "request-unconfirmed": "invalid",
  "request-not-verified": "forbidden",
  "request-sections-only": "forbidden",
  "request-link-over": "not-found",
  "request-code-wrong": "invalid",
  "request-code-over": "invalid",
  "request-code-often": "limited",
  "vendor-session-over": "unauthorised",
  "request-nothing-to-carry": "invalid",
  "request-files-many": "invalid",
  "request-workbook-other-form": "invalid",
  ...peopleProblemClasses,
  ...entryProblemClasses,
  ...readingProblemClasses,
  ...trustProblemClasses,
  // machine
  "database-newer": "broken",
  "database-busy": "broken",
  "database-read-only": "broken",
  "database-token-refused": "broken",
  "database-unreachable": "broken",
  "disk-full": "broken",
  "disk-failing": "broken",
  "server-running": "conflict",
  "server-not-running": "conflict",
  unexpected: "broken",
} as const;

export type ProblemCode = keyof typeof problemClasses;
export type ProblemClass = (typeof problemClasses)[ProblemCode];

export type Problem = {
  code: ProblemCode;
  /** Values the sentence needs: names, numbers, limits. Never a sentence. */
  params: Record<string, string | number>;
  /** Where: a form field (`name`), a cell (`MDS!C22`), a template file and path, a row. */
  at?: string;
};

export type Result<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

export const problemCodes = Object.keys(problemClasses) as ProblemCode[];

/** Builds one Problem. `at` is left out when there is no place to name. */
export function problem(code: ProblemCode, params: Problem["params"] = {}, at?: string): Problem {
  return at === undefined ? { code, params } : { code, params, at };
}

export function done<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function failed(...problems: Problem[]): { ok: false; problems: Problem[] } {
  return { ok: false, problems };
}

const statusOf: Record<ProblemClass, number> = {
  malformed: 400,
  unauthorised: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  "too-large": 413,
  invalid: 422,
  limited: 429,
  broken: 500,
};

/** The HTTP status of the gravest problem: the highest class wins, in the order of `statusOf`'s numbers. */
export function statusOfProblems(problems: readonly Problem[]): number {
  return Math.max(0, ...problems.map((each) => statusOf[problemClasses[each.code]])) || 500;
}

/** Compile-time exhaustiveness: reaching it at run time is a bug, so it throws. */
export function assertNever(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}

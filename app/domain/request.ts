/** What a vendor is asked for out of a catalogue: the form is pinned by its version. */
export const formRequestKinds = ["disclosure", "checklist", "role-sheet"] as const;
export type FormRequestKind = (typeof formRequestKinds)[number];

/** 提出依頼: what a vendor is asked for. `promise`: to confirm what decisions say it will do, until which day. */
export const requestKinds = [...formRequestKinds, "promise"] as const;
export type RequestKind = (typeof requestKinds)[number];

/** Kinds whose form is a sheet of questions; a role sheet and promises are confirmed one by one. */
export function hasAnswerSheet(kind: RequestKind): boolean {
  return kind !== "role-sheet" && kind !== "promise";
}

/** In the place of a catalogue where a request asks for promises. */
export const PROMISE_REF = "promise@1";

export const recurrences = ["once", "yearly"] as const;
export type Recurrence = (typeof recurrences)[number];

/**
 * Where one request stands. `waiting` until the vendor pressed 「開く」; `refused` = will not submit, with a
 * reason; `returned` = sent back by the hospital for another answer; `revoked` = withdrawn by the hospital.
 */
export const requestStates = [
  "waiting",
  "opened",
  "submitted",
  "returned",
  "accepted",
  "refused",
  "revoked",
] as const;
export type RequestState = (typeof requestStates)[number];

/** Everything that can happen to a request; frozen one by one, they are the proof of having asked. */
export const requestEventKinds = [
  "asked",
  "mail-accepted",
  "mail-failed",
  "handed-over",
  "reminded",
  "opened",
  "code-sent",
  "verified",
  "passed-on",
  "question",
  "reply",
  "submitted",
  "returned",
  "accepted",
  "refused",
  "revoked",
  "due-changed",
  "spoken",
] as const;
export type RequestEventKind = (typeof requestEventKinds)[number];

/** How it happened; `phone`, `post` and `meeting` are entered by hand, with a file if there is one. */
export const requestChannels = ["mail", "web", "phone", "post", "meeting", "program"] as const;
export type RequestChannel = (typeof requestChannels)[number];

/** What a person can enter by hand: asked or reminded again, spoken about, answered on paper, refused. */
export const handEventKinds = ["spoken", "asked", "reminded", "submitted", "refused"] as const;
export const handChannels = ["phone", "post", "meeting", "mail"] as const;
/** How a person hands over a letter that the program did not send. */
export const handOverChannels = ["mail", "post", "meeting", "phone"] as const;

/** "Yes, with a paid option": a condition of the answer, beside the remark. */
export const answerConditions = ["none", "paid-option", "planned"] as const;
export type AnswerCondition = (typeof answerConditions)[number];

/** 引継: taken over from the answers before, and not yet looked at / looked at by the vendor. */
export const carryStates = ["own", "carried", "confirmed"] as const;
export type CarryState = (typeof carryStates)[number];

/** Who wrote a line of an item's thread. */
export const threadSides = ["hospital", "vendor"] as const;
export type ThreadSide = (typeof threadSides)[number];

/** Days after (+) or before (−) the due day on which a reminder goes out, unless the user sets others. */
export const defaultReminderDays = [-14, -3, 3, 10] as const;

/** Requests of one round at most: more at once is a mistake of the hand, and an address has its limit. */
export const MAX_TARGETS = 200;

/** What a request is about, in one line: product with version, contract, or the systems a checklist lists. */
export function aboutOf(request: {
  product: string | null;
  productVersion: string | null;
  contractNumber: string | null;
  contractTitle: string | null;
  systems: string | null;
}): string {
  if (request.product !== null) return `${request.product} ${request.productVersion ?? ""}`.trim();
  if (request.contractTitle !== null)
    return `${request.contractNumber ?? ""} ${request.contractTitle}`.trim();
  return request.systems ?? "";
}

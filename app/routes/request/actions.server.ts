import type { Problem } from "~/domain/problem";
import { problem } from "~/domain/problem";
import { countOf, readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import type { Visit } from "~/scope.server";
import { readFormParts } from "~/uploads.server";
import {
  changeDue,
  MAX_REQUEST_FILE_BYTES,
  noteEvent,
  revokeRequest,
} from "~/use-cases/request-course.server";
import { makeLink, revokeLinks } from "~/use-cases/request-links.server";
import { replyToVendor, reviewSubmission } from "~/use-cases/request-review.server";

type Fields = Readonly<Record<string, string | string[]>>;
/** What an action of the page answers with: a link shown once, or problems with what was typed. */
export type Answered = {
  intent: string;
  typed: Record<string, string>;
  problems: Problem[];
  link: { url: string; expiresAt: string } | null;
};

/** Runs the act that the pressed button names. A form with a file is the event entered by hand. */
export async function actOnRequest(visit: Visit, request: Request, requestId: string) {
  if (request.headers.get("content-type")?.startsWith("multipart/form-data")) {
    return noteByHand(visit, request, requestId);
  }
  const fields = await readForm(request);
  const { ports, scope } = visit;
  const text = (name: string) => textOf(fields, name);
  const place: `/${string}` = `/requests/${requestId}`;
  switch (text("intent")) {
    case "make-link":
      return shownLink(visit, request, requestId);
    case "revoke-links":
      return after(await revokeLinks(ports, scope, { requestId }), `${place}#links`, fields);
    case "reply": {
      const input = { requestId, itemKey: text("itemKey"), text: text("text") };
      return after(await replyToVendor(ports, scope, input), `${place}#thread-${text("itemKey")}`, fields);
    }
    case "accept": {
      const input = { requestId, decision: "accept" as const, submissionId: text("submissionId") };
      const accepted = await reviewSubmission(ports, scope, input);
      return after(accepted, place, fields);
    }
    case "return": {
      const submissionId = text("submissionId") === "" ? null : text("submissionId");
      const input = { requestId, decision: "return" as const, submissionId, reason: text("reason") };
      return after(await reviewSubmission(ports, scope, input), place, fields);
    }
    case "change-due": {
      const input = { requestId, version: countOf(fields, "version"), dueOn: text("dueOn") };
      return after(await changeDue(ports, scope, input), place, fields);
    }
    case "revoke":
      return after(await revokeRequest(ports, scope, { requestId, reason: text("reason") }), place, fields);
    default:
      throw refuse([problem("form-unreadable")]);
  }
}

type Outcome = { ok: true } | { ok: false; problems: Problem[] };

function after(outcome: Outcome, place: `/${string}`, fields: Fields) {
  return outcome.ok ? redirectTo(place) : kept(outcome.problems, fields);
}

function kept(problems: Problem[], fields: Fields) {
  const typed = Object.fromEntries(Object.keys(fields).map((name) => [name, textOf(fields, name)]));
  const answered: Omit<Answered, "problems"> = { intent: typed.intent ?? "", typed, link: null };
  return replyProblems(problems, answered);
}

/** The link is in this answer only: it is never stored, and a redirect would put it into an address. */
async function shownLink({ ports, scope }: Visit, request: Request, requestId: string) {
  const made = await makeLink(ports, scope, { requestId, sections: null });
  if (!made.ok) return kept(made.problems, { intent: "make-link" });
  const url = `${ports.baseUrl ?? new URL(request.url).origin}${made.value.path}`;
  const answered: Answered = {
    intent: "make-link",
    typed: {},
    problems: [],
    link: { url, expiresAt: made.value.expiresAt },
  };
  return reply(answered, { headers: { "Cache-Control": "no-store" } });
}

async function noteByHand({ ports, scope }: Visit, request: Request, requestId: string) {
  const read = await readFormParts(request, MAX_REQUEST_FILE_BYTES);
  if (!read.ok) return kept(read.problems, { intent: "note" });
  const fields = Object.fromEntries(read.value.fields);
  const file = read.value.files.find((each) => each.field === "file") ?? null;
  const text = (name: string) => textOf(fields, name);
  const noted = await noteEvent(ports, scope, {
    requestId,
    kind: text("kind"),
    channel: text("channel"),
    happenedOn: text("happenedOn"),
    note: text("note"),
    contactId: text("contactId") === "" ? null : text("contactId"),
    file,
  });
  return after(noted, `/requests/${requestId}#course`, { ...fields, intent: "note" });
}

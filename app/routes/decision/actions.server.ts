import { failed, problem, type Result } from "~/domain/problem";
import type { Language, Scope } from "~/domain/scope";
import { wordsOf } from "~/messages/words";
import type { Upload } from "~/uploads.server";
import { closeDecision } from "~/use-cases/decide.server";
import {
  approveDecision,
  commentDecision,
  keepInspectionText,
  linkDecision,
} from "~/use-cases/decision-records.server";
import type { Ports } from "~/use-cases/ports.server";
import { askForPromises } from "~/use-cases/promises.server";

type Sent = { decisionId: string; fields: Record<string, string>; file: Upload | null };

/** What the pressed button asks for. */
export async function carryOut(ports: Ports, scope: Scope, sent: Sent): Promise<Result<unknown>> {
  const { decisionId, fields, file } = sent;
  const of = (name: string) => (fields[name] ?? "").trim();
  switch (fields.intent) {
    case "promise":
      return askForPromises(ports, scope, {
        decisionIds: of("decisionIds").split(" "),
        contactId: of("contactId"),
        title: of("title"),
        message: of("message"),
        dueOn: of("dueOn"),
      });
    case "link":
      return linkDecision(ports, scope, { decisionId, target: of("target") });
    case "approve": {
      const given = { decisionId, approver: of("approver"), title: of("officeTitle"), file };
      const approved = await approveDecision(ports, scope, { ...given, approvedOn: of("approvedOn") });
      return named(approved, "title", "officeTitle");
    }
    case "record-approval": {
      if (file === null) return failed(problem("file-missing", {}, "file"));
      const given = { decisionId, approver: of("approver"), title: of("officeTitle"), file };
      const approved = await approveDecision(ports, scope, { ...given, approvedOn: of("approvedOn") });
      return named(approved, "title", "officeTitle");
    }
    case "close":
      return closeDecision(ports, scope, {
        decisionId,
        reason: of("reason"),
        closedOn: of("closedOn"),
        file,
      });
    case "text":
      return keepInspectionText(ports, scope, {
        decisionId,
        seen: Number(of("seen")),
        text: of("inspectionText"),
      });
    case "comment":
      return commentDecision(ports, scope, { decisionId, text: of("text") });
    default:
      return failed(problem("form-unreadable"));
  }
}

/** On this page two forms have a title; the office of an approver has a name of its own. */
function named<T>(result: Result<T>, from: string, to: string): Result<T> {
  if (result.ok) return result;
  return failed(...result.problems.map((each) => (each.at === from ? { ...each, at: to } : each)));
}

/** Labels of the fields a problem on this page can name. */
export function labelsOf(language: Language): Record<string, string> {
  const { promise, link, approval, close, text, comments } = wordsOf(language).decisions;
  return {
    decisions: promise.decisions,
    contactId: promise.contact,
    title: promise.titleField,
    message: promise.message,
    dueOn: promise.dueOn,
    target: link.choose,
    officeTitle: approval.titleField,
    approver: approval.approver,
    approvedOn: approval.approvedOn,
    file: approval.file,
    reason: close.reason,
    closedOn: close.closedOn,
    inspectionText: text.label,
    text: comments.label,
  };
}

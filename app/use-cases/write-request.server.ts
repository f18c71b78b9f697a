import { readBlob } from "#db/queries/files.server";
import { submissionsOf } from "#db/queries/request-records.server";
import { draftOf, findRequest } from "#db/queries/requests.server";
import { withCondition } from "~/domain/answer-condition";
import type { AskedItem, DraftAnswer } from "~/domain/asked-form";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import { hasAnswerSheet, type RequestKind } from "~/domain/request";
import type { Scope, VendorScope } from "~/domain/scope";
import { type Submission, submissionSchema } from "~/domain/submission";
import { cataloguesOf } from "./catalogues.server";
import type { Ports } from "./ports.server";
import { reachForm } from "./vendor-answers.server";
import type { WrittenFile } from "./write-into.server";
import { type AnswerToWrite, type OfficialInput, writeIntoOfficial } from "./write-official.server";

type Given = Pick<Submission["items"][number], "key" | "no" | "question" | "answer" | "condition" | "remark">;

/**
 * 提出された回答を公式の様式に書き出す: the newest submission of a request in the official workbook of the form it
 * asked. Problems: not-found, write-back-nothing-submitted, write-back-role-sheet, and those of `writeIntoOfficial`.
 */
export async function writeSubmission(
  ports: Ports,
  scope: Scope,
  input: { requestId: string },
): Promise<Result<WrittenFile>> {
  const reach = { ...scope, requestId: input.requestId };
  const found = await findRequest(ports.db, reach);
  if (!found) return failed(problem("not-found"));
  if (!hasAnswerSheet(found.kind)) return failed(problem("write-back-role-sheet"));
  const [newest] = await submissionsOf(ports.db, reach);
  const bytes = newest && (await readBlob(ports.db, scope, newest.sha256));
  if (!bytes) return failed(problem("write-back-nothing-submitted"));
  const { items, catalogue } = submissionSchema.parse(JSON.parse(bytes.toString("utf8")));
  return writeGiven(ports, scope, { kind: found.kind, ref: catalogue, items });
}

/**
 * いまの回答を公式の様式で受け取る: what stands at the desk, in the official workbook. Answers taken over and not yet
 * confirmed are left out and named. A colleague's link writes its own sections only.
 * Problems: request-link-over, write-back-role-sheet, and those of `writeIntoOfficial`.
 */
export async function writeDesk(ports: Ports, scope: VendorScope): Promise<Result<WrittenFile>> {
  const reached = await reachForm(ports, scope);
  if (!reached) return failed(problem("request-link-over"));
  const { request, form, items } = reached;
  if (!hasAnswerSheet(request.kind)) return failed(problem("write-back-role-sheet"));
  const draft = new Map((await draftOf(ports.db, scope)).map((each) => [each.itemKey, each]));
  const open = items.filter((each) => draft.get(each.key)?.carry === "carried");
  const given = items
    .filter((each) => !open.includes(each))
    .map((each) => givenOf(each, draft.get(each.key)));
  const { kind, vendor, product } = request;
  const asked = { kind, ref: form.ref, items: given, recipient: { vendor, product } };
  const written = await writeGiven(ports, scope, asked);
  if (!written.ok) return written;
  const unconfirmed = open.map((each): Problem => problem("write-back-unconfirmed", { no: each.no }));
  return done({ ...written.value, problems: [...unconfirmed, ...written.value.problems] });
}

function givenOf({ key, no, question }: AskedItem, draft: DraftAnswer | undefined): Given {
  const { answer = null, condition = "none", remark = "" } = draft ?? {};
  return { key, no, question, answer, condition, remark };
}

/** A checklist is asked with its aim beside the item; the official sheet prints them apart. */
async function writeGiven(
  ports: Ports,
  owner: Pick<Scope, "groupId" | "hospitalId">,
  asked: { kind: RequestKind; items: readonly Given[] } & Pick<OfficialInput, "ref" | "recipient">,
): Promise<Result<WrittenFile>> {
  const checklist = (await cataloguesOf(ports, owner)).checklists.get(asked.ref);
  const printed = new Map(checklist?.items.map((each) => [each.key, each.item]));
  const answers = asked.items.map((each): AnswerToWrite => {
    const question = printed.get(each.key) ?? each.question;
    const remark = withCondition(each.condition, each.remark);
    return { no: each.no, question, answer: each.answer ?? "blank", remark };
  });
  const { ref, recipient } = asked;
  return writeIntoOfficial(ports, owner, {
    ref,
    answers,
    ...(recipient ? { recipient } : {}),
    ...(asked.kind === "checklist" ? { respondent: "vendor" } : {}),
  });
}

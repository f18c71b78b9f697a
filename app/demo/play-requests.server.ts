import { findMailsOf } from "#db/queries/mail.server";
import { contactsOf } from "#db/queries/request-candidates.server";
import { done } from "~/domain/problem";
import { planReminders } from "~/domain/reminders";
import { defaultReminderDays } from "~/domain/request";
import type { VendorScope } from "~/domain/scope";
import { askVendors } from "~/use-cases/ask-vendors.server";
import { deliverMails } from "~/use-cases/deliver.server";
import type { Ports } from "~/use-cases/ports.server";
import { noteEvent } from "~/use-cases/request-course.server";
import { makeLink } from "~/use-cases/request-links.server";
import { replyToVendor, reviewSubmission } from "~/use-cases/request-review.server";
import { showRequest } from "~/use-cases/requests.server";
import { runDay } from "~/use-cases/schedule.server";
import { askHospital } from "~/use-cases/vendor-answers.server";
import { enterLink, findVendorScope, sendCode, verifyCode } from "~/use-cases/vendor-entry.server";
import { saveAnswers } from "~/use-cases/vendor-save.server";
import { beforeSubmit, refuseRequest, submitAnswers } from "~/use-cases/vendor-submit.server";
import { isWorkingDay } from "~/use-cases/working-days";
import { type DemoEvent, type DemoPlay, type DemoRegister, expectDone, idOf } from "./demo-play";
import { type DemoAct, type DemoRequest, demoRequests } from "./requests";
import { demoVendors } from "./vendors";

/** Everything asked of the vendors, with the answers that came and the reminders that went out. */
export function requestEvents(play: DemoPlay, register: DemoRegister): DemoEvent[] {
  const requests = new Map<string, string>();
  const asked = demoRequests.map((each) => ({
    on: each.askedOn,
    happen: () => ask(play, register, requests, each),
  }));
  const acts = demoRequests.flatMap((each) =>
    each.acts.map((act) => ({
      on: act.on,
      happen: () => perform(play, idOf(requests, `${each.key} ${act.product}`), act),
    })),
  );
  return [...asked, ...acts, ...reminderDays(play).map((on) => ({ on, happen: () => passDay(play) }))];
}

/** The days on which the program would remind somebody: on the others it has nothing to write. */
function reminderDays({ clock }: DemoPlay): number[] {
  const today = Date.parse(`${clock.day(0)}T00:00:00Z`);
  const plans = demoRequests.flatMap(({ askedOn, dueOn }) => {
    const request = { since: clock.day(askedOn), dueOn: clock.day(dueOn), offsets: defaultReminderDays };
    return planReminders(request, isWorkingDay);
  });
  const days = plans.map(({ on }) => Math.round((Date.parse(`${on}T00:00:00Z`) - today) / 86_400_000));
  return [...new Set(days)].filter((day) => day < -LAST_DAYS);
}

/** The last days are left to the outbox, so that the demo shows mails that wait for a person, too. */
const LAST_DAYS = 4;

/** One day of the program: reminders are written, and the invented mail server accepts everything. */
async function passDay({ ports, clock, editor }: DemoPlay): Promise<void> {
  await runDay(ports, editor, clock.day(daysOf(ports, clock)));
  await send(ports, editor);
}

function daysOf(ports: Ports, clock: DemoPlay["clock"]): number {
  const [now, today] = [Date.parse(ports.now()), Date.parse(`${clock.day(0)}T00:00:00Z`)];
  return Math.floor((now - today) / 86_400_000);
}

/** What waits in the outbox goes out: the invented mail server accepts everything. */
export async function send(ports: Ports, owner: DemoPlay["editor"]): Promise<void> {
  const sending: Ports = {
    ...ports,
    baseUrl: "https://buntan.example.jp",
    sendMail: async (mail) => done({ messageId: mail.messageId }),
  };
  await deliverMails(sending, owner);
}

async function ask(
  play: DemoPlay,
  register: DemoRegister,
  requests: Map<string, string>,
  request: DemoRequest,
): Promise<void> {
  const { ports, clock, editor } = play;
  const form = ports.catalogues.questionnaireOfForm("in-house-product");
  if (!form) throw new Error("no questionnaire of our own");
  const targets = [];
  for (const product of request.products) {
    const vendorId = idOf(register.vendors, vendorOf(product));
    const [contact] = await contactsOf(ports.db, editor, [vendorId], clock.day(request.askedOn));
    targets.push({
      vendorId,
      contactId: contact?.id ?? "",
      productVersionId: idOf(register.versions, product),
    });
  }
  const asked = expectDone(
    await askVendors(ports, editor, {
      kind: "disclosure",
      title: request.title,
      message: request.message,
      dueOn: clock.day(request.dueOn),
      recurrence: request.recurrence,
      reminderDays: defaultReminderDays,
      catalogueRef: `${form.head.id}@${form.head.version}`,
      targets,
    }),
  );
  request.products.forEach((product, at) => {
    requests.set(`${request.key} ${product}`, asked.requestIds[at] ?? "");
  });
  if (request.askedOn < -LAST_DAYS) await send(ports, editor);
}

function vendorOf(product: string): string {
  const found = demoVendors.find((each) => each.products.some(({ key }) => key === product));
  if (!found) throw new Error(`the demo has no product ${product}`);
  return found.key;
}

async function perform(play: DemoPlay, requestId: string, act: DemoAct): Promise<void> {
  const { ports, editor } = play;
  switch (act.act) {
    case "open":
      await enter(play, requestId);
      return;
    case "submit":
      return submit(play, requestId);
    case "question":
      expectDone(await askHospital(ports, await enter(play, requestId), { itemKey: "", text: act.text }));
      return;
    case "reply":
      expectDone(await replyToVendor(ports, editor, { requestId, itemKey: "", text: act.text }));
      return;
    case "refuse":
      expectDone(await refuseRequest(ports, await enter(play, requestId), { reason: act.text }));
      return;
    case "accept":
    case "return":
      return review(play, requestId, act);
    case "call": {
      const call = { kind: "spoken", channel: "phone", happenedOn: play.clock.day(act.on), note: act.text };
      expectDone(await noteEvent(ports, editor, { requestId, ...call, contactId: null, file: null }));
    }
  }
}

async function review(play: DemoPlay, requestId: string, act: DemoAct): Promise<void> {
  const { ports, editor } = play;
  const { submissions } = expectDone(await showRequest(ports, editor, { requestId }));
  const submissionId = submissions[0]?.id ?? "";
  const reason = "text" in act ? act.text : "";
  const decision =
    act.act === "accept"
      ? ({ decision: "accept", submissionId } as const)
      : ({ decision: "return", submissionId, reason } as const);
  expectDone(await reviewSubmission(ports, editor, { requestId, ...decision }));
  await send(ports, editor);
}

/** The vendor's browser: a link is opened with 「開く」. */
export async function enter({ ports, editor }: DemoPlay, requestId: string): Promise<VendorScope> {
  const { token } = expectDone(await makeLink(ports, editor, { requestId, sections: null }));
  const session = expectDone(await enterLink(ports, token));
  const scope = await findVendorScope(ports, session.token);
  if (!scope) throw new Error("the demo's link does not open");
  return scope;
}

/** Every item answered by the demo's own pattern, code and name given, submitted. */
function submit(play: DemoPlay, requestId: string): Promise<void> {
  return submitAll(play, requestId, null);
}

/** The same with one answer to everything; null for the pattern. */
export async function submitAll(play: DemoPlay, requestId: string, given: "yes" | null): Promise<void> {
  const { ports, editor } = play;
  const scope = await enter(play, requestId);
  const { form } = expectDone(await showRequest(ports, editor, { requestId }));
  const typed = (form?.items ?? []).map(({ key }, at) => {
    const answer = given ?? (at % 7 === 3 ? "no" : at % 11 === 5 ? "not-applicable" : "yes");
    const remark = answer === "no" ? "次の版で対応を検討しています。" : "";
    return { itemKey: key, version: 0, answer, remark, condition: "none", base: null };
  });
  expectDone(await saveAnswers(ports, scope, typed));
  expectDone(await sendCode(ports, scope));
  const code = (await findMailsOf(ports.db, editor, requestId, "code")).at(-1)?.code ?? "";
  const name = "回答 たくみ";
  expectDone(await verifyCode(ports, scope, { code, name, department: "品質保証部" }));
  const issuedOn = play.clock.day(daysOf(ports, play.clock));
  const { seen } = expectDone(await beforeSubmit(ports, scope));
  expectDone(await submitAnswers(ports, scope, { issuedOn, seen }));
  await send(ports, editor);
}

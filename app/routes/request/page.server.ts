import { progressOf, sectionsOf } from "~/domain/asked-form";
import { aboutOf } from "~/domain/request";
import { stateAfter } from "~/domain/request-state";
import { may } from "~/domain/rights";
import { refuse } from "~/http.server";
import type { Visit } from "~/scope.server";
import { reminderDaysOf } from "~/use-cases/ask-vendors.server";
import { prepareAsking } from "~/use-cases/request-choices.server";
import { type RequestPage, showRequest } from "~/use-cases/requests.server";

/** Everything the page of a request shows. */
export async function readRequestPage(visit: Visit, requestId: string) {
  const { ports, scope } = visit;
  const shown = await showRequest(ports, scope, { requestId });
  if (!shown.ok) throw refuse(shown.problems);
  const { request, form, answers, messages, files, events, submissions, links, mails } = shown.value;
  const { contacts, today } = await prepareAsking(ports, scope, {
    kind: "checklist",
    ids: [request.vendorId],
  });
  return {
    request,
    about: aboutOf(request),
    daysLeft: shown.value.daysLeft,
    formTitle: form?.title ?? request.catalogueRef,
    formVersion: form?.version ?? "",
    progress: progressOf(form?.items ?? [], answers),
    reminderDays: reminderDaysOf(request.reminderDays),
    systems: shown.value.systems.map((each) => each.name),
    sections: sectionsOf(form?.items ?? []).map(({ section, items }) => ({
      section,
      items: items.map(({ key, no, question }) => rowOf(shown.value, { key, no, question })),
    })),
    thread: messages.filter((each) => each.itemKey === ""),
    files: files.filter((each) => each.itemKey === "").map(shownFile),
    events,
    submissions,
    links: links.map((each) => ({
      ...each,
      sections: each.sections === null ? null : sectionCount(each.sections),
      isOver: each.expiresAt < ports.now(),
    })),
    mails,
    contacts: contacts.map(({ id, name, department }) => ({ id, name, department })),
    today,
    can: {
      edit: may(scope, "request:write"),
      review: may(scope, "request:review"),
      accept: stateAfter(request.state, "accept") !== null,
      sendBack: stateAfter(request.state, "return") !== null,
      revoke: stateAfter(request.state, "revoke") !== null,
      refuse: stateAfter(request.state, "refuse") !== null,
      writeOfficial: submissions.length > 0 && shown.value.hasOfficialFile,
    },
  };
}

function rowOf(page: RequestPage, item: { key: string; no: string; question: string }) {
  const found = page.answers.find((each) => each.itemKey === item.key);
  return {
    ...item,
    answer: found?.answer ?? null,
    remark: found?.remark ?? "",
    condition: found?.condition ?? ("none" as const),
    carry: found?.carry ?? ("own" as const),
    files: page.files.filter((each) => each.itemKey === item.key).map(shownFile),
    thread: page.messages.filter((each) => each.itemKey === item.key),
  };
}

function shownFile({
  originalFileId,
  fileName,
  scanResult,
  scanDetail,
  scannedAt,
}: RequestPage["files"][number]) {
  return { originalFileId, fileName, scanResult, scanDetail, scannedAt };
}

function sectionCount(json: string): number {
  const parsed: unknown = JSON.parse(json);
  return Array.isArray(parsed) ? parsed.length : 0;
}

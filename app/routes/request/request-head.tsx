import { Link } from "@remix-run/react";
import { Tag } from "~/components/badges";
import { type Fact, Facts } from "~/components/facts";
import { PageHead } from "~/components/page-head";
import { useLanguage, useWords } from "~/components/words";
import { isOwed } from "~/domain/request-state";
import { formatDay, formatMoment } from "~/messages/days";
import type { RequestData } from "./route";

/** What is asked of whom until when, and where it stands. */
export function RequestHead({ page }: { page: RequestData }) {
  const words = useWords();
  const { requests } = words;
  const own = requests.page;
  const { request } = page;
  const isLate = isOwed(request.state) && page.daysLeft < 0;
  const isWaiting = request.state === "submitted";
  return (
    <>
      <PageHead
        title={own.about(request.vendor, page.about)}
        note={<Tag>{requests.states[request.state]}</Tag>}
        lead={leadOf(own, request.state)}
        crumbs={[{ to: "/requests", label: requests.title }, { label: page.about || request.vendor }]}
      >
        <Link className="button" to={`/requests/${request.id}/proof`}>
          {own.proof}
        </Link>
        {page.can.writeOfficial && (
          <Link className="button" to={`/requests/${request.id}/official`}>
            {words.writeBack.request.button}
          </Link>
        )}
        {page.can.edit && isWaiting && (
          <a className="button primary" href="#review">
            {own.review}
          </a>
        )}
        {request.disclosureId && (
          <Link className="button primary" to={`/disclosures/${request.disclosureId}`}>
            {own.toDisclosure}
          </Link>
        )}
      </PageHead>
      {isLate && <p className="note warn">{requests.left(page.daysLeft)}</p>}
      <Facts facts={useFacts(page)} />
    </>
  );
}

function useFacts(page: RequestData): Fact[] {
  const words = useWords();
  const language = useLanguage();
  const { requests } = words;
  const own = requests.page;
  const { request } = page;
  const contact = [request.contactDepartment, request.contact].filter((each) => each !== "").join(" ");
  const facts: Fact[] = [
    { label: requests.kindLabel, value: requests.kinds[request.kind].word },
    { label: own.form, value: `${page.formTitle} ${page.formVersion}` },
    {
      label: own.due,
      value: isOwed(request.state)
        ? `${formatDay(request.dueOn, language)}　${requests.left(page.daysLeft)}`
        : formatDay(request.dueOn, language),
    },
    { label: own.contact, value: `${contact} ${request.contactMail}` },
    {
      label: own.round,
      value: (
        <Link to={`/requests/rounds/${request.roundId}`}>
          {request.title}（{requests[request.recurrence]}）
        </Link>
      ),
    },
    {
      label: own.reminders,
      value: page.reminderDays.length > 0 ? own.reminderList(page.reminderDays.join("・")) : own.noReminders,
    },
    { label: own.asked, value: `${request.createdBy ?? own.byProgram} ${formatMoment(request.createdAt)}` },
  ];
  if (page.systems.length > 0)
    facts.push({ label: own.systems, value: page.systems.join("、"), isWide: true });
  if (request.message !== "") facts.push({ label: own.message, value: request.message, isWide: true });
  return facts;
}

type Own = ReturnType<typeof useWords>["requests"]["page"];

function leadOf(own: Own, state: RequestData["request"]["state"]): string {
  const leads = {
    waiting: own.waitingLead,
    opened: own.openedLead,
    submitted: own.submittedLead,
    returned: own.returnedLead,
    accepted: own.acceptedLead,
    refused: own.refusedLead,
    revoked: own.revokedLead,
  };
  return leads[state];
}

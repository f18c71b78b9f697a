import { Link } from "@remix-run/react";
import { Tag } from "~/components/badges";
import { EventTable } from "~/components/event-table";
import { useWords } from "~/components/words";
import { formatMoment } from "~/messages/days";
import type { RequestData } from "./route";

/** 経緯: everything that happened, and the mails it went with. */
export function CoursePanel({ page }: { page: RequestData }) {
  const { requests } = useWords();
  return (
    <section className="panel" id="course">
      <h2>
        {requests.page.timeline} <Link to={`/requests/${page.request.id}/proof`}>{requests.page.proof}</Link>
      </h2>
      <EventTable events={page.events} caption={requests.page.timeline} />
      {page.mails.length > 0 && (
        <details className="panel-text">
          <summary>
            {requests.page.mails} <small className="num">{page.mails.length}</small>
          </summary>
          <ul className="mails">
            {page.mails.map((mail) => (
              <li key={mail.id}>
                <Link to={`/requests/outbox/${mail.id}`}>{requests.outbox.mailKinds[mail.kind].word}</Link>{" "}
                <Tag>{requests.outbox.mailStates[mail.state]}</Tag>{" "}
                <span className="quiet num">{formatMoment(mail.leftAt ?? mail.createdAt)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

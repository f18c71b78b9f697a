import { Form } from "@remix-run/react";
import { Tag } from "~/components/badges";
import { useLanguage, useWords } from "~/components/words";
import { dayInTokyo } from "~/domain/day";
import { formatDay } from "~/messages/days";
import type { PersonalDataPage } from "./route";

/** Contacts of the archive and people of the hospital, each with the way to erase them. */
export function ErasablePeople({ page }: { page: PersonalDataPage }) {
  const own = useWords().personalData;
  const language = useLanguage();
  return (
    <>
      <section className="panel">
        <h2>{own.contacts}</h2>
        {page.contacts.length === 0 && <p className="panel-text quiet">{own.noContacts}</p>}
        {page.contacts.map((each) => (
          <Erase key={each.id} id={each.id} intent="contact" name={`${each.name}（${each.vendor}）`}>
            {own.archivedOn(formatDay(dayInTokyo(each.archivedAt), language))}{" "}
            <Tag>{each.isOver ? own.over : own.notOver}</Tag>
          </Erase>
        ))}
      </section>
      <section className="panel">
        <h2>{own.people}</h2>
        {page.people.length === 0 && <p className="panel-text quiet">{own.noPeople}</p>}
        {page.people.map((each) => (
          <Erase key={each.id} id={each.id} intent="account" name={each.name}>
            {each.department}
          </Erase>
        ))}
      </section>
    </>
  );
}

function Erase(props: {
  id: string;
  intent: "contact" | "account";
  name: string;
  children: React.ReactNode;
}) {
  const own = useWords().personalData;
  return (
    <details className="confirm">
      <summary aria-label={`${props.name} ${own.open}`}>
        {props.name} <span className="quiet">{props.children}</span>
      </summary>
      <Form method="post" className="stack form panel-text">
        <input type="hidden" name="id" value={props.id} />
        <label className="field">
          {own.reason}
          <input type="text" name="reason" aria-describedby={`hint-${props.id}`} />
        </label>
        <p className="quiet" id={`hint-${props.id}`}>
          {own.reasonHint}
        </p>
        <p>
          <button type="submit" name="intent" value={props.intent} className="button">
            {own.erase}
          </button>
        </p>
      </Form>
    </details>
  );
}

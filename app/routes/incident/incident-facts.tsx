import { Link } from "@remix-run/react";
import { Facts } from "~/components/facts";
import { useLanguage, useWords } from "~/components/words";
import { formatDay } from "~/messages/days";
import type { IncidentPage } from "./route";

/** What is known of the incident now. */
export function IncidentFactsView({ page }: { page: IncidentPage }) {
  const words = useWords();
  const language = useLanguage();
  const { newest } = page;
  const { fields, ongoing } = words.overTime.incidents;
  const none = words.forms.notGiven;
  const link = (to: string, name: string | null) => (name === null ? none : <Link to={to}>{name}</Link>);
  return (
    <Facts
      facts={[
        { label: fields.happenedOn, value: formatDay(newest.happenedOn, language) },
        { label: fields.endedOn, value: newest.endedOn ? formatDay(newest.endedOn, language) : ongoing },
        { label: fields.systemId, value: link(`/systems/${newest.systemId}`, newest.systemName) },
        { label: fields.contractId, value: link(`/contracts/${newest.contractId}`, newest.contractTitle) },
        { label: fields.note, value: newest.note || none, isWide: true },
      ]}
    />
  );
}

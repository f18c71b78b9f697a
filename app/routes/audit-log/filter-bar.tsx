import { Form, Link } from "@remix-run/react";
import { useWords } from "~/components/words";
import { listSearch } from "~/domain/list-query";
import { channels } from "~/domain/scope";
import type { AuditPage } from "./route";

/** What of the log is shown, as a plain GET form, so that the address is the state. */
export function FilterBar({ page }: { page: AuditPage }) {
  const words = useWords();
  const own = words.auditLog;
  const { filters, search } = page.state;
  const isSet = search !== "" || Object.keys(filters).length > 0;
  const query = listSearch(page.state);
  return (
    <>
      <Form method="get" className="as-of panel" key={query} aria-label={own.filter}>
        <label className="field">
          {own.fromOn}
          <input type="date" name="from" defaultValue={filters.from ?? ""} />
        </label>
        <label className="field">
          {own.toOn}
          <input type="date" name="to" defaultValue={filters.to ?? ""} />
        </label>
        <Choice
          name="person"
          label={own.person}
          chosen={filters.person}
          options={page.people.map(({ id, name }) => [id, name])}
        />
        <Choice
          name="noun"
          label={own.noun}
          chosen={filters.noun}
          options={page.nouns.map((noun) => [noun, nounLabel(own.nouns, noun)])}
        />
        <Choice
          name="verb"
          label={own.verb}
          chosen={filters.verb}
          options={Object.entries(words.history.verbs)}
        />
        <Choice
          name="via"
          label={own.via}
          chosen={filters.via}
          options={channels.map((via) => [via, words.history.channels[via]])}
        />
        <label className="field">
          {own.text}
          <input type="search" name="q" defaultValue={search} />
        </label>
        <button type="submit" className="button">
          {own.show}
        </button>
        {isSet && <Link to="/settings/audit">{own.clear}</Link>}
      </Form>
      <p className="wrapped-buttons">
        <a className="button small" href={`/settings/audit/export${query}&as=csv`}>
          {own.export}
        </a>{" "}
        <a className="button small" href={`/settings/audit/export${query}&as=json`}>
          {own.exportJson}
        </a>
      </p>
    </>
  );
}

/** Word of a kind of record; the kind itself where it is newer than the words. */
export function nounLabel(nouns: Readonly<Record<string, string>>, noun: string): string {
  return nouns[noun] ?? noun;
}

function Choice(props: {
  name: string;
  label: string;
  chosen: string | undefined;
  options: readonly (readonly [value: string, label: string])[];
}) {
  const own = useWords().auditLog;
  return (
    <label className="field">
      {props.label}
      <select name={props.name} defaultValue={props.chosen ?? ""}>
        <option value="">{own.any}</option>
        {props.options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

import { Form, Link } from "@remix-run/react";
import { useLanguage, useWords } from "~/components/words";
import { formatDay } from "~/messages/days";
import type { ContractPage } from "./page.server";

/** The two dates: the state on which day, known by which day. A plain GET form, so the address is the state. */
export function AsOfForm({ page }: { page: ContractPage }) {
  const { contracts } = useWords();
  const { asked } = page;
  return (
    <Form method="get" className="as-of panel" key={`${asked.day} ${asked.knownOn}`}>
      <span>
        <b>{contracts.asOf}</b> <span className="quiet">{contracts.asOfWhat}</span>
      </span>
      <label className="field">
        {contracts.day}
        <input type="date" name="day" defaultValue={asked.day} />
      </label>
      <label className="field">
        {contracts.knownOn}
        <input type="date" name="knownOn" defaultValue={asked.knownOn} />
      </label>
      {asked.row !== "" && <input type="hidden" name="row" value={asked.row} />}
      <button type="submit" className="button">
        {contracts.look}
      </button>
    </Form>
  );
}

/** Amber and in words while the page shows another time than now. */
export function PastBar({ page }: { page: ContractPage }) {
  const { contracts } = useWords();
  const language = useLanguage();
  if (!page.isPast) return null;
  const { day, knownOn } = page.asked;
  return (
    <p className="past-bar" role="status">
      <b>{contracts.pastBar(formatDay(day, language), formatDay(knownOn, language))}</b>
      <Link to={`/contracts/${page.contract.id}`}>{contracts.toToday}</Link>
    </p>
  );
}

import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { useLanguage, useWords } from "~/components/words";
import { formatDay } from "~/messages/days";
import type { SelfCheckPage } from "./route";

/** 事業者確認用 of each vendor: received, asked, or neither. */
export function VendorPanel({ page }: { page: SelfCheckPage }) {
  const { vendorSheets } = useWords().selfChecks;
  const names = ["vendor", "state", "lastYear"] as const;
  return (
    <section className="panel">
      <h2>{vendorSheets.title}</h2>
      <p className="panel-text quiet">
        {page.vendors.length === 0 ? vendorSheets.none : vendorSheets.what}
        {page.canEdit && (
          <span className="check-links">
            <Link to="/requests/new?kind=checklist">{vendorSheets.ask}</Link>
            <Link to="/disclosures/receive">{vendorSheets.receive}</Link>
          </span>
        )}
      </p>
      {page.vendors.length > 0 && (
        <DataTable
          caption={vendorSheets.title}
          columns={names.map((name) => ({ name, label: vendorSheets.columns[name] }))}
          rows={page.vendors.map((each) => ({
            id: each.vendorId,
            to: `/vendors/${each.vendorId}`,
            cells: {
              vendor: each.vendor,
              state: <State sheet={each} />,
              lastYear: each.lastYear ? <Received head={each.lastYear} /> : vendorSheets.nothing,
            },
          }))}
        />
      )}
    </section>
  );
}

type Sheet = SelfCheckPage["vendors"][number];

function State({ sheet }: { sheet: Sheet }) {
  const { vendorSheets } = useWords().selfChecks;
  const language = useLanguage();
  const { received, open } = sheet;
  if (received.length === 0 && open === null) return <b className="late">{vendorSheets.missing}</b>;
  return (
    <>
      {received.map((each) => (
        <Received key={each.id} head={each} />
      ))}
      {open !== null && (
        <Link className="block" to={`/requests/${open.id}`}>
          {vendorSheets.asked(formatDay(open.dueOn, language))}
        </Link>
      )}
    </>
  );
}

function Received({ head }: { head: Sheet["received"][number] }) {
  const { vendorSheets } = useWords().selfChecks;
  const language = useLanguage();
  return (
    <Link className="block" to={`/checklist-responses/${head.id}`}>
      {vendorSheets.received(formatDay(head.answeredOn, language), head.yesCount, head.noCount)}
    </Link>
  );
}

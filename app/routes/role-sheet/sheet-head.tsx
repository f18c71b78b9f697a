import { Link } from "@remix-run/react";
import { PageHead } from "~/components/page-head";
import { useLanguage, useWords } from "~/components/words";
import { formatDay } from "~/messages/days";
import type { SheetPage } from "./page.server";

/** Amber while a frozen revision is shown instead of the sheet. */
export function RevisionBar({ page }: { page: SheetPage }) {
  const { roles } = useWords();
  const language = useLanguage();
  const { sheet, revision } = page;
  if (revision === null) return null;
  return (
    <p className="past-bar" role="status">
      <b>{roles.lookingAtRevision(revision.revisionNo, formatDay(revision.effectiveFrom, language))}</b>
      <Link to={`/role-sheets/${sheet.id}`}>{roles.toSheet}</Link>
    </p>
  );
}

/** What this sheet is, its last agreement, export and the way to the next agreement. */
export function SheetHead({ page }: { page: SheetPage }) {
  const words = useWords();
  const { roles } = words;
  const language = useLanguage();
  const { sheet, revision } = page;
  // In a past view the sentence is about the day shown, and the bar above says it.
  const last = page.dates.isPast ? undefined : page.revisions[0];
  const inForce = last
    ? ` · ${roles.inForceNow(last.revisionNo, formatDay(last.effectiveFrom, language))}`
    : "";
  return (
    <PageHead
      title={sheet.title}
      note={revision ? roles.revision(revision.revisionNo) : undefined}
      crumbs={[
        { to: "/role-sheets", label: roles.title },
        { to: `/contracts/${sheet.contractId}`, label: `${sheet.contractNumber} ${sheet.contractTitle}` },
        { label: sheet.title },
      ]}
      lead={`${sheet.vendor} · ${roles.labels(sheet.hospitalLabel, sheet.vendorLabel)}${inForce}`}
    >
      <Exports path={`/role-sheets/${sheet.id}/export`} more={moreOf(page)} />
      {page.revisions.length > 0 && (
        <Link className="button" to={`/role-sheets/${sheet.id}/compare`}>
          {words.roleCompare.title}
        </Link>
      )}
      {page.mayAsk && (
        <Link className="button" to={`/requests/new?contract=${sheet.contractId}`}>
          {roles.askVendor}
        </Link>
      )}
      {page.mayEdit && (
        <a className="button primary" href="#agree">
          {roles.agree}
        </a>
      )}
    </PageHead>
  );
}

/** The file holds what the page shows. */
function moreOf({ dates, revision }: SheetPage): string {
  if (dates.isPast) return `&day=${dates.day}&knownOn=${dates.knownOn}`;
  return revision ? `&revision=${revision.id}` : "";
}

function Exports({ path, more }: { path: string; more: string }) {
  const words = useWords();
  return (
    <span className="export">
      <span className="quiet">{words.roles.export}</span>
      <a href={`${path}?as=xlsx${more}`}>{words.lists.exportXlsx}</a>
      <a href={`${path}?as=csv${more}`}>{words.lists.exportCsv}</a>
    </span>
  );
}

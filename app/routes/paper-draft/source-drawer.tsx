import { Link } from "@remix-run/react";
import { useLanguage, useWords } from "~/components/words";
import { paperRecords } from "~/domain/annex-document";
import { formatDay } from "~/messages/days";
import type { Words } from "~/messages/words";
import { fieldName } from "./field-names";
import type { DraftPage } from "./page.server";

/** What is missing and where to put it right, then the records the paper is made from. */
export function SourceDrawer({ page }: { page: DraftPage }) {
  const words = useWords();
  const { papers } = words;
  return (
    <aside className="drawer" aria-label={papers.sources}>
      <section id="missing-list" className="anchor">
        <h2>{papers.missingTitle}</h2>
        {page.missing.length === 0 && <p>{papers.missingNone}</p>}
        <ul className="missing-lines">
          {page.missing.map((each) => (
            <li key={`${each.section} ${each.field} ${each.place}`}>
              <b className="late">{fieldName(words, each.field, page.fields)}</b>
              <span className="block quiet">{papers.missingAt(each.heading, each.place)}</span>
              <FixLink page={page} field={each.field} words={words} />
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{papers.sources}</h2>
        <p className="quiet">{papers.sourceOf}</p>
        <SourceCounts page={page} />
      </section>
      <SourceRecords page={page} />
    </aside>
  );
}

const contractFields = ["contractNumber", "contractTitle", "signedOn", "inForceFrom", "inForceTo"];
const labelFields = ["hospitalLabel", "vendorLabel", "vendorName"];

/** Where a missing value is filled in: settings, the contract, its systems, or its role sheet. */
function FixLink({ page, field, words }: { page: DraftPage; field: string; words: Words }) {
  const { papers } = words;
  if (field.startsWith("field."))
    return <a href={`#field-${field.slice("field.".length).split(".")[0]}`}>{papers.fixWritten}</a>;
  if (field === "updates-entrusted" || field === "servers-all-vendor" || field === "bearer")
    return <Link to="/servers/declaration">{papers.fixServers}</Link>;
  if (field === "printedNo") return <a href="#settings">{papers.fixHere}</a>;
  if (field === "systemNames") {
    return <Link to={`/contracts/${page.contract.id}/systems`}>{words.registers.coverTitle}</Link>;
  }
  if ([...contractFields, ...labelFields].includes(field)) {
    return <Link to={`/contracts/${page.contract.id}/edit`}>{papers.fixContract}</Link>;
  }
  const [only, ...others] = page.sources.sheets;
  if (!only) return <Link to={`/role-sheets/new?contract=${page.contract.id}`}>{words.roles.new}</Link>;
  const to = others.length === 0 ? `/role-sheets/${only.id}` : `/role-sheets?contract=${page.contract.id}`;
  return <Link to={to}>{papers.fixRoles}</Link>;
}

function SourceCounts({ page }: { page: DraftPage }) {
  const { papers } = useWords();
  return (
    <ul>
      {paperRecords.map((record) => {
        const count = page.sources.counts[record] ?? 0;
        return count === 0 ? null : (
          <li key={record}>
            {papers.records[record]} <span className="quiet">{papers.places(count)}</span>
          </li>
        );
      })}
    </ul>
  );
}

function SourceRecords({ page }: { page: DraftPage }) {
  const words = useWords();
  const language = useLanguage();
  const { papers } = words;
  const { sheets, disclosures } = page.sources;
  return (
    <>
      <section>
        <h3>{papers.records.contract}</h3>
        <Link to={`/contracts/${page.contract.id}`}>{`${page.contract.number} ${page.contract.title}`}</Link>
      </section>
      <section>
        <h3>{papers.records["role-sheet"]}</h3>
        {sheets.length === 0 && <p className="quiet">{words.roles.noRevision}</p>}
        {sheets.map((sheet) => (
          <p key={sheet.id}>
            <Link to={`/role-sheets/${sheet.id}`}>{sheet.title}</Link>
            <span className="block quiet">
              {sheet.effectiveFrom
                ? `${words.roles.effectiveFrom} ${formatDay(sheet.effectiveFrom, language)}`
                : words.roles.noRevision}
            </span>
          </p>
        ))}
      </section>
      <section>
        <h3>{papers.records.disclosure}</h3>
        {disclosures.length === 0 && <p className="quiet">{words.forms.notGiven}</p>}
        {disclosures.map((each) => (
          <p key={each.id}>
            <Link to={`/disclosures/${each.id}`}>{`${each.name} ${words.formNames[each.form]}`}</Link>
            <span className="block quiet num">{each.issuedOn}</span>
          </p>
        ))}
      </section>
    </>
  );
}

import { Link } from "@remix-run/react";
import { AudienceTag } from "~/components/audience-tag";
import { DataTable } from "~/components/data-table";
import { useLanguage, useWords } from "~/components/words";
import { dayInTokyo } from "~/domain/day";
import type { Language } from "~/domain/scope";
import { formatDay } from "~/messages/days";
import type { Words } from "~/messages/words";
import type { ContractPage } from "./page.server";

/** この日の状態: the revision and the disclosures that held, each with the day it was recorded. */
export function StatePanel({ page }: { page: ContractPage }) {
  const words = useWords();
  const language = useLanguage();
  const { contracts } = words;
  const columns = (["kind", "what", "from", "recorded"] as const).map((name) => ({
    name,
    label: contracts.stateColumns[name],
  }));
  const sheets = page.held.map(({ roleSheetId, title, held }) => ({
    id: roleSheetId,
    ...(held ? { to: `/role-sheets/${roleSheetId}?revision=${held.id}` } : {}),
    cells: {
      kind: title,
      what: held
        ? contracts.heldRevision(held.revisionNo, held.counts.rows, held.counts.undecided)
        : contracts.heldNone,
      from: held ? formatDay(held.effectiveFrom, language) : words.forms.notGiven,
      recorded: held ? <span className="num">{dayInTokyo(held.agreedAt)}</span> : words.forms.notGiven,
    },
  }));
  const rows = [...sheets, ...disclosureRows(words, language, page)];
  return (
    <section className="panel">
      <h2>{contracts.state}</h2>
      {rows.length === 0 ? (
        <p className="panel-text quiet">{`${contracts.heldNone}・${contracts.noneDisclosed}`}</p>
      ) : (
        <DataTable caption={contracts.state} columns={columns} rows={rows} />
      )}
    </section>
  );
}

function disclosureRows(words: Words, language: Language, page: ContractPage) {
  return page.disclosuresHeld.map((each) => ({
    id: each.id,
    to: `/disclosures/${each.id}`,
    cells: {
      kind: `${words.formNames[each.form]} ${each.formVersion}`,
      what: `${each.product} ${each.productVersion}　${words.contracts.counts(each.noCount)}`,
      from: formatDay(each.issuedOn, language),
      recorded: <span className="num">{dayInTokyo(each.receivedAt)}</span>,
    },
  }));
}

/** 役割分担表 of the contract, and a button for a new one. */
export function RoleSheetsPanel({ page }: { page: ContractPage }) {
  const words = useWords();
  const { contracts, roles } = words;
  return (
    <section className="panel">
      <h2>
        {contracts.roleSheets}
        {page.mayEdit && (
          <Link className="button small" to={`/role-sheets/new?contract=${page.contract.id}`}>
            {roles.new}
          </Link>
        )}
      </h2>
      {page.roleSheets.length === 0 ? (
        <p className="panel-text quiet">{contracts.noRoleSheets}</p>
      ) : (
        <DataTable
          caption={contracts.roleSheets}
          columns={[
            { name: "title", label: roles.sheetTitle },
            { name: "rows", label: roles.count.rows, isNumber: true },
            { name: "undecided", label: roles.count.undecided, isNumber: true },
            { name: "openNo", label: `${roles.firstChecks.no}・${roles.notFilled}`, isNumber: true },
            { name: "revisions", label: roles.count.revisions, isNumber: true },
          ]}
          rows={page.roleSheets.map(({ id, title, rows, undecided, openNo, revisions }) => ({
            id,
            to: `/role-sheets/${id}`,
            cells: { title, rows, undecided, openNo, revisions },
          }))}
        />
      )}
    </section>
  );
}

/** Issued papers of the contract as known then, and a button for a new draft. */
export function PapersPanel({ page }: { page: ContractPage }) {
  const words = useWords();
  const language = useLanguage();
  const { contracts, papers } = words;
  return (
    <section className="panel">
      <h2>
        {contracts.papersTitle}
        {page.mayEdit && (
          <Link className="button small" to={`/papers/new?contract=${page.contract.id}`}>
            {papers.new}
          </Link>
        )}
      </h2>
      {page.papers.length === 0 ? (
        <p className="panel-text quiet">{contracts.noPapers}</p>
      ) : (
        <DataTable
          caption={contracts.papersTitle}
          columns={[
            { name: "title", label: papers.title },
            { name: "audience", label: papers.readers },
            { name: "issuedOn", label: papers.issuedOn },
            { name: "sha256", label: papers.sha256 },
          ]}
          rows={page.papers.map((each) => ({
            id: each.id,
            to: `/issued/${each.id}`,
            cells: {
              title: `${each.printedNo}　${each.title}　${papers.issueNo(each.issueNo)}`.trim(),
              audience: <AudienceTag audience={each.audience} />,
              issuedOn: formatDay(each.issuedOn, language),
              sha256: <span className="num">{each.sha256.slice(0, 12)}…</span>,
            },
          }))}
        />
      )}
    </section>
  );
}

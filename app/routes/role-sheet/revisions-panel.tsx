import { DataTable } from "~/components/data-table";
import { useLanguage, useWords } from "~/components/words";
import { formatDay, formatMoment } from "~/messages/days";
import type { Words } from "~/messages/words";
import type { SheetPage } from "./page.server";

/** Past agreements, newest record first; a corrected one stays and says so. */
export function RevisionsPanel({ page }: { page: SheetPage }) {
  const words = useWords();
  const language = useLanguage();
  const { roles } = words;
  const { revisions, sheet } = page;
  const numberOf = (id: string | null) => revisions.find((each) => each.id === id)?.revisionNo;
  const corrected = new Set(revisions.map((each) => each.supersedes));
  const correctionWord = (each: (typeof revisions)[number]) => {
    if (corrected.has(each.id)) return roles.isCorrected;
    const no = numberOf(each.supersedes);
    return no === undefined ? words.forms.notGiven : roles.correctionOf(no);
  };
  return (
    <section className="panel">
      <h2>{roles.revisions}</h2>
      {revisions.length === 0 ? (
        <p className="panel-text quiet">{roles.noRevision}</p>
      ) : (
        <DataTable
          caption={roles.revisions}
          columns={columnsOf(words)}
          rows={revisions.map((each) => ({
            id: each.id,
            to: `/role-sheets/${sheet.id}?revision=${each.id}`,
            cells: {
              no: roles.revision(each.revisionNo),
              effectiveFrom: formatDay(each.effectiveFrom, language),
              agreedAt: <span className="num">{formatMoment(each.agreedAt)}</span>,
              by: each.agreedByName ?? words.history.bySystem,
              corrects: correctionWord(each),
              note: each.note === "" ? words.forms.notGiven : each.note,
            },
          }))}
        />
      )}
    </section>
  );
}

function columnsOf({ roles }: Words) {
  return [
    { name: "no", label: roles.agreeRevision },
    { name: "effectiveFrom", label: roles.effectiveFrom },
    { name: "agreedAt", label: roles.agreedAt },
    { name: "by", label: roles.agreedBy },
    { name: "corrects", label: roles.correctsColumn },
    { name: "note", label: roles.note },
  ];
}

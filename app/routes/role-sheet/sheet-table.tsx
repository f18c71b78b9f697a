import { Link } from "@remix-run/react";
import { Fragment } from "react";
import { PartyBadge } from "~/components/badges";
import { useRowKeys } from "~/components/row-keys";
import { ScrollBox } from "~/components/scroll-box";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import type { Kept } from "./actions.server";
import { ItemHelpText } from "./item-help";
import type { SheetPage, ShownRow } from "./page.server";
import { partyWord } from "./party-words";
import { RowEditor } from "./row-editor";

export type Found = (Kept & { problems: Problem[] }) | undefined;
const COLUMNS = 8;

/** The sheet as one types into it: a panel per part, a heading per group, the open row in place. */
export function SheetTable({ page, found }: { page: SheetPage; found: Found }) {
  const words = useWords();
  const box = useRowKeys<HTMLDivElement>();
  return (
    <div className="stack" ref={box}>
      {([1, 2] as const).map((part) => {
        const rows = page.rows.filter((each) => each.part === part);
        return rows.length === 0 ? null : (
          <section className="panel" key={part}>
            <h2>
              {words.roles.part[part]} <small>{words.roles.rowsOf(rows.length)}</small>
            </h2>
            <ScrollBox label={words.roles.part[part]}>
              <table className="typed pin wide roles">
                <Heading />
                <Body rows={rows} page={page} found={found} />
              </table>
            </ScrollBox>
            {part === 2 && <p className="legend">{words.roles.legend}</p>}
          </section>
        );
      })}
    </div>
  );
}

function Heading() {
  const { column } = useWords().roles;
  const names = ["no", "label", "party", "firstCheck", "completedOn", "what", "cost", "clause"] as const;
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th key={name} scope="col">
            {column[name]}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Body({ rows, page, found }: { rows: readonly ShownRow[]; page: SheetPage; found: Found }) {
  const words = useWords();
  const failedRow = found?.intent === "row" ? found.typed.rowId : undefined;
  return (
    <tbody>
      {rows.map((row, at) => {
        const isOpen = row.id !== null && page.mayEdit && row.id === (failedRow ?? page.openRow);
        return (
          <Fragment key={row.rowKey}>
            {row.group !== rows[at - 1]?.group && (
              <tr className="group">
                <th scope="colgroup" colSpan={COLUMNS}>
                  {row.group === "" ? words.roles.own : row.group}
                </th>
              </tr>
            )}
            <Row row={row} page={page} isOpen={isOpen} />
            {isOpen && (
              <tr className="opened-row">
                <td colSpan={COLUMNS}>
                  <RowEditor row={row} sheet={page.sheet} found={failedRow === row.id ? found : undefined} />
                </td>
              </tr>
            )}
          </Fragment>
        );
      })}
    </tbody>
  );
}

function Row({ row, page, isOpen }: { row: ShownRow; page: SheetPage; isOpen: boolean }) {
  const words = useWords();
  const { roles } = words;
  const help = row.itemKey === null ? undefined : page.help[row.itemKey];
  return (
    <tr id={row.id === null ? undefined : `row-${row.id}`} className={isOpen ? "is-open" : undefined}>
      <th scope="row" className="num" title={help?.isNumberUnconfirmed ? roles.unconfirmedNo : undefined}>
        {row.no === "" ? roles.noNumber : row.no}
        {help?.isNumberUnconfirmed && <span className="quiet">＊</span>}
      </th>
      <ItemCell row={row} page={page} isOpen={isOpen} />
      <td>
        <PartyBadge party={row.party} label={partyWord(words, page.sheet, row.party)} />
        {row.party === "third-party" && <span className="quiet block">{row.thirdPartyName}</span>}
      </td>
      <td className="nowrap">
        <b>{roles.firstChecks[row.firstCheck]}</b>
        {row.firstCheckOn && <span className="quiet num block">{row.firstCheckOn}</span>}
      </td>
      <CompletedCell row={row} />
      <td>
        {row.what || <span className="quiet">{words.forms.notGiven}</span>}
        {row.deadline && <span className="quiet block">{`${roles.column.deadline}：${row.deadline}`}</span>}
        {row.remark && <span className="quiet block">{`${roles.column.remark}：${row.remark}`}</span>}
      </td>
      <td className="nowrap">{row.cost === "" ? words.forms.notGiven : roles.costs[row.cost]}</td>
      <td>{row.clause || words.forms.notGiven}</td>
    </tr>
  );
}

/** The item's name opens its row; what it asks stands below. */
function ItemCell({ row, page, isOpen }: { row: ShownRow; page: SheetPage; isOpen: boolean }) {
  const { roles } = useWords();
  const path = `/role-sheets/${page.sheet.id}`;
  const help = row.itemKey === null ? undefined : page.help[row.itemKey];
  return (
    <td className="item">
      {row.id !== null && page.mayEdit ? (
        <Link
          to={isOpen ? path : `${path}?row=${row.id}#row-${row.id}`}
          data-row-link=""
          preventScrollReset
          aria-expanded={isOpen}
          aria-label={roles.editOf(row.label)}
        >
          <b>{row.label}</b>
        </Link>
      ) : (
        <b>{row.label}</b>
      )}
      <ItemHelpText content={row.content} help={help} />
    </td>
  );
}

/** 完了日 is asked only after いいえ; a hatched cell says "not asked", an amber one "missing". */
function CompletedCell({ row }: { row: ShownRow }) {
  const { roles } = useWords();
  if (row.firstCheck !== "no") {
    return (
      <td className="off">
        <span className="sr">{roles.notAsked}</span>
      </td>
    );
  }
  return (
    <td className="open">
      {row.completedOn ? (
        <span className="num">{row.completedOn}</span>
      ) : (
        <b className="late">{roles.notFilled}</b>
      )}
    </td>
  );
}

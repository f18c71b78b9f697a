import { Form } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { Pager } from "~/components/list-bar";
import { useLanguage, useWords } from "~/components/words";
import { formatDay } from "~/messages/days";
import { problemWords } from "~/messages/labels";
import type { ReceivedRow } from "~/use-cases/received-role-sheet.server";
import { cellWord, partyWord } from "../role-sheet/party-words";
import type { RolePage } from "./role-page.server";

/** Every row of the file, and beside it what taking it over would change; then the cells nobody could read. */
export function RoleRows({ page }: { page: RolePage }) {
  const { receivedRoles, unreadReasons } = useWords();
  const { columns } = receivedRoles;
  const { beside, sheet } = page;
  const names = [
    "row",
    "check",
    "days",
    "party",
    "remark",
    ...(beside ? (["beside"] as const) : []),
  ] as const;
  const canTake = page.canEdit && beside !== null;
  return (
    <>
      <Form method="post" className="panel">
        <h2>
          {receivedRoles.rows} <small className="num">{sheet.total}</small>
        </h2>
        <DataTable
          caption={receivedRoles.rows}
          columns={names.map((name) => ({ name, label: columns[name] }))}
          rows={sheet.rows.map((each) => ({
            id: String(each.ordinal),
            cells: {
              row: <Item row={each} canTake={canTake} />,
              check: <Check row={each} />,
              days: <Days row={each} />,
              party: <Party row={each} page={page} />,
              remark: <Remark row={each} />,
              beside: <Beside row={each} page={page} />,
            },
          }))}
        />
        <Pager state={page.state} total={sheet.total} />
        {canTake && (
          <p className="panel-text">
            <button type="submit" name="intent" value="take" className="button primary">
              {receivedRoles.take}
            </button>
          </p>
        )}
      </Form>
      {sheet.unread.length > 0 && (
        <section className="panel">
          <h2>{receivedRoles.unread(sheet.unread.length)}</h2>
          <ul className="lines unread-lines">
            {sheet.unread.map((each) => (
              <li key={`${each.cell} ${each.reason}`}>
                <span className="num">{each.cell}</span>
                <span>
                  {each.text}
                  <small className="block">{unreadReasons[each.reason]}</small>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Item({ row, canTake }: { row: ReceivedRow; canTake: boolean }) {
  const { receivedRoles } = useWords();
  const { no, label, content, cell } = row.read;
  const isFree =
    row.target !== null && row.target.state === null && row.differences.some((each) => each.isFree);
  return (
    <>
      {canTake && isFree && (
        <input
          type="checkbox"
          name="rows"
          value={row.ordinal}
          aria-label={receivedRoles.choose(`${no} ${label}`.trim())}
        />
      )}{" "}
      <span className="num">{no}</span>　{label}
      {content !== "" && <span className="block quiet">{content}</span>}
      <small className="block num quiet">{cell}</small>
    </>
  );
}

function Check({ row }: { row: ReceivedRow }) {
  const { answers, unreadReasons } = useWords();
  const { check, reason } = row.read;
  return (
    <>
      {answers[check]}
      {reason && <small className="block">{unreadReasons[reason]}</small>}
    </>
  );
}

function Days({ row }: { row: ReceivedRow }) {
  const words = useWords();
  const language = useLanguage();
  const { receivedRoles } = words;
  const { checkedOn, checkedText, completedOn, completedText } = row.read;
  const shown = (day: string | null, text: string, say: (day: string) => string) =>
    day === null ? (text === "" ? null : receivedRoles.asWritten(text)) : say(formatDay(day, language));
  return (
    <>
      <span className="block">{shown(checkedOn, checkedText, receivedRoles.checkedOn)}</span>
      <span className="block">{shown(completedOn, completedText, receivedRoles.completedOn)}</span>
      {row.problems.map((each) => (
        <small key={each.code} className="block">
          {problemWords(words, each).what}
        </small>
      ))}
    </>
  );
}

function Party({ row, page }: { row: ReceivedRow; page: RolePage }) {
  const words = useWords();
  const { party, partyText } = row.read;
  if (party === null) return partyText === "" ? null : words.receivedRoles.asWritten(partyText);
  return page.beside ? partyWord(words, page.beside, party) : words.parties[party];
}

function Remark({ row }: { row: ReceivedRow }) {
  const { remark, others } = row.read;
  return (
    <>
      {remark}
      {others.map((each) => (
        <small key={each.cell} className="block quiet">
          {each.heading}：{each.text}
        </small>
      ))}
    </>
  );
}

function Beside({ row, page }: { row: ReceivedRow; page: RolePage }) {
  const words = useWords();
  const { receivedRoles, roles } = words;
  const { target, differences } = row;
  if (!page.beside) return null;
  if (!target) return <span className="quiet">{receivedRoles.noTarget}</span>;
  const labels = page.beside;
  const said = (field: (typeof differences)[number]["field"], value: string) =>
    cellWord(words, labels, field, value);
  return (
    <>
      {target.state && <span className="block">{problemWords(words, target.state).what}</span>}
      {differences.length === 0 && <span className="quiet">{receivedRoles.same}</span>}
      {differences.map(({ field, mine, theirs, isFree }) => (
        <span key={field} className="block">
          {isFree
            ? receivedRoles.free(roles.column[field], said(field, mine))
            : receivedRoles.stays(roles.column[field], said(field, mine), said(field, theirs))}
        </span>
      ))}
    </>
  );
}

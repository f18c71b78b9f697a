import { Form, Link } from "@remix-run/react";
import { Field, FieldScope } from "~/components/field";
import { useWords } from "~/components/words";
import { typedFields } from "~/domain/role-row-input";
import { isLeftOut } from "~/domain/role-sheet";
import type { Found } from "./found";
import { ItemHelpText } from "./item-help";
import type { SheetPage, ShownRow } from "./page.server";
import { RowProposals } from "./proposal-panel";
import { RowEditor } from "./row-editor";
import { RowHistory } from "./row-history";

/** Number and name: the name opens the row's form, help and history; a settled or left-out row says so. */
export function RowHead({ row, page, isOpen }: { row: ShownRow; page: SheetPage; isOpen: boolean }) {
  const { roles, roleGrid, roleProposals } = useWords();
  const help = row.itemKey === null ? undefined : page.help[row.itemKey];
  const path = `/role-sheets/${page.sheet.id}`;
  return (
    <>
      <th
        scope="row"
        className="num at-no"
        title={help?.isNumberUnconfirmed ? roles.unconfirmedNo : undefined}
      >
        {row.no === "" ? roles.noNumber : row.no}
        {help?.isNumberUnconfirmed && <span className="quiet">＊</span>}
      </th>
      <th scope="row" className="at-label">
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
        {page.negotiation.proposals.some((each) => each.rowId === row.id && each.state === "open") && (
          <span className="tag">{roleProposals.fromVendor}</span>
        )}
        {row.lockedAt !== null && <span className="tag">{roleGrid.locked}</span>}
        {isLeftOut(row) && <span className="quiet block">{roleGrid.leftOutBecause(row.leftOutReason)}</span>}
        <ItemHelpText content={row.content} help={help} />
      </th>
    </>
  );
}

/** The opened row: its form (or the way to open it again), leaving out, and what happened to it. */
export function OpenedRow({ row, page, found }: { row: ShownRow; page: SheetPage; found: Found }) {
  const isClosed = row.lockedAt !== null || isLeftOut(row);
  return (
    <tr className="opened-row" id="opened">
      <td colSpan={typedFields.length + 2}>
        <div className="opened-box">
          {!isClosed && <RowEditor row={row} sheet={page.sheet} found={found} />}
          <RowProposals row={row} page={page} found={found} />
          <RowStates row={row} page={page} found={found} />
          <RowHistory lines={page.history} labels={page.sheet} />
        </div>
      </td>
    </tr>
  );
}

type StateKind = "unlock" | "take-back" | "leave-out" | "settle";

/** 対象外にする・確定する・戻す・確定を解除する: each with its reason. */
function RowStates({ row, page, found }: { row: ShownRow; page: SheetPage; found: Found }) {
  const kinds: StateKind[] =
    row.lockedAt !== null ? ["unlock"] : isLeftOut(row) ? ["take-back"] : ["settle", "leave-out"];
  return kinds.map((kind) => <RowState key={kind} kind={kind} row={row} page={page} found={found} />);
}

function RowState(props: { kind: StateKind; row: ShownRow; page: SheetPage; found: Found }) {
  const { kind, row, page, found } = props;
  const { roleGrid } = useWords();
  const own = found?.typed.intent === kind ? found : undefined;
  const text = roleGrid.states[kind];
  return (
    <details className="row-state" open={kind === "unlock" || kind === "take-back" || own !== undefined}>
      <summary>{text.title}</summary>
      <Form method="post" action={`/role-sheets/${page.sheet.id}`} className="stack" preventScrollReset>
        <p className="quiet">{text.what}</p>
        <input type="hidden" name="intent" value={kind} />
        <input type="hidden" name="rowId" value={row.id ?? ""} />
        <input type="hidden" name="version" value={row.version} />
        <FieldScope.Provider value={`${kind}-`}>
          <Field name="reason" label={roleGrid.reason} isRequired problems={own?.problems}>
            {(control) => <input {...control} type="text" defaultValue={own?.typed.reason ?? ""} />}
          </Field>
        </FieldScope.Provider>
        <p>
          <button type="submit" className="button">
            {text.button}
          </button>
        </p>
      </Form>
    </details>
  );
}

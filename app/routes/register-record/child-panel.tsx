import { Link } from "@remix-run/react";
import { useWords } from "~/components/words";
import { listPath } from "~/register-paths";
import type { ChildList } from "~/registers.server";
import { RegisterTable } from "~/routes/register-list/register-table";

/** Columns that repeat the page around the list. */
const hidden = ["vendor", "system"];

/** A list inside a record's page: what belongs to it, and a button that adds one with the link already set. */
export function ChildPanel(props: { child: ChildList; parentId: string; mayAdd: boolean }) {
  const words = useWords();
  const { child } = props;
  const name = words.nouns[child.noun];
  return (
    <section className="panel">
      <h2>
        <span>
          {name.many} <small>{words.lists.found(child.total)}</small>
        </span>
        {props.mayAdd && (
          <Link className="button small" to={`${listPath(child.noun)}/new?${child.field}=${props.parentId}`}>
            {name.add}
          </Link>
        )}
      </h2>
      {child.rows.length > 0 ? (
        <RegisterTable noun={child.noun} columns={child.columns} rows={child.rows} hidden={hidden} />
      ) : (
        <p className="panel-text quiet">{name.purpose}</p>
      )}
    </section>
  );
}

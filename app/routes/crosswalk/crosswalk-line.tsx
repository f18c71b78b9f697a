import { Form, Link } from "@remix-run/react";
import { Tag } from "~/components/badges";
import { useWords } from "~/components/words";
import { LineItems } from "~/routes/relations/line-frame";
import { lineSearch } from "~/routes/relations/line-query";
import type { CrosswalkPage } from "./crosswalk-page.server";

type Line = CrosswalkPage["rows"][number];

/** One line: what it joins, what speaks for it, who confirmed it; or the button to do so. */
export function CrosswalkLine({ line, page }: { line: Line; page: CrosswalkPage & { canEdit: boolean } }) {
  const { relations } = useWords();
  return (
    <li className="relation-line" id={line.id}>
      <LineItems label={relations.from} items={line.from} />
      <LineItems label={relations.to} items={line.to} />
      <div className="line-ground">
        <b title={relations.relationHelp[line.relation]}>{relations.relation[line.relation]}</b>{" "}
        {line.basis.length === 0 && line.from.length > 0 && line.to.length > 0 && (
          <Tag>{relations.noBasis}</Tag>
        )}
        {line.basis.map((each) => (
          <Tag key={each}>{relations.basis[each]}</Tag>
        ))}
        {line.reason !== "" && <p className="quiet">{line.reason}</p>}
      </div>
      <div className="line-decision">
        {line.confirmedBy !== null && (
          <p>{relations.confirmedBy(line.confirmedBy, line.confirmedOn ?? "")}</p>
        )}
        {page.canEdit && line.confirmedBy === null && (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="seen" value={page.version} />
            <input type="hidden" name="line" value={line.id} />
            <input
              type="text"
              name="reason"
              className="compact"
              aria-label={relations.reason}
              placeholder={relations.reason}
              defaultValue={line.reason}
            />
            <button type="submit" className="button small" name="intent" value="confirm">
              {relations.confirm}
            </button>
          </Form>
        )}
        {page.canEdit && (
          <Link
            className="button small"
            to={`${lineSearch(page.query, { line: line.id })}#open`}
            preventScrollReset
          >
            {relations.edit}
          </Link>
        )}
      </div>
    </li>
  );
}

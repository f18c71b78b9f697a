import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { ConfirmPanel } from "~/components/confirm-panel";
import type { Fact } from "~/components/facts";
import { useWords } from "~/components/words";
import type { CatalogueItem } from "~/domain/catalogue-item";
import type { Problem } from "~/domain/problem";
import { problemWords } from "~/messages/labels";
import { type LineQuery, lineSearch } from "./line-query";

/** Chips over a page of lines, the lines, and the pager. */
export function LineFrame(props: {
  title: string;
  query: LineQuery;
  filters: readonly { name: string; label: string; count: number }[];
  paging: { page: number; pages: number; from: number; total: number };
  shown: number;
  children: ReactNode;
}) {
  const { relations, lists } = useWords();
  const { query, paging } = props;
  const to = (change: Partial<LineQuery>) => `${lineSearch(query, { line: null, ...change })}#lines`;
  return (
    <section className="panel relation-lines" id="lines">
      <h2>{props.title}</h2>
      <nav className="filters panel-text" aria-label={props.title}>
        {props.filters.map(({ name, label, count }) => (
          <Link
            key={name}
            className="filter"
            to={to({ show: name, page: 1 })}
            aria-current={name === query.show ? "true" : undefined}
          >
            {label} {count}
          </Link>
        ))}
      </nav>
      {props.shown === 0 ? (
        <p className="panel-text">{query.show === "open" ? relations.noOpen : relations.none}</p>
      ) : (
        <ol className="relation-list">{props.children}</ol>
      )}
      {paging.pages > 1 && (
        <nav className="pager panel-text" aria-label={lists.pages}>
          <span className="num">{lists.range(paging.from + 1, paging.from + props.shown, paging.total)}</span>
          {paging.page > 1 && <Link to={to({ page: paging.page - 1 })}>{lists.previous}</Link>}
          {paging.page < paging.pages && <Link to={to({ page: paging.page + 1 })}>{lists.next}</Link>}
        </nav>
      )}
    </section>
  );
}

/** The items of one side of a line, each with its number and text. */
export function LineItems({ label, items }: { label: string; items: readonly CatalogueItem[] }) {
  const { relations } = useWords();
  return (
    <div className="line-side">
      <span className="quiet">{label}</span>
      {items.length === 0 && <p className="quiet">{relations.nothing}</p>}
      {items.map((item) => (
        <p key={item.key}>
          <b className="num">{item.no ?? relations.noNumber}</b>　{item.text}
        </p>
      ))}
    </div>
  );
}

/** 公開する, or what stands in the way; and 取りやめる. */
export function RelationEnding(props: {
  version: number;
  problems: readonly Problem[];
  freezes: readonly Fact[];
  usedBy: string;
}) {
  const words = useWords();
  const { relations } = words;
  const [first, ...others] = props.problems;
  return (
    <>
      {first ? (
        <section className="panel" id="publish">
          <h2>{relations.notYet}</h2>
          <ul className="known">
            {[first, ...others].slice(0, 10).map((each) => {
              const { what, next } = problemWords(words, each);
              return (
                <li key={`${each.code} ${each.at ?? ""} ${JSON.stringify(each.params)}`}>
                  {what}
                  {next}
                </li>
              );
            })}
          </ul>
        </section>
      ) : (
        <ConfirmPanel
          title={relations.publish}
          what={`${relations.publishWhat}${props.usedBy}`}
          freezes={props.freezes}
          fields={{ intent: "publish", seen: props.version }}
          button={relations.publishButton}
          isPrimary
          anchor="publish"
        />
      )}
      <ConfirmPanel
        title={relations.discard}
        what={relations.discardWhat}
        fields={{ intent: "discard", seen: props.version }}
        button={relations.discardButton}
      />
    </>
  );
}

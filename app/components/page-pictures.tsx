import { useState } from "react";
import { useWords } from "./words";

/**
 * Pages of a stored scan as pictures drawn by the program, one at a time. Without script all of them are
 * reachable by the links below the picture.
 */
export function PagePictures(props: { intakeId: string; pages: number; onPage?: (page: number) => void }) {
  const { receipt } = useWords();
  const [page, setPage] = useState(1);
  const show = (next: number) => {
    setPage(next);
    props.onPage?.(next);
  };
  const pages = Array.from({ length: props.pages }, (_, at) => at + 1);
  const address = (at: number) => `/intakes/${props.intakeId}/pages/${at}`;
  return (
    <section className="panel pictures">
      <h2>
        {receipt.pictures} <small>{receipt.pageOf(page, props.pages)}</small>
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="picture-box" tabIndex={0} aria-label={receipt.pictures}>
        <img src={address(page)} alt={receipt.pictureAlt(page)} />
      </section>
      {props.pages > 1 && (
        <nav className="filters picture-pages" aria-label={receipt.pages}>
          {pages.map((each) => (
            <a
              key={each}
              className="filter"
              href={address(each)}
              aria-current={each === page ? "true" : undefined}
              onClick={(event) => {
                event.preventDefault();
                show(each);
              }}
            >
              {receipt.page(each)}
            </a>
          ))}
        </nav>
      )}
    </section>
  );
}

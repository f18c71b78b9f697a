import { Link } from "@remix-run/react";
import { Facts } from "~/components/facts";
import { useLanguage, useWords } from "~/components/words";
import { formatDay } from "~/messages/days";
import type { CataloguePage } from "./catalogue-page.server";

/** Identity, issuer, source and licence; what replaced it; how much of it is held. */
export function CatalogueFacts({ page }: { page: CataloguePage }) {
  const { catalogues, relations } = useWords();
  const language = useLanguage();
  const { head, ends } = page;
  const { fact } = catalogues;
  const issued =
    head.issuedOn && /^\d{4}-\d{2}-\d{2}$/.test(head.issuedOn)
      ? formatDay(head.issuedOn, language)
      : head.issuedOn;
  return (
    <>
      {head.replacedBy && (
        <p className="note warn">
          <b>{catalogues.replaced(head.replacedBy.version, formatDay(head.replacedBy.on, language))}</b>
        </p>
      )}
      {head.notice !== "" && <p className="note">{head.notice}</p>}
      <section className="panel">
        <h2>{catalogues.facts}</h2>
        <Facts
          facts={[
            { label: fact.issuer, value: head.issuer },
            { label: fact.version, value: head.version },
            { label: fact.issuedOn, value: issued ?? catalogues.unknownDay },
            {
              label: fact.items,
              value: page.isTotalUnknown ? catalogues.unknownTotal(page.total) : catalogues.known(page.total),
            },
            ...(page.confirmableCount > 0
              ? [
                  {
                    label: fact.confirmed,
                    value: catalogues.confirmedOf(page.confirmedCount, page.confirmableCount),
                  },
                ]
              : []),
            ...(ends
              ? [
                  { label: fact.from, value: <Link to={`/catalogues/${ends.from}`}>{ends.from}</Link> },
                  { label: fact.to, value: <Link to={`/catalogues/${ends.to}`}>{ends.to}</Link> },
                ]
              : []),
            ...(page.of
              ? [{ label: catalogues.of, value: <Link to={`/catalogues/${page.of}`}>{page.of}</Link> }]
              : []),
            ...(page.rejectedCount > 0
              ? [{ label: relations.state.rejected, value: catalogues.rejected(page.rejectedCount) }]
              : []),
            { label: fact.source, value: head.source, isWide: true },
            { label: fact.licence, value: head.licence, isWide: true },
          ]}
        />
      </section>
    </>
  );
}

/** Facts of the edition with how many sources state them, and what could not be established. */
export function KnownAndUnknown({ page }: { page: CataloguePage }) {
  const { catalogues, confidences } = useWords();
  return (
    <>
      {page.facts.length > 0 && (
        <details className="panel closed-part">
          <summary>
            {catalogues.factsTitle} <span className="quiet">{catalogues.known(page.facts.length)}</span>
          </summary>
          <ul className="known">
            {page.facts.map((each) => (
              <li key={each.key}>
                {each.text}
                <span className="block quiet">
                  <span className="tag">{catalogues.sources(each.sourceCount)}</span>{" "}
                  {confidences[each.confidence].word}　{each.source}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {page.gaps.length > 0 && (
        <details className="panel closed-part">
          <summary>
            {catalogues.gaps} <span className="quiet">{catalogues.known(page.gaps.length)}</span>
          </summary>
          <ul className="known">
            {page.gaps.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

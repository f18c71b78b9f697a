import { ConfirmPanel } from "~/components/confirm-panel";
import { useWords } from "~/components/words";
import { problemWords } from "~/messages/labels";
import type { DraftPage } from "./draft-page.server";

type Refused = Extract<NonNullable<DraftPage["publishing"]>, { isReady: false }>;

/** 公開する: what freezes, with both hashes; or what stands in the way. */
export function PublishPanel({ page }: { page: DraftPage }) {
  const { review } = useWords().catalogueDrafts;
  const { publishing } = page;
  if (publishing === null) return null;
  if (!publishing.isReady) return <NotYet publishing={publishing} />;
  const { freezes } = review;
  const range = publishing.first === "" ? "" : review.range(publishing.first, publishing.last);
  return (
    <ConfirmPanel
      title={review.publish}
      what={review.publishWhat}
      freezes={[
        { label: freezes.ref, value: publishing.ref },
        { label: freezes.items, value: review.itemsAre(publishing.size) },
        {
          label: freezes.numbers,
          value: `${review.numbersAre(publishing.numbers, publishing.size - publishing.numbers, publishing.twice)}${range}`,
          isWide: true,
        },
        { label: freezes.source, value: page.fileName ?? "", isWide: true },
        { label: freezes.sourceHash, value: <span className="hash">{page.sourceSha256}</span>, isWide: true },
        {
          label: freezes.bodyHash,
          value: <span className="hash">{publishing.bodySha256}</span>,
          isWide: true,
        },
      ]}
      fields={{ intent: "publish", seen: page.version, bodySha256: publishing.bodySha256 }}
      button={review.publishButton}
      isPrimary
      anchor="publish"
    >
      {publishing.sameEdition.map((each) => (
        <p key={each} className="note warn">
          {review.sameEdition(each)}
        </p>
      ))}
    </ConfirmPanel>
  );
}

function NotYet({ publishing }: { publishing: Refused }) {
  const words = useWords();
  const { review } = words.catalogueDrafts;
  const fields: Readonly<Record<string, string>> = {
    title: review.title,
    id: review.id,
    version: review.version,
    issuer: review.issuer,
    licence: review.licence,
    form: review.form,
    issuedOn: review.issuedOn,
  };
  return (
    <section className="panel" id="publish">
      <h2>{review.notYet}</h2>
      <ul className="known">
        {publishing.problems.map((each) => {
          const { what, next } = problemWords(words, each);
          return (
            <li key={`${each.code} ${each.at ?? ""}`}>
              {each.at !== undefined && fields[each.at] && <b>{fields[each.at]}：</b>}
              {what}
              {next}
            </li>
          );
        })}
        {publishing.more > 0 && <li>{review.moreProblems(publishing.more)}</li>}
      </ul>
    </section>
  );
}

export function DiscardPanel({ page }: { page: DraftPage }) {
  const { review } = useWords().catalogueDrafts;
  return (
    <ConfirmPanel
      title={review.discard}
      what={review.discardWhat}
      fields={{ intent: "discard", seen: page.version }}
      button={review.discardButton}
    />
  );
}

import { Link, useSearchParams } from "@remix-run/react";
import { Fragment } from "react";
import { VerdictBadge } from "~/components/badges";
import { PageHead } from "~/components/page-head";
import { PrintButton } from "~/components/print-button";
import { useLanguage, useWords } from "~/components/words";
import type { Verdict } from "~/domain/verdict";
import { formatDay } from "~/messages/days";
import type { AssessmentPage } from "./assessment-page.server";
import { assessmentSearch, assessmentShows } from "./assessment-query";

/** Verdicts in the order a reader counts them. */
const counted: readonly Verdict[] = ["met", "partial", "unmet", "unanswered", "not-applicable", "not-mapped"];

/** What is compared with what, how the verdicts add up, and which edition is looked at. */
export function AssessmentHead({ page }: { page: AssessmentPage & { canEdit: boolean } }) {
  const { assessments, decisions, disclosures, formNames, judging } = useWords();
  const [params] = useSearchParams();
  const { disclosure, guideline, query } = page;
  const product = `${disclosure.product} ${disclosure.productVersion}`;
  const form = `${formNames[disclosure.form]} ${disclosure.formVersion}`;
  return (
    <>
      <PageHead
        title={assessments.pageTitle(product)}
        lead={assessments.against(form, disclosure.issuedOn, guideline.title)}
        crumbs={[{ to: "/assessments", label: assessments.title }, { label: disclosure.vendor }]}
      >
        <PrintButton label={decisions.print} />
        <a className="button" href={`/assessments/${disclosure.id}/export?guideline=${query.guideline}`}>
          {decisions.exportXlsx}
        </a>
        <Link className="button" to={`/disclosures/${disclosure.id}`}>
          {assessments.disclosure}
        </Link>
        {page.canEdit && page.undecidedCount > 1 && (
          <Link className="button" to={`/assessments/${disclosure.id}/together?guideline=${query.guideline}`}>
            {decisions.together.link}
          </Link>
        )}
        {page.next ? (
          <Link
            className="button primary"
            to={`${assessmentSearch(query, { open: page.next, chapter: null, page: null })}#open`}
          >
            {assessments.next(page.undecidedCount)}
          </Link>
        ) : (
          page.undecidedCount === 0 && <span className="quiet">{assessments.noneLeft}</span>
        )}
      </PageHead>
      {params.get("decided") === "1" && (
        <p className="note good assessment-note" role="status">
          {assessments.decided}
        </p>
      )}
      {params.get("overridden") === "1" && (
        <p className="note good assessment-note" role="status">
          {judging.override.saved}
        </p>
      )}
      {page.carriedTo && (
        <p className="note assessment-note">
          {judging.carried.head(disclosure.formVersion, page.carriedTo.version)}{" "}
          <Link to={`/catalogues/${page.carriedTo.crosswalk}`}>{judging.carried.crosswalk}</Link>
        </p>
      )}
      {disclosure.withdrawnReason !== null && (
        <p className="note stop assessment-note">{assessments.withdrawn}</p>
      )}
      {disclosure.withdrawnReason === null && disclosure.isCurrent !== 1 && (
        <p className="note warn assessment-note">{disclosures.notCurrent}</p>
      )}
      <EditionNotes page={page} />
      <Sum page={page} />
      <Switches page={page} />
    </>
  );
}

/** 61 = 34 + 9 + …: the six verdicts add up to the items. */
function Sum({ page }: { page: AssessmentPage }) {
  const { assessments, judging } = useWords();
  const decided = page.gapCount - page.undecidedCount;
  return (
    <p className="counts sum">
      <span>
        <b>{page.total}</b> {assessments.items} ＝
      </span>
      {counted.map((verdict, at) => (
        <Fragment key={verdict}>
          <span className="nowrap">
            <VerdictBadge verdict={verdict} /> <b>{page.counts[verdict]}</b>
            {at < counted.length - 1 && " ＋"}
          </span>
        </Fragment>
      ))}
      <span className="quiet">
        {assessments.sum(page.gapCount, decided, page.undecidedCount)}
        {page.overriddenCount > 0 && `　${judging.override.count(page.overriddenCount)}`}
        {page.changedCount > 0 && `　${assessments.changedCount(page.changedCount)}`}
      </span>
    </p>
  );
}

function Switches({ page }: { page: AssessmentPage }) {
  const { assessments } = useWords();
  const { query } = page;
  const free = { open: null, page: null };
  return (
    <div className="head switches">
      <nav className="filters" aria-label={assessments.show}>
        {assessmentShows.map((show) => (
          <Link
            key={show}
            className="filter"
            to={assessmentSearch(query, { ...free, show })}
            aria-current={show === query.show ? "true" : undefined}
          >
            {assessments.shows[show]} {page.showCounts[show]}
          </Link>
        ))}
      </nav>
      {page.sets.length > 0 && (
        <nav className="filters" aria-label={assessments.sets}>
          <span className="quiet">{assessments.sets}</span>
          {[{ ref: null, title: assessments.allItems }, ...page.sets].map(({ ref, title }) => (
            <Link
              key={ref}
              className="filter"
              to={assessmentSearch(query, { ...free, chapter: null, set: ref })}
              aria-current={ref === query.set ? "true" : undefined}
            >
              {title}
            </Link>
          ))}
        </nav>
      )}
      <nav className="filters" aria-label={assessments.edition}>
        {page.editions.map(({ ref, version }) => (
          <Link
            key={ref}
            className="filter"
            to={assessmentSearch(query, { ...free, chapter: null, guideline: ref })}
            aria-current={ref === query.guideline ? "true" : undefined}
          >
            {assessments.editionName(version)}
          </Link>
        ))}
      </nav>
    </div>
  );
}

function EditionNotes({ page }: { page: AssessmentPage }) {
  const { assessments } = useWords();
  const language = useLanguage();
  const { guideline, query } = page;
  const other = page.editions.find((each) => each.version === guideline.replacedBy?.version);
  return (
    <div className="note warn assessment-note">
      {guideline.replacedBy && (
        <p>
          <b>
            {assessments.replaced(guideline.replacedBy.version, formatDay(guideline.replacedBy.on, language))}
          </b>{" "}
          {other && (
            <Link
              to={assessmentSearch(query, { guideline: other.ref, chapter: null, open: null, page: null })}
            >
              {assessments.toReplacing(other.version)}
            </Link>
          )}
        </p>
      )}
      <p>
        <Link to={`/catalogues/${query.guideline}`}>
          {guideline.isTotalUnknown ? assessments.editionOnly(page.held) : assessments.editionAll(page.held)}
        </Link>{" "}
        {assessments.vendorItems(page.total)}
      </p>
      {guideline.notice !== "" && <p className="quiet">{guideline.notice}</p>}
    </div>
  );
}

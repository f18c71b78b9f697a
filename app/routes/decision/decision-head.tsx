import { Link } from "@remix-run/react";
import { Tag } from "~/components/badges";
import { Facts } from "~/components/facts";
import { PageHead } from "~/components/page-head";
import { useLanguage, useWords } from "~/components/words";
import { dayInTokyo } from "~/domain/day";
import { formatDay } from "~/messages/days";
import { decisionPath } from "../deadlines/deadline-link";
import type { DecisionData } from "./route";

/** What was decided about what, where it stands now, and why it has to be looked at again. */
export function DecisionHead({ page }: { page: DecisionData }) {
  const words = useWords();
  const { decisions } = words;
  const { decision, basis, disclosure } = page;
  const place = {
    disclosureId: page.assessedAt,
    guideline: decision.guideline,
    requirement: decision.requirement,
  };
  const product = disclosure ? `${disclosure.product} ${disclosure.productVersion}` : "";
  return (
    <>
      <PageHead
        title={decisions.page.title(basis.clause)}
        note={decisions.states[page.state]}
        lead={basis.summary}
        crumbs={[{ to: "/decisions", label: decisions.title }, { label: product || basis.clause }]}
      >
        <Link className={page.state === "reopened" ? "button primary" : "button"} to={decisionPath(place)}>
          {decisions.page.toAssessment}
        </Link>
      </PageHead>
      {!page.isClauseConfirmed && <p className="quiet">{decisions.page.unconfirmed}</p>}
      {page.supersededBy && (
        <p className="note warn">
          {decisions.page.superseded}{" "}
          <Link to={`/decisions/${page.supersededBy.id}`}>{decisions.page.toNewer}</Link>
        </p>
      )}
      {!page.supersededBy &&
        page.causes.map((cause) => (
          <p key={cause} className="note stop">
            <b>{decisions.causes[cause].word}</b>　{decisions.causes[cause].help}
          </p>
        ))}
      <DecisionFacts page={page} product={product} />
    </>
  );
}

function DecisionFacts({ page, product }: { page: DecisionData; product: string }) {
  const words = useWords();
  const language = useLanguage();
  const { decisions, assessments, decisionKinds, riskLevels } = words;
  const { decision, disclosure } = page;
  const { decisionField: label, internal } = assessments;
  const inside = (text: string) => (
    <>
      <Tag>{internal}</Tag> {text}
    </>
  );
  const due = decision.kind === "accept-risk" ? decisions.page.dueOfAcceptance : label.dueOn;
  const decidedOn = formatDay(dayInTokyo(decision.decidedAt), language);
  return (
    <section className="panel">
      <h2>{decisions.page.facts}</h2>
      <Facts
        facts={[
          { label: label.kind, value: decisionKinds[decision.kind].word },
          { label: decisions.columns.product, value: `${disclosure?.vendor ?? ""} ${product}`.trim() || "−" },
          { label: label.owner, value: decision.owner },
          { label: due, value: decision.dueOn ? formatDay(decision.dueOn, language) : "−" },
          ...(decision.likelihood
            ? [{ label: label.likelihood, value: inside(riskLevels[decision.likelihood]) }]
            : []),
          ...(decision.impact ? [{ label: label.impact, value: inside(riskLevels[decision.impact]) }] : []),
          {
            label: decisions.page.decided,
            value: decisions.page.decidedBy(decision.decidedByName ?? "", decidedOn),
          },
          ...(decision.measure === ""
            ? []
            : [{ label: label.measure, value: decision.measure, isWide: true }]),
          { label: label.reason, value: inside(decision.reason), isWide: true },
        ]}
      />
    </section>
  );
}

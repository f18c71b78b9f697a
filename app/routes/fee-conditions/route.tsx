import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Tag } from "~/components/badges";
import { StatementView } from "~/components/evidence-view";
import { PageHead } from "~/components/page-head";
import { SelfCheckTabs } from "~/components/self-check-tabs";
import { SourceMark } from "~/components/sourced";
import { useWords } from "~/components/words";
import { fiscalYearOf } from "~/domain/figures";
import { reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { showFeeConditions } from "~/use-cases/measures.server";
import { feeAnswer } from "./fee-answer";

export const meta = pageTitle((words) => words.selfChecks.tabs.fee);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  return reply(await showFeeConditions(ports, scope));
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

export default function FeeConditions() {
  const words = useWords();
  const page = useLoaderData<typeof loader>();
  const { measures, selfChecks, lists } = words;
  const { fee } = measures;
  return (
    <div className="stack">
      <PageHead title={page.fee?.name ?? selfChecks.tabs.fee} lead={fee.lead}>
        <span className="export">
          <a href="/fee-conditions/export?as=xlsx">{lists.exportXlsx}</a>
          <a href="/fee-conditions/export?as=csv">{lists.exportCsv}</a>
        </span>
        <Link className="button" to={`/surveys/${fiscalYearOf(page.today)}`}>
          {fee.toSurvey}
        </Link>
      </PageHead>
      <SelfCheckTabs here="fee" />
      {page.fee === null ? (
        <p className="note">{fee.none}</p>
      ) : (
        <p className="note">
          {page.fee.head.notice}
          <small className="block">
            {`${fee.source}：${page.fee.head.source}`}{" "}
            <SourceMark fact={page.fee} isOfficialTextLoaded={false} />
          </small>
        </p>
      )}
      {page.lines.map((line) => (
        <ConditionPanel key={line.condition.no} line={line} />
      ))}
    </div>
  );
}

function ConditionPanel({ line }: { line: Page["lines"][number] }) {
  const words = useWords();
  const { fee } = words.measures;
  const { condition, state, answers, evidence } = line;
  const statements = evidence.flatMap((each) => each.statements);
  return (
    <section className="panel check-item">
      <h2>
        <span className="num">{condition.no}</span> {condition.text}{" "}
        {condition.need === "desirable" && <Tag>{fee.desirable}</Tag>}
      </h2>
      <div className="check-columns">
        <div>
          <p>
            <b>{fee.states[state]}</b>
          </p>
          {condition.note !== "" && <p className="quiet">{condition.note}</p>}
        </div>
        {answers.length > 0 && (
          <dl className="fee-answers">
            {answers.map((each) => (
              <div key={each.question.key}>
                <dt>{each.question.text}</dt>
                <dd>{feeAnswer(words, each)}</dd>
              </div>
            ))}
          </dl>
        )}
        {statements.length > 0 && (
          <div className="evidence">
            {statements.map((each, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the sentences never change their order
              <StatementView key={at} statement={each} />
            ))}
          </div>
        )}
      </div>
    </section>
  );
}

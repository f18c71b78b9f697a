import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ContractHeading } from "~/components/contract-tabs";
import { Facts } from "~/components/facts";
import { useLanguage, useWords } from "~/components/words";
import { termsFields } from "~/domain/contract-terms";
import { reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { RecordHistory } from "~/routes/register-record/record-history";
import { requireScope } from "~/scope.server";
import { readTermsPage, type TermsPage } from "./page.server";
import { TermsHistory } from "./terms-history";
import { termText } from "./terms-words";

export const meta = pageTitle<typeof loader>((words, data) =>
  data ? `${data.head.title} ${words.contractRecords.tabs.terms}` : "",
);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  return reply(await readTermsPage(visit, params.id ?? ""));
}

export default function ContractTermsPage() {
  const { contractRecords: text } = useWords();
  const page: TermsPage = useLoaderData<typeof loader>();
  const { head } = page;
  return (
    <div className="stack">
      <ContractHeading head={head} tab="terms">
        {head.mayEdit && (
          <>
            <Link className="button" to={`/contracts/${head.id}/edit`}>
              {text.correct}
            </Link>
            <Link className="button" to={`/contracts/${head.id}/renew`}>
              {text.renew}
            </Link>
            <Link className="button primary" to={`/contracts/${head.id}/amend`}>
              {text.amend}
            </Link>
          </>
        )}
      </ContractHeading>
      {page.isEnded && <p className="note warn">{text.renewalAsk}</p>}
      <TermsNow page={page} />
      <TermsHistory page={page} />
      <RecordHistory noun="contract" lines={page.history} />
    </div>
  );
}

/** What the contract says today, every field. */
function TermsNow({ page }: { page: TermsPage }) {
  const words = useWords();
  const language = useLanguage();
  const { held, names } = page;
  if (held === null) return null;
  return (
    <section className="panel">
      <h2>{words.contractRecords.heldNow}</h2>
      <Facts
        facts={termsFields
          .filter((field) => field !== "serverIds" || held.serverScope === "listed")
          .map((field) => ({
            label: words.contractRecords.terms[field],
            value: termText(words, language, names, held, field),
          }))}
      />
    </section>
  );
}

import { Link } from "@remix-run/react";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { formatMoment } from "~/messages/days";
import { EarlierReceipts } from "~/routes/intake/earlier-receipts";
import { ProblemLines } from "~/routes/receive/result-list";
import type { NextPage } from "./next-page.server";

/** Head of the page, what the file seems to be, and why it is no disclosure yet. */
export function NextHead({ page }: { page: NextPage }) {
  const { intake, disclosures, receipt } = useWords();
  const { state, fileName, member, createdAt, originalFileId } = page.intake;
  return (
    <>
      <PageHead
        title={intake.title(member ?? fileName)}
        lead={
          member === null
            ? intake.lead(formatMoment(createdAt))
            : `${receipt.inArchive(fileName)} ${intake.lead(formatMoment(createdAt))}`
        }
        crumbs={[{ to: "/disclosures", label: disclosures.title }, { label: intake.crumb }]}
      >
        <a className="button" href={`/files/${originalFileId}`}>
          {disclosures.download}
        </a>
        {page.canEdit && (
          <Link className="button" to="/disclosures/receive">
            {intake.another}
          </Link>
        )}
      </PageHead>
      {state !== "review" && (
        <p className="note">{state === "saved" ? intake.closedSaved : intake.closedDiscarded}</p>
      )}
      <EarlierReceipts intakes={page.sameIntakes} disclosures={page.sameFile} />
      {state === "review" && (
        <div className="note review-note">
          <b>{receipt.seems(page.lookAlike, page.isLocked, page.pages > 0)}</b>
          {!page.isLocked && <ProblemLines problems={page.problems} />}
        </div>
      )}
    </>
  );
}

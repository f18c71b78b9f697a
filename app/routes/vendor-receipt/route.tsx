import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Facts } from "~/components/facts";
import { useWords } from "~/components/words";
import { countAnswers } from "~/domain/disclosure";
import { refuse, reply } from "~/http.server";
import { formatMoment } from "~/messages/days";
import { pageTitle } from "~/page-title";
import { showReceipt } from "~/use-cases/vendor-submit.server";
import { requireDesk, wholeDeskOnly } from "~/vendor-visit.server";
import { confirmationWords } from "../vendor-desk/confirmation-words";
import { useDesk } from "../vendor-desk/desk";
import { DeskPage } from "../vendor-desk/desk-page";
import { PrintButton } from "./print-button";
import { SubmittedItems } from "./submitted-items";

export const meta = pageTitle((words) => words.vendorDesk.receipt.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const desk = await requireDesk(request, context, params.requestId);
  wholeDeskOnly(desk);
  const receipt = await showReceipt(desk.ports, desk.scope);
  if (!receipt.ok) throw refuse(receipt.problems);
  return reply(receipt.value);
}

export default function VendorReceipt() {
  const desk = useWords().vendorDesk;
  const { receipt: words, submit, states } = desk;
  const { submission, newest, older, size, state } = useLoaderData<typeof loader>();
  const { path } = useDesk();
  const given = countAnswers(submission.items.map((each) => ({ answer: each.answer ?? ("blank" as const) })));
  const confirmation = confirmationWords(desk, submission.kind);
  const counts = confirmation ? confirmation.counts(given) : submit.countsOf(given);
  const about = [submission.product, submission.productVersion, submission.contract]
    .filter(Boolean)
    .join(" ");
  const person = [newest.contactDepartment, newest.contact].filter(Boolean).join(" ");
  return (
    <DeskPage title={words.title} lead={words.what}>
      <Facts
        facts={[
          { label: words.hospital, value: submission.hospital },
          { label: words.vendor, value: submission.vendor },
          ...(about === "" ? [] : [{ label: words.about, value: about }]),
          { label: words.person, value: person },
          {
            label: words.submittedAt,
            value: <span className="num">{formatMoment(newest.submittedAt)}</span>,
          },
          { label: submit.issuedOn, value: <span className="num">{submission.issuedOn}</span> },
          { label: words.counts, value: counts, isWide: true },
          { label: words.sha256, value: <span className="hash">{newest.sha256}</span>, isWide: true },
        ]}
      />
      <p className="quiet">{words.sha256Help}</p>
      <p className="note">{states[state]}</p>
      <p className="receipt-actions">
        <a className="button" href={`${path}/submissions/${newest.id}`}>
          {words.download}
        </a>{" "}
        <span className="quiet num">{words.size(size.toLocaleString("ja-JP"))}</span> <PrintButton />
      </p>
      <SubmittedItems submission={submission} />
      {older.length > 0 && (
        <section>
          <h2>{words.older}</h2>
          <ul className="plain-list">
            {older.map((each) => (
              <li key={each.id}>
                <a href={`${path}/submissions/${each.id}`} className="num">
                  {formatMoment(each.submittedAt)}
                </a>{" "}
                <span className="hash">{each.sha256}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </DeskPage>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { signedCopiesOf } from "#db/queries/signed-copies.server";
import { AudienceTag } from "~/components/audience-tag";
import { Facts } from "~/components/facts";
import { PageHead } from "~/components/page-head";
import { useLanguage, useWords } from "~/components/words";
import { may } from "~/domain/rights";
import { readFormWithFile } from "~/form-with-file.server";
import { redirectTo, refuse, reply, replyProblems } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { showPaper } from "~/use-cases/papers.server";
import { MAX_WORKBOOK_BYTES } from "~/use-cases/receive.server";
import { attachSignedCopy } from "~/use-cases/signed-copies.server";
import { Actions, factsOf } from "./issued-facts";
import { SignedCopies } from "./signed-copies";

export const meta = pageTitle<typeof loader>((words, data) => data?.paper.title ?? words.papers.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const shown = await showPaper(ports, scope, { paperId: params.paperId ?? "" });
  if (!shown.ok) throw refuse(shown.problems);
  const { paper, supersededBy } = shown.value;
  const { id, number, title, vendorName } = shown.value.contract;
  return reply({
    paper,
    supersededBy,
    contract: { id, number, title, vendorName },
    copies: await signedCopiesOf(ports.db, scope, paper.id),
    mayEdit: may(scope, "paper:issue"),
    maySign: may(scope, "paper:issue") && paper.audience === "contract",
  });
}

/** 署名・押印した写しを残す. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "paper:issue");
  const paperId = params.paperId ?? "";
  const sent = await readFormWithFile(request, "file", MAX_WORKBOOK_BYTES);
  if (!sent.ok) return replyProblems(sent.problems, { typed: { signedOn: "", note: "" } });
  const { fields, file } = sent.value;
  const raw = { signedOn: fields.signedOn ?? "", note: fields.note ?? "" };
  const attached = await attachSignedCopy(ports, scope, { paperId, raw, file });
  if (!attached.ok) return replyProblems(attached.problems, { typed: raw });
  return redirectTo(`/issued/${paperId}#signed-copies`);
}

export default function IssuedPaper() {
  const words = useWords();
  const language = useLanguage();
  const page = useLoaderData<typeof loader>();
  const { papers } = words;
  const { paper, contract, supersededBy } = page;
  const heading = `${paper.printedNo}　${paper.title}`.trim();
  const contractName = `${contract.number} ${contract.title}`;
  return (
    <div className="stack">
      <PageHead
        title={heading}
        note={
          <>
            {papers.issueNo(paper.issueNo)} <AudienceTag audience={paper.audience} />
          </>
        }
        lead={`${contract.vendorName} · ${contractName}`}
        crumbs={[
          { to: "/papers?show=issued", label: papers.issued },
          { to: `/contracts/${contract.id}`, label: contractName },
          { label: heading },
        ]}
      >
        <Actions paper={paper} />
      </PageHead>
      {paper.audience === "internal" && <p className="note stop">{papers.internalBar}</p>}
      {supersededBy ? (
        <p className="note warn">
          {papers.superseded(supersededBy.issueNo)}{" "}
          <Link to={`/issued/${supersededBy.id}`}>{papers.issueNo(supersededBy.issueNo)}</Link>
        </p>
      ) : (
        <p className="note good">{papers.isFrozen}</p>
      )}
      <Facts facts={factsOf(words, language, paper)} />
      {paper.audience === "contract" && (
        <p className="quiet">
          {papers.verify} <Link to="/verify">{words.verify.title}</Link>
        </p>
      )}
      <SignedCopies page={page} refused={useActionData<typeof action>()} />
    </div>
  );
}

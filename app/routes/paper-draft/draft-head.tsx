import { AudienceTag } from "~/components/audience-tag";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import type { DraftPage } from "./page.server";

/** Which paper for which contract, out of which template; a draft can always be printed. */
export function DraftHead({ page }: { page: DraftPage }) {
  const words = useWords();
  const { papers } = words;
  const { document, contract, template, draft } = page;
  const heading = `${document.printedNo ?? ""}　${document.title}`.trim();
  const contractName = `${contract.number} ${contract.title}`;
  return (
    <PageHead
      title={heading}
      note={<AudienceTag audience={template.audience} />}
      lead={`${contract.vendorName} · ${contractName} · ${papers.templateVersion(template.title, template.ref)}`}
      crumbs={[
        { to: "/papers", label: papers.title },
        { to: `/contracts/${contract.id}`, label: contractName },
        { label: heading },
      ]}
    >
      <a className="button" href={`/papers/${draft.id}/draft.pdf`} target="_blank" rel="noreferrer">
        {papers.draftPdf}
      </a>
      <a className="button" href={`/papers/${draft.id}/files/draft.docx`}>
        {words.verify.word}
      </a>
      <a className="button" href={`/papers/${draft.id}/files/draft.xlsx`}>
        {words.verify.excel}
      </a>
      <MainAction page={page} />
    </PageHead>
  );
}

/** One main action: the next gap while there is one, then issuing. A reason stands where it is not possible. */
function MainAction({ page }: { page: DraftPage }) {
  const { papers } = useWords();
  const count = page.missing.length;
  if (!page.mayEdit) return null;
  if (count === 0) {
    return (
      <a className="button primary" href="#issue">
        {papers.issue}
      </a>
    );
  }
  return (
    <>
      <span className="button" aria-disabled="true">
        {papers.issueDisabled(count)}
      </span>
      <a className="button primary" href="#missing-list">
        {papers.nextMissing(count)}
      </a>
    </>
  );
}

import { Link } from "@remix-run/react";
import type { ShownPaper } from "#db/queries/papers.server";
import type { Fact } from "~/components/facts";
import { OtherForms } from "~/components/other-forms";
import { useWords } from "~/components/words";
import type { Language } from "~/domain/scope";
import { formatDay, formatMoment } from "~/messages/days";
import type { Words } from "~/messages/words";

/** Leads to the draft and to the frozen bytes. */
export function Actions({ paper }: { paper: ShownPaper }) {
  const { papers, paperDifferences } = useWords();
  const pdf = `/issued/${paper.id}/paper.pdf`;
  return (
    <>
      <Link className="button" to={`/papers/${paper.draftId}`}>
        {papers.toDraft}
      </Link>
      {paper.supersedes !== null && (
        <Link className="button" to={`/issued/${paper.id}/difference`}>
          {paperDifferences.link}
        </Link>
      )}
      <a className="button" href={`${pdf}?save=1`}>
        {papers.downloadPdf}
      </a>
      <a className="button primary" href={pdf} target="_blank" rel="noreferrer">
        {papers.openPdf}
      </a>
    </>
  );
}

/** When, by whom and with which hash it was issued. */
export function factsOf(words: Words, language: Language, paper: ShownPaper): Fact[] {
  const { papers } = words;
  return [
    { label: papers.issuedOn, value: formatDay(paper.issuedOn, language) },
    { label: papers.issuedAt, value: <span className="num">{formatMoment(paper.issuedAt)}</span> },
    { label: papers.issuedBy, value: paper.issuedByName ?? words.history.bySystem },
    { label: papers.pages, value: papers.pageCount(paper.pageCount) },
    { label: papers.size, value: papers.bytes(paper.size) },
    { label: papers.template, value: paper.template },
    { label: words.verify.otherForms, value: <OtherForms folder={`/issued/${paper.id}/files/paper`} /> },
    { label: papers.snapshot, value: <a href={`/issued/${paper.id}/snapshot.json`}>{papers.snapshot}</a> },
    { label: papers.sha256, value: <code className="hash">{paper.sha256}</code>, isWide: true },
  ];
}

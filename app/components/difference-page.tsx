import type { LineDifference } from "~/domain/paper-difference";
import { AudienceTag } from "./audience-tag";
import { LineDifferences } from "./line-differences";
import { PageHead } from "./page-head";
import { useWords } from "./words";

/** 新旧対照 of two issues of one paper, on screen and printed. */
export function DifferencePage(props: {
  title: string;
  audience: "contract" | "internal";
  /** What the new side is called. */
  next: string;
  before: { issueNo: number; issuedOn: string } | null;
  differences: readonly LineDifference[];
  crumbs: readonly { to: string; label: string }[];
}) {
  const { papers, paperDifferences } = useWords();
  const { before, differences } = props;
  return (
    <div className="stack">
      <PageHead
        title={paperDifferences.title}
        note={<AudienceTag audience={props.audience} />}
        lead={
          before
            ? `${props.title}：${paperDifferences.lead(`${papers.issueNo(before.issueNo)}（${before.issuedOn}）`, props.next)}`
            : props.title
        }
        crumbs={[...props.crumbs, { label: paperDifferences.title }]}
      />
      <p className={props.audience === "internal" ? "note stop" : "note"}>
        {props.audience === "internal" ? paperDifferences.internal : paperDifferences.print}
      </p>
      <section className="panel">
        {before === null ? (
          <p className="panel-text quiet">{paperDifferences.noneBefore}</p>
        ) : (
          <>
            <h2>{paperDifferences.count(differences.length)}</h2>
            <LineDifferences differences={differences} />
          </>
        )}
      </section>
    </div>
  );
}

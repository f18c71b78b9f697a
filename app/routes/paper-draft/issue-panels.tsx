import { Form, Link } from "@remix-run/react";
import { Tag } from "~/components/badges";
import { ConfirmPanel } from "~/components/confirm-panel";
import { DataTable } from "~/components/data-table";
import { useLanguage, useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import { formatDay, formatMoment } from "~/messages/days";
import { DraftSettings } from "./draft-settings";
import type { DraftPage } from "./page.server";

type Typed = { printedNo: string; dateStyle: string; signature: string } | null;

/** 番号と日付の書き方. */
export function SettingsPanel(props: { page: DraftPage; problems: Problem[] | undefined; typed: Typed }) {
  const words = useWords();
  const { draft, template } = props.page;
  const typed = props.typed ?? draft;
  return (
    <details className="panel confirm" open={props.typed !== null}>
      <summary>{words.papers.settings}</summary>
      <Form method="post" className="confirm-body form anchor" id="settings" noValidate>
        <input type="hidden" name="intent" value="settings" />
        <input type="hidden" name="version" value={draft.version} />
        <DraftSettings
          printedNo={typed.printedNo}
          dateStyle={typed.dateStyle}
          problems={props.problems}
          hasNoNumber={!template.hasNumber}
          signature={{ chosen: typed.signature, ofTemplate: template.signature }}
          sheets={props.page.sheets}
        />
        <p>
          <button type="submit" className="button">
            {words.actions.save}
          </button>
        </p>
      </Form>
    </details>
  );
}

/** 発行: says what will be frozen, and which issue it replaces. */
export function IssuePanel({ page }: { page: DraftPage }) {
  const { papers } = useWords();
  const { issueFreezes } = papers;
  const last = page.issued[0];
  return (
    <ConfirmPanel
      anchor="issue"
      title={papers.issueTitle}
      what={papers.issueWhat}
      freezes={[
        { label: issueFreezes.issueNo, value: papers.issueNo((last?.issueNo ?? 0) + 1) },
        {
          label: issueFreezes.replaces,
          value: last ? papers.issueNo(last.issueNo) : issueFreezes.replacesNone,
        },
        { label: issueFreezes.bytes, value: issueFreezes.bytesValue },
        { label: issueFreezes.snapshot, value: issueFreezes.snapshotValue },
        { label: issueFreezes.template, value: page.template.ref },
        { label: papers.readers, value: papers.audience[page.template.audience] },
      ]}
      fields={{ intent: "issue" }}
      button={papers.issue}
      isPrimary
    />
  );
}

/** What else this paper needs to hold: a 覚書 for a contract in force, a neutral word on 印紙. Amounts are not ours. */
export function BesidesPanel({ page }: { page: DraftPage }) {
  const { papers } = useWords();
  if (page.isMemorandum) return <p className="note">{papers.stampReminder}</p>;
  if (!page.needsMemorandum) return null;
  return (
    <p className="note">
      {papers.proposeMemorandum}{" "}
      <Link to={`/papers/new?contract=${page.contract.id}&template=memorandum`}>
        {papers.draftMemorandum}
      </Link>
    </p>
  );
}

/** Every issue of this draft with its hash, newest first. */
export function IssuesPanel({ page }: { page: DraftPage }) {
  const words = useWords();
  const language = useLanguage();
  const { papers } = words;
  if (page.issued.length === 0) return <p className="note">{papers.noHistory}</p>;
  return (
    <section className="panel">
      <h2>{papers.history}</h2>
      <p className="panel-text">
        <Link to={`/papers/${page.draft.id}/difference`}>{words.paperDifferences.link}</Link>
      </p>
      <DataTable
        caption={papers.history}
        columns={[
          { name: "no", label: papers.issueFreezes.issueNo },
          { name: "issuedOn", label: papers.issuedOn },
          { name: "at", label: papers.issuedAt },
          { name: "by", label: papers.issuedBy },
          { name: "sha256", label: papers.sha256 },
          { name: "state", label: papers.state },
        ]}
        rows={page.issued.map((each, at) => ({
          id: each.id,
          to: `/issued/${each.id}`,
          cells: {
            no: papers.issueNo(each.issueNo),
            issuedOn: formatDay(each.issuedOn, language),
            at: <span className="num">{formatMoment(each.issuedAt)}</span>,
            by: each.issuedByName ?? words.history.bySystem,
            sha256: <code className="hash">{each.sha256}</code>,
            state: <Tag>{at === 0 ? papers.currentTag : papers.supersededTag}</Tag>,
          },
        }))}
      />
    </section>
  );
}

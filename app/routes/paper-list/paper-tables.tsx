import { Link } from "@remix-run/react";
import type { IssuedRow } from "#db/queries/issued-papers.server";
import type { listPaperDrafts } from "#db/queries/papers.server";
import { AudienceTag } from "~/components/audience-tag";
import { Tag } from "~/components/badges";
import { DataTable } from "~/components/data-table";
import { useLanguage, useWords } from "~/components/words";
import { dayInTokyo } from "~/domain/day";
import { formatDay } from "~/messages/days";

type DraftRow = Awaited<ReturnType<typeof listPaperDrafts>>["rows"][number];
type Titles = Readonly<Record<string, { title: string; audience: "contract" | "internal" }>>;

/** 別紙 in preparation. */
export function DraftTable({ rows, titles }: { rows: readonly DraftRow[]; titles: Titles }) {
  const words = useWords();
  const language = useLanguage();
  const { papers } = words;
  return (
    <DataTable
      caption={papers.drafts}
      columns={[
        { name: "title", label: papers.title },
        { name: "audience", label: papers.readers },
        { name: "contract", label: papers.contract },
        { name: "vendor", label: papers.vendor },
        { name: "createdAt", label: papers.createdAt },
        { name: "issues", label: papers.issues, isNumber: true },
        { name: "issuedOn", label: papers.lastIssued },
      ]}
      rows={rows.map((row) => {
        const template = titles[row.template];
        return {
          id: row.id,
          to: `/papers/${row.id}`,
          cells: {
            title: `${row.printedNo}　${template?.title ?? row.template}`.trim(),
            audience: template && <AudienceTag audience={template.audience} />,
            contract: (
              <Link to={`/contracts/${row.contractId}`}>{`${row.contractNumber} ${row.contractTitle}`}</Link>
            ),
            vendor: row.vendor,
            createdAt: <span className="num">{dayInTokyo(row.createdAt)}</span>,
            issues: row.issues,
            issuedOn: row.issuedOn ? formatDay(row.issuedOn, language) : words.forms.notGiven,
          },
        };
      })}
    />
  );
}

/** Issued papers; an older issue of the same draft stays and says so. */
export function IssuedTable({ rows }: { rows: readonly IssuedRow[] }) {
  const words = useWords();
  const language = useLanguage();
  const { papers } = words;
  return (
    <DataTable
      caption={papers.issued}
      columns={[
        { name: "title", label: papers.title },
        { name: "audience", label: papers.readers },
        { name: "contract", label: papers.contract },
        { name: "issuedOn", label: papers.issuedOn },
        { name: "by", label: papers.issuedBy },
        { name: "sha256", label: papers.sha256 },
        { name: "pdf", label: "PDF" },
      ]}
      rows={rows.map((row) => ({
        id: row.id,
        to: `/issued/${row.id}`,
        cells: {
          title: `${row.printedNo}　${row.title}　${papers.issueNo(row.issueNo)}`.trim(),
          audience: (
            <>
              <AudienceTag audience={row.audience} /> {row.supersededBy && <Tag>{papers.supersededTag}</Tag>}
            </>
          ),
          contract: (
            <Link to={`/contracts/${row.contractId}`}>{`${row.contractNumber} ${row.contractTitle}`}</Link>
          ),
          issuedOn: formatDay(row.issuedOn, language),
          by: row.issuedByName ?? words.history.bySystem,
          sha256: <span className="num">{row.sha256.slice(0, 12)}…</span>,
          pdf: <a href={`/issued/${row.id}/paper.pdf`}>{papers.openPdf}</a>,
        },
      }))}
    />
  );
}

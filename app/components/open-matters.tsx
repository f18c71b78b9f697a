import { Link } from "@remix-run/react";
import type { OpenMatter, OpenMatterKind } from "~/domain/renewal";
import { useWords } from "./words";

/** Where what is open is settled. */
export function matterPath(kind: OpenMatterKind, contractId: string): string {
  switch (kind) {
    case "gaps-undecided":
      return "/assessments";
    case "promises-overdue":
      return "/decisions";
    case "two-factor":
      return "/two-factor";
    case "disclosure-missing":
    case "disclosure-old":
      return "/disclosures";
    case "role-sheet-missing":
    case "role-sheet-old":
    case "role-sheet-review":
    case "roles-undecided":
      return `/role-sheets?contract=${contractId}`;
    case "servers-unclear":
    case "update-clause-missing":
      return `/contracts/${contractId}/servers`;
    case "subcontractor-unapproved":
      return `/contracts/${contractId}/subcontractors`;
    case "connection-unconfirmed":
      return "/connections";
  }
}

type Props = { contractId: string; matters: readonly OpenMatter[] };

/** それまでに決めること: what the records of a contract leave open before its notice day; nothing when nothing is. */
export function OpenMatters({ contractId, matters }: Props) {
  const { contractRecords: text } = useWords();
  if (matters.length === 0) return null;
  return (
    <div className="block">
      {text.renewalColumns.matters}：
      <OpenMatterList contractId={contractId} matters={matters} />
    </div>
  );
}

/** The same as lines, each with the way to where it is settled. */
export function OpenMatterList({ contractId, matters }: Props) {
  const { contractRecords: text } = useWords();
  return (
    <ul className="open-matters">
      {matters.map(({ kind, count }) => (
        <li key={kind}>
          <Link to={matterPath(kind, contractId)}>{text.matters[kind](count)}</Link>
        </li>
      ))}
    </ul>
  );
}

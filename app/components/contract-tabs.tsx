import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { ContractState } from "~/domain/contract";
import { ArchivedNote } from "./archived-note";
import { Tag } from "./badges";
import { PageHead } from "./page-head";
import { useWords } from "./words";

/** What stands above every page of one contract. */
export type ContractHeadFacts = {
  id: string;
  number: string;
  title: string;
  vendorName: string;
  state: ContractState;
  isArchived: boolean;
  /** Of the contract's row, for the button that brings it back. */
  version: number;
  mayRestore: boolean;
};

export const contractTabs = ["overview", "terms", "documents", "servers", "subcontractors"] as const;
export type ContractTab = (typeof contractTabs)[number];

/** Name, number and vendor of the contract, its state, and the way between its pages. */
export function ContractHeading(props: { head: ContractHeadFacts; tab: ContractTab; children?: ReactNode }) {
  const words = useWords();
  const { head } = props;
  return (
    <>
      <PageHead
        title={head.title}
        note={
          <>
            {head.number} <Tag>{words.contracts.states[head.state]}</Tag>
          </>
        }
        lead={head.vendorName}
        crumbs={[
          { to: "/contracts", label: words.nouns.contract.many },
          { to: `/contracts/${head.id}`, label: head.number },
          { label: words.contractRecords.tabs[props.tab] },
        ]}
      >
        {props.children}
      </PageHead>
      {head.isArchived && (
        <ArchivedNote
          sentence={words.contracts.archived}
          action={`/contracts/${head.id}/edit`}
          version={head.version}
          mayRestore={head.mayRestore}
        />
      )}
      <ContractTabs id={head.id} tab={props.tab} />
    </>
  );
}

export function ContractTabs({ id, tab }: { id: string; tab: ContractTab }) {
  const { contractRecords } = useWords();
  return (
    <nav className="tabs" aria-label={contractRecords.tabsLabel}>
      {contractTabs.map((each) => (
        <Link
          key={each}
          to={each === "overview" ? `/contracts/${id}` : `/contracts/${id}/${each}`}
          aria-current={each === tab ? "page" : undefined}
        >
          {contractRecords.tabs[each]}
        </Link>
      ))}
    </nav>
  );
}

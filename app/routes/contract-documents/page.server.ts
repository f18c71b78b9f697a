import { wordingsOfContracts } from "#db/queries/contract-clauses.server";
import { documentsOfContract } from "#db/queries/contract-documents.server";
import { readContract } from "~/contract-records.server";
import { clausesOn } from "~/domain/contract-clause";
import { BEGINNING, dayShown } from "~/domain/contract-terms";
import { dayInTokyo } from "~/domain/day";
import { wordsOf } from "~/messages/words";
import type { Visit } from "~/scope.server";

const AS_KNOWN_NOW = Number.MAX_SAFE_INTEGER;

/**
 * Documents and quoted clauses of a contract; which clauses stand today, and every other wording ever recorded.
 * @throws 404 when this hospital has no such contract
 */
export async function readDocumentsPage(visit: Visit, contractId: string) {
  const { head, shown } = await readContract(visit, contractId);
  const { ports, scope } = visit;
  const [documents, wordings] = [
    await documentsOfContract(ports.db, scope, contractId),
    await wordingsOfContracts(ports.db, scope, [contractId]),
  ];
  const standing = clausesOn(
    wordings,
    shown.terms,
    dayShown(shown.terms, head.today, AS_KNOWN_NOW),
    AS_KNOWN_NOW,
  );
  const ids = new Set(standing.map((each) => each.id));
  const text = wordsOf(visit.language).contractRecords;
  const superseded = new Set(shown.terms.map((each) => each.supersedes));
  return {
    head,
    documents: documents.map((each) => ({ ...each, filedOn: dayInTokyo(each.filedAt) })),
    clauses: standing,
    others: wordings.filter((each) => !ids.has(each.id)).toReversed(),
    revisions: shown.terms
      .filter((each) => !superseded.has(each.id))
      .map(({ id, origin, effectiveFrom, source }) => {
        const from = effectiveFrom === BEGINNING ? text.fromBeginning : effectiveFrom;
        const name = text.source(source.number, source.title);
        return { value: id, label: `${from} ${text.origins[origin]} ${name}`.trim() };
      }),
  };
}
export type DocumentsPage = Awaited<ReturnType<typeof readDocumentsPage>>;

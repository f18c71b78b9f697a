import { findWording, insertWording, wordingsOfContracts } from "#db/queries/contract-clauses.server";
import { findContractDocument } from "#db/queries/contract-documents.server";
import { revisionsOfTerms } from "#db/queries/contract-terms.server";
import { findContract } from "#db/queries/contracts.server";
import { type ClauseKind, clauseKinds } from "~/domain/contract-clause";
import { parseReason } from "~/domain/contract-form";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";
import { changeOf, type Entry, record } from "./record.server";

export type RawClause = {
  kind: string;
  number: string;
  quote: string;
  documentId: string;
  page: string;
  /** The terms it comes with. */
  revisionId: string;
};

const MAX_NUMBER = 100;
const MAX_QUOTE = 4000;
const MAX_PAGE = 10_000;

type Fields = {
  kind: ClauseKind;
  number: string;
  quote: string;
  documentId: string | null;
  page: number | null;
  revisionId: string;
};

/**
 * 条項を引用する: a clause of a document word for word, in force with the terms it comes with; with `key`, a new
 * wording of a clause that was quoted before. Problems: not-found, clause-page-outside, those of the fields.
 */
export async function quoteClause(
  ports: Ports,
  scope: Scope,
  input: { contractId: string; key: string | null; raw: RawClause },
): Promise<Result<{ clauseId: string; key: string }>> {
  const contract = await findContract(ports.db, scope, input.contractId);
  if (!contract) return failed(problem("not-found"));
  if (contract.archivedAt !== null) return failed(problem("record-archived"));
  const known = await wordingsOfContracts(ports.db, scope, [input.contractId]);
  if (input.key !== null && !known.some((each) => each.key === input.key))
    return failed(problem("not-found"));
  const parsed = parseClause(input.raw);
  if (!parsed.ok) return parsed;
  const fields = parsed.value;
  const key = input.key ?? ports.newId();
  const change = changeOf({}, { clauseKind: fields.kind, clauseNumber: fields.number, quote: fields.quote });
  const head = { verb: "quote-clause", noun: "contract", recordId: input.contractId, change };
  return record(ports, scope, "contract:write", head, (entry) =>
    keepWording(ports, scope, entry, {
      ...fields,
      contractId: input.contractId,
      key,
      supersedes: null,
      reason: "",
      isRepealed: false,
    }),
  );
}

/**
 * 引用を訂正する: puts right a wording, its place or the terms it comes with; the wrong one stays readable. With
 * `isRepealed`, says that the clause no longer stands from those terms on.
 */
export async function correctClause(
  ports: Ports,
  scope: Scope,
  input: { clauseId: string; reason: string; raw: RawClause; isRepealed: boolean },
): Promise<Result<{ clauseId: string; key: string }>> {
  const wrong = await findWording(ports.db, scope, input.clauseId);
  if (!wrong) return failed(problem("not-found"));
  const known = await wordingsOfContracts(ports.db, scope, [wrong.contractId]);
  if (known.some((each) => each.supersedes === wrong.id)) return failed(problem("revision-superseded"));
  const parsed = parseClause(input.raw);
  const reason = parseReason({ reason: input.reason });
  if (!parsed.ok || !reason.ok)
    return failed(...(parsed.ok ? [] : parsed.problems), ...(reason.ok ? [] : reason.problems));
  const fields = parsed.value;
  const { contractId, key } = wrong;
  const change = changeOf(
    { clauseKind: wrong.kind, clauseNumber: wrong.number, quote: wrong.quote },
    { clauseKind: fields.kind, clauseNumber: fields.number, quote: fields.quote, reason: reason.value },
  );
  const verb = input.isRepealed ? "repeal-clause" : "correct-clause";
  // A repeal is a wording of its own: before the terms it comes with, the clause still stands.
  const supersedes = input.isRepealed ? null : wrong.id;
  return record(
    ports,
    scope,
    "contract:write",
    { verb, noun: "contract", recordId: contractId, change },
    (entry) =>
      keepWording(ports, scope, entry, {
        ...fields,
        contractId,
        key,
        supersedes,
        reason: reason.value,
        isRepealed: input.isRepealed,
      }),
  );
}

type Kept = Fields & {
  contractId: string;
  key: string;
  supersedes: string | null;
  reason: string;
  isRepealed: boolean;
};

async function keepWording(ports: Ports, scope: Scope, { tx, seq, at }: Entry, kept: Kept) {
  const problems = await faultsOfPlace(tx, scope, kept);
  if (problems.length > 0) return failed(...problems);
  const id = ports.newId();
  await insertWording(tx, scope, {
    ...kept,
    id,
    recordedSeq: seq,
    recordedAt: at,
    recordedBy: scope.accountId,
  });
  return done({ clauseId: id, key: kept.key });
}

/** The document and the terms are this contract's own, and the page is one of the document. */
async function faultsOfPlace(tx: Entry["tx"], scope: Scope, kept: Kept): Promise<Problem[]> {
  const revisions = await revisionsOfTerms(tx, scope, kept.contractId);
  const isKnown = revisions.some((each) => each.id === kept.revisionId);
  const problems = isKnown ? [] : [problem("field-unknown-reference", {}, "revisionId")];
  if (kept.documentId === null)
    return kept.page === null ? problems : [...problems, problem("clause-page-without-document", {}, "page")];
  const document = await findContractDocument(tx, scope, kept.documentId);
  if (!document || document.contractId !== kept.contractId || document.withdrawnSeq !== null)
    return [...problems, problem("field-unknown-reference", {}, "documentId")];
  const { pageCount } = document;
  const isOutside = kept.page !== null && pageCount !== null && kept.page > pageCount;
  return isOutside
    ? [...problems, problem("clause-page-outside", { page: kept.page ?? 0, pages: pageCount }, "page")]
    : problems;
}

function parseClause(raw: RawClause): Result<Fields> {
  const problems: Problem[] = [];
  const kind = clauseKinds.find((each) => each === raw.kind);
  if (kind === undefined) problems.push(problem("field-required", {}, "kind"));
  const [number, quote] = [raw.number.trim(), raw.quote.trim()];
  if (number === "") problems.push(problem("field-required", {}, "number"));
  if (number.length > MAX_NUMBER) problems.push(problem("field-too-long", { max: MAX_NUMBER }, "number"));
  if (quote === "") problems.push(problem("field-required", {}, "quote"));
  if (quote.length > MAX_QUOTE) problems.push(problem("field-too-long", { max: MAX_QUOTE }, "quote"));
  const typed = raw.page.trim().normalize("NFKC");
  const page = typed === "" ? null : Number(typed);
  if (page !== null && !(Number.isInteger(page) && page >= 1 && page <= MAX_PAGE))
    problems.push(problem("field-not-a-number", { min: 1, max: MAX_PAGE }, "page"));
  if (kind === undefined || problems.length > 0) return failed(...problems);
  return done({ kind, number, quote, documentId: raw.documentId || null, page, revisionId: raw.revisionId });
}

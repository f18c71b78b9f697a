import { systemsInUse } from "#db/queries/clash-sources.server";
import { wordingsOfHospital } from "#db/queries/contract-clauses.server";
import { revisionsOfEverySheet, rowsOfRevisions, termsOfEveryContract } from "#db/queries/coverage.server";
import { currentDisclosuresOf } from "#db/queries/disclosures.server";
import type { Catalogues } from "~/catalogues.server";
import { type ClauseMention, clauseMentions } from "~/domain/clause-mentions";
import { clausesOn } from "~/domain/contract-clause";
import { dayInTokyo } from "~/domain/day";
import { editionEffectsOf } from "~/domain/edition-effect";
import type { Guideline } from "~/domain/guideline";
import { done, failed, problem } from "~/domain/problem";
import { catalogueRef } from "~/domain/provenance";
import type { Scope } from "~/domain/scope";
import { assessMany } from "./assess-many.server";
import { cataloguesOf } from "./catalogues.server";
import { termsInForce } from "./contracts-in-force.server";
import { heldOn } from "./coverage.server";
import type { Ports } from "./ports.server";

const NOW = Number.MAX_SAFE_INTEGER;

/** A line of a contract or of an agreed role sheet that quotes clauses of a guideline. */
export type QuotingLine = {
  kind: "contract-clause" | "role-row";
  contractId: string;
  contract: string;
  /** Sheet the row belongs to; null for a clause of the contract. */
  roleSheetId: string | null;
  place: string;
  text: string;
  mentions: ClauseMention[];
};

/**
 * 版の移行の影響: what the current disclosures say on a newer edition beside an older one, and the lines of
 * contracts in force that quote a clause the newer edition is not known to hold. Only published mappings, printed
 * clauses and lists of moves speak; where none does, the answer is 「わからない」. Nine queries, whatever the size.
 * @param input.from, input.to `id@version`; null = the edition that another replaced, and the one that replaced it
 * @returns Problems: edition-pair-missing (no edition replaces another, or the two are one), catalogue-unknown
 */
export async function showEditionEffects(
  ports: Ports,
  scope: Scope,
  input: { from: string | null; to: string | null },
) {
  const catalogues = await cataloguesOf(ports, scope);
  const pair = editionPair(catalogues, input);
  if (!pair.ok) return pair;
  const { from, to } = pair.value;
  const [older, newer] = [catalogueRef(from.head), catalogueRef(to.head)];
  const systems = await systemsInUse(ports.db, scope);
  const versions = [...new Set(systems.map((each) => each.productVersionId))];
  const disclosures = await currentDisclosuresOf(ports.db, scope, versions);
  const assessed = await assessMany(ports, scope, catalogues, disclosures, [older, newer]);
  const answers = disclosures.flatMap((disclosure) => {
    const own = assessed.get(disclosure.id);
    const [before, after] = [own?.get(older), own?.get(newer)];
    if (!before || !after) return [];
    const { id, form, product, productVersion, vendor } = disclosure;
    const names = systems.filter((each) => each.productVersionId === disclosure.productVersionId);
    return [
      {
        disclosure: { id, form, product: `${product} ${productVersion}`, vendor },
        systems: names.map((each) => each.name),
        effects: editionEffectsOf(before, after),
      },
    ];
  });
  const lines = await quotingLines(ports, scope, { ref: newer, guideline: to });
  return done({
    from: headOf(from),
    to: headOf(to),
    editions: [...catalogues.guidelines.values()].map(headOf),
    answers,
    lines,
  });
}

function editionPair(catalogues: Catalogues, input: { from: string | null; to: string | null }) {
  const editions = [...catalogues.guidelines.values()];
  const unknown = [input.from, input.to].find((ref) => ref !== null && !catalogues.guideline(ref));
  if (unknown) return failed(problem("catalogue-unknown", { ref: unknown }));
  const replaced = editions.find(({ head }) => head.replacedBy !== null);
  const from =
    input.from === null ? replaced : editions.find((each) => catalogueRef(each.head) === input.from);
  const successor = editions.find(
    ({ head }) => head.id === from?.head.id && head.version === from.head.replacedBy?.version,
  );
  const to = input.to === null ? successor : editions.find((each) => catalogueRef(each.head) === input.to);
  if (!from || !to || from === to) return failed(problem("edition-pair-missing"));
  return done({ from, to });
}

const headOf = ({ head, isTotalUnknown, requirements }: Guideline) => ({
  ref: catalogueRef(head),
  title: head.title,
  version: head.version,
  notice: head.notice,
  isTotalUnknown,
  items: requirements.length,
});

/** Clauses quoted from contracts in force, and rows of the role sheets in force, that name a clause. */
async function quotingLines(
  ports: Ports,
  scope: Scope,
  edition: { ref: string; guideline: Guideline },
): Promise<QuotingLine[]> {
  const day = dayInTokyo(ports.now());
  const [terms, heads, wordings] = await Promise.all([
    termsOfEveryContract(ports.db, scope),
    revisionsOfEverySheet(ports.db, scope),
    wordingsOfHospital(ports.db, scope),
  ]);
  const inForce = new Map(termsInForce(terms, day).map((each) => [each.contractId, each]));
  const held = heldOn(heads, day, new Set(inForce.keys()));
  const rows = await rowsOfRevisions(
    ports.db,
    scope,
    held.map((each) => each.id),
  );
  const moves = ports.catalogues.clauseMoves;
  const lineOf = (line: Omit<QuotingLine, "mentions" | "contract">): QuotingLine[] => {
    const contract = inForce.get(line.contractId);
    const mentions = clauseMentions(line.text, edition, moves);
    if (!contract || mentions.length === 0) return [];
    return [{ ...line, contract: `${contract.number} ${contract.title}`, mentions }];
  };
  return [
    ...[...inForce.keys()].flatMap((contractId) =>
      clausesOn(
        wordings.filter((each) => each.contractId === contractId),
        terms.filter((each) => each.contractId === contractId),
        day,
        NOW,
      ).flatMap(({ number, quote }) =>
        lineOf({ kind: "contract-clause", contractId, roleSheetId: null, place: number, text: quote }),
      ),
    ),
    ...held.flatMap((head) =>
      (rows.get(head.id) ?? []).flatMap((row) =>
        lineOf({
          kind: "role-row",
          contractId: head.contractId,
          roleSheetId: head.roleSheetId,
          place: `${head.title} ${row.no} ${row.label}`,
          text: [row.clause, row.what, row.remark].filter((each) => each !== "").join("　"),
        }),
      ),
    ),
  ];
}

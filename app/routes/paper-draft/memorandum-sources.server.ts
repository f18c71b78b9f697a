import { papersOfContract } from "#db/queries/papers.server";
import { revisionsOfContract } from "#db/queries/role-sheets.server";
import { changesOfPaper, type RecordedChange } from "~/domain/memorandum-change";
import { differencesOfRevisions } from "~/domain/role-sheet-difference";
import { refuse } from "~/http.server";
import { formatDay } from "~/messages/days";
import { wordsOf } from "~/messages/words";
import { readTermsPage } from "~/routes/contract-terms/page.server";
import { termText } from "~/routes/contract-terms/terms-words";
import { comparedRows } from "~/routes/role-sheet-compare/compare.server";
import type { Visit } from "~/scope.server";
import { differencesOfDraft } from "~/use-cases/paper-differences.server";

// why always Japanese: what is entered is printed on a contract paper.
const words = wordsOf("ja");
const { changesSources, changesWords } = words.papers;

export type MemorandumSource = {
  /** `terms:<revision>`, `paper:<draft>`, `sheet:<sheet>`. */
  key: string;
  kind: "terms" | "paper" | "sheet";
  from: string;
  name: string;
};

/**
 * Records of a contract that hold changes: amendments that still count, annexes issued at least once, role sheets agreed
 * at least twice. A constant number of queries; whether an annex changed is asked when it is chosen.
 */
export async function sourcesOfMemorandum(visit: Visit, contractId: string): Promise<MemorandumSource[]> {
  const { ports, scope } = visit;
  const [terms, papers, revisions] = [
    await readTermsPage(visit, contractId),
    await papersOfContract(ports.db, scope, contractId),
    await revisionsOfContract(ports.db, scope, contractId),
  ];
  const amended = terms.lines.filter(
    (each) => !each.isSuperseded && each.before !== null && each.changed.length > 0,
  );
  const newest = [...new Map([...papers].reverse().map((each) => [each.draftId, each])).values()];
  const sheets = [...new Map(revisions.map((each) => [each.roleSheetId, each])).values()].filter(
    (each) => each.revisionNo > 1,
  );
  return [
    ...amended.map(
      ({ id, effectiveFrom, source }): MemorandumSource => ({
        key: `terms:${id}`,
        kind: "terms",
        from: effectiveFrom,
        name: `${source.number} ${source.title}`.trim(),
      }),
    ),
    ...newest
      .filter((each) => each.audience === "contract" && !each.template.startsWith("memorandum@"))
      .map(
        ({ draftId, printedNo, title }): MemorandumSource => ({
          key: `paper:${draftId}`,
          kind: "paper",
          from: "",
          name: `${printedNo} ${title}`.trim(),
        }),
      ),
    ...sheets.map(
      ({ roleSheetId, title }): MemorandumSource => ({
        key: `sheet:${roleSheetId}`,
        kind: "sheet",
        from: "",
        name: title,
      }),
    ),
  ];
}

/** What the chosen record changed, in the words of contract papers. Empty for a record this contract does not have. */
export async function changesOfSource(
  visit: Visit,
  contractId: string,
  key: string,
): Promise<RecordedChange[]> {
  const source = (await sourcesOfMemorandum(visit, contractId)).find((each) => each.key === key);
  if (!source) return [];
  const id = key.slice(key.indexOf(":") + 1);
  switch (source.kind) {
    case "terms":
      return changesOfTerms(visit, contractId, id);
    case "paper": {
      const found = await differencesOfDraft(visit.ports, visit.scope, { draftId: id });
      if (!found.ok) throw refuse(found.problems);
      return changesOfPaper(found.value.differences, source.name, changesWords);
    }
    case "sheet":
      return changesOfSheet(visit, contractId, id);
  }
}

async function changesOfTerms(visit: Visit, contractId: string, id: string): Promise<RecordedChange[]> {
  const { lines, names } = await readTermsPage(visit, contractId);
  const line = lines.find((each) => each.id === id);
  const before = line?.before;
  if (!line || !before) return [];
  return line.changed.map((field) => ({
    place: words.contractRecords.terms[field],
    before: termText(words, "ja", names, before, field),
    after: termText(words, "ja", names, line.terms, field),
  }));
}

async function changesOfSheet(visit: Visit, contractId: string, id: string): Promise<RecordedChange[]> {
  const { ports, scope } = visit;
  const revisions = (await revisionsOfContract(ports.db, scope, contractId))
    .filter((each) => each.roleSheetId === id)
    .sort((a, b) => a.revisionNo - b.revisionNo);
  const [old, next] = revisions.slice(-2);
  if (!old || !next) return [];
  const { held } = await readTermsPage(visit, contractId);
  const labels = { hospitalLabel: held?.hospitalLabel ?? "", vendorLabel: held?.vendorLabel ?? "" };
  return comparedRows(words, labels, differencesOfRevisions(old.rows, next.rows)).flatMap(
    ({ no, label, kind, fields }) => {
      const place = `${next.title}　${no} ${label}`.trim();
      if (fields.length === 0)
        return kind === "same" ? [] : [{ place, before: "", after: words.roleCompare.kinds[kind] }];
      return fields.map((each) => ({
        place: `${place}（${each.field}）`,
        before: each.old,
        after: each.next,
      }));
    },
  );
}

/** The label of a source in a list to choose from. */
export function sourceLabel({ kind, from, name }: MemorandumSource): string {
  return kind === "terms" ? changesSources.terms(formatDay(from, "ja"), name) : changesSources[kind](name);
}

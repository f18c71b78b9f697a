import type { Catalogues } from "~/catalogues.server";
import type { Catalogue } from "~/domain/any-catalogue";
import { clauseText } from "~/domain/guideline";
import type { ItemSet } from "~/domain/item-set";
import { type NumberedItem, type PastedNumbers, resolvePasted } from "~/domain/pasted-numbers";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import { catalogueRef } from "~/domain/provenance";
import type { Scope } from "~/domain/scope";
import { cataloguesOf } from "./catalogues.server";
import { keepCatalogue } from "./keep-catalogue.server";
import type { Ports } from "./ports.server";
import { record } from "./record.server";

/** Rows of a catalogue as a pasted number may mean them; empty for kinds that hold no items. */
export function numberedItems(catalogue: Catalogue): NumberedItem[] {
  switch (catalogue.kind) {
    case "questionnaire":
      return catalogue.questions.map(({ key, no, question }) => ({ key, no, text: question }));
    case "checklist":
      return catalogue.items.map(({ key, no, item }) => ({ key, no, text: item }));
    case "role-sheet":
      return catalogue.items.map(({ key, no, label }) => ({ key, no: no ?? "", text: label }));
    case "guideline":
      return catalogue.requirements.map((each) => ({
        key: each.key,
        no: clauseText(each),
        text: each.summary,
      }));
    default:
      return [];
  }
}

/** Catalogues a subset can be taken from. */
export function cataloguesWithItems(catalogues: Catalogues): Catalogue[] {
  return catalogues.all.filter((each) => numberedItems(each).length > 0);
}

export type PastedSet = {
  /** `id@version` of the catalogue. */
  of: string;
  pasted: string;
  /** For an ambiguous token, the keys the person chose. */
  choices: Readonly<Record<string, readonly string[]>>;
};

export type ResolvedSet = PastedNumbers & {
  catalogue: Catalogue;
  /** The items of the set in the catalogue's order, each once. */
  items: NumberedItem[];
  /** Tokens still without exactly one meaning: unknown ones, and ambiguous ones nobody chose for. */
  openCount: number;
};

/** 番号を確かめる: what each pasted number means. Problems: catalogue-unknown, field-too-long. */
export async function resolveItemSet(
  ports: Ports,
  scope: Scope,
  input: PastedSet,
): Promise<Result<ResolvedSet>> {
  const catalogues = await cataloguesOf(ports, scope);
  const catalogue = cataloguesWithItems(catalogues).find((each) => catalogueRef(each.head) === input.of);
  if (!catalogue) return failed(problem("catalogue-unknown", { ref: input.of }, "of"));
  if (input.pasted.length > 20_000) return failed(problem("field-too-long", { max: 20_000 }, "pasted"));
  const all = numberedItems(catalogue);
  const found = resolvePasted(input.pasted, all);
  const chosen = found.ambiguous.map(({ token, items }) =>
    items.filter((each) => input.choices[token]?.includes(each.key)),
  );
  const keys = new Set([
    ...found.resolved.flatMap((each) => each.items.map((item) => item.key)),
    ...chosen.flat().map((item) => item.key),
  ]);
  const openCount = found.unknown.length + chosen.filter((each) => each.length === 0).length;
  return done({ ...found, catalogue, items: all.filter((each) => keys.has(each.key)), openCount });
}

/**
 * 項目の組をつくる: freezes a subset of one catalogue. Every pasted number must mean its items; an unknown one
 * is corrected or taken out, never dropped silently. Problems: item-set-empty, item-set-unresolved,
 * field-required, catalogue-version-unfit, catalogue-ref-taken.
 */
export async function defineItemSet(
  ports: Ports,
  scope: Scope,
  input: PastedSet & { id: string; version: string; title: string; note: string },
): Promise<Result<{ ref: string }>> {
  const resolved = await resolveItemSet(ports, scope, input);
  if (!resolved.ok) return resolved;
  const { items, openCount, catalogue } = resolved.value;
  const problems = headProblems(input);
  if (openCount > 0) problems.push(problem("item-set-unresolved", { count: openCount }, "pasted"));
  else if (items.length === 0) problems.push(problem("item-set-empty", {}, "pasted"));
  if (problems.length > 0) return failed(...problems);
  const set: ItemSet = {
    kind: "item-set",
    head: {
      id: input.id.trim(),
      version: input.version.trim(),
      title: input.title.trim(),
      issuer: catalogue.head.issuer,
      issuedOn: null,
      source: input.note.trim() === "" ? catalogueRef(catalogue.head) : input.note.trim(),
      licence: catalogue.head.licence,
      notice: "",
      replacedBy: null,
    },
    of: input.of,
    items: items.map(({ no, key }) => ({ no, key })),
    note: input.note.trim(),
  };
  const ref = catalogueRef(set.head);
  const change = { items: [null, items.length] satisfies [unknown, unknown] };
  const head = { verb: "publish", noun: "catalogue", recordId: ref, change };
  return record(ports, scope, "catalogue:write", head, async (entry) => {
    const kept = await keepCatalogue(ports, scope, entry, set, { originalFileId: null, sha256: null });
    return kept.ok ? done({ ref: kept.value.ref }) : kept;
  });
}

function headProblems(input: { id: string; version: string; title: string; note: string }): Problem[] {
  const problems: Problem[] = [];
  for (const field of ["title", "id", "version"] as const) {
    if (input[field].trim() === "") problems.push(problem("field-required", {}, field));
    else if (input[field].length > 200) problems.push(problem("field-too-long", { max: 200 }, field));
  }
  if (input.note.length > 1000) problems.push(problem("field-too-long", { max: 1000 }, "note"));
  if (input.id.trim() !== "" && !/^[a-z0-9][a-z0-9-]{0,40}$/.test(input.id.trim())) {
    problems.push(problem("catalogue-version-unfit", {}, "id"));
  }
  if (input.version.trim() !== "" && !/^[0-9A-Za-z][0-9A-Za-z._-]{0,20}$/.test(input.version.trim())) {
    problems.push(problem("catalogue-version-unfit", {}, "version"));
  }
  return problems;
}

import { registerLists } from "#db/queries/register-lists";
import {
  choicesOf,
  findRecord,
  type ListPage,
  listRecords,
  nameOfRecord,
  type RegisterRecord,
} from "#db/queries/registers.server";
import type { Crumb } from "~/components/page-head";
import type { FormChoice } from "~/components/register-form";
import { dayInTokyo } from "~/domain/day";
import { type ListState, PAGE_SIZE, parseListState } from "~/domain/list-query";
import { problem } from "~/domain/problem";
import { fieldsOf, type RegisterNoun } from "~/domain/register";
import { readHistory } from "~/history.server";
import { refuse } from "~/http.server";
import { wordsOf } from "~/messages/words";
import { listPath, nounOfPath, recordPath, registerChildren, registerParents } from "~/register-paths";
import type { Visit } from "~/scope.server";

/** The register whose pages an address shows. @throws 404 when it is none */
export function nounOfRequest(request: Request): RegisterNoun {
  const noun = nounOfPath(new URL(request.url).pathname);
  if (noun === null) throw refuse([problem("not-found")]);
  return noun;
}

/** Columns of a register's list: their names and whether they hold numbers. */
export function columnsOf(noun: RegisterNoun): { name: string; isNumber: boolean }[] {
  return Object.entries(registerLists[noun].columns).map(([name, column]) => ({
    name,
    isNumber: column.isNumber === true,
  }));
}

/** The state of a register's list in an address. */
export function listStateOf(noun: RegisterNoun, params: URLSearchParams): ListState {
  return parseListState(params, registerLists[noun]);
}

/** One page of a register as the address asks for it. */
export function readList(visit: Visit, noun: RegisterNoun, state: ListState, pageSize = PAGE_SIZE) {
  const today = dayInTokyo(visit.ports.now());
  return listRecords(visit.ports.db, visit.scope, noun, { ...state, parentId: null, pageSize, today });
}

export type ChildList = ListPage & {
  noun: RegisterNoun;
  /** Field of a new row that gets this record. */
  field: string;
  columns: { name: string; isNumber: boolean }[];
};

/** The lists inside a record's page: first 50 rows of each. */
export async function readChildren(visit: Visit, noun: RegisterNoun, id: string): Promise<ChildList[]> {
  const lists: ChildList[] = [];
  for (const child of registerChildren[noun]) {
    const state = listStateOf(child.noun, new URLSearchParams());
    const today = dayInTokyo(visit.ports.now());
    const query = { ...state, parentId: id, pageSize: PAGE_SIZE, today };
    const page = await listRecords(visit.ports.db, visit.scope, child.noun, query);
    lists.push({ ...child, ...page, columns: columnsOf(child.noun) });
  }
  return lists;
}

export type Reference = { to: string; name: string };

/** Names and addresses of the records that a record refers to, by field. */
export async function readReferences(
  visit: Visit,
  noun: RegisterNoun,
  record: RegisterRecord,
): Promise<Record<string, Reference>> {
  const references: Record<string, Reference> = {};
  for (const [field, spec] of Object.entries(fieldsOf(noun))) {
    const id = record.values[field];
    if (spec.kind !== "reference" || typeof id !== "string") continue;
    const name = await nameOfRecord(visit.ports.db, visit.scope, spec.noun, id);
    if (name !== null) references[field] = { to: recordPath(spec.noun, id), name };
  }
  return references;
}

/** Everything a record's page shows. */
export async function readRecordPage(visit: Visit, noun: RegisterNoun, record: RegisterRecord) {
  return {
    noun,
    record,
    title: titleOf(record),
    crumbs: await crumbsOf(visit, noun, record),
    references: await readReferences(visit, noun, record),
    children: await readChildren(visit, noun, record.id),
    history: await readHistory(visit.ports.db, visit.scope, noun, record.id),
  };
}

/** The record's own name: what its list shows in the first column. */
export function titleOf(record: Pick<RegisterRecord, "values">): string {
  const { name, title, label } = record.values;
  return String(name ?? title ?? label ?? "");
}

/** The way to a record: its register, the record it belongs to, itself (without a link). */
export async function crumbsOf(
  visit: Visit,
  noun: RegisterNoun,
  record: Pick<RegisterRecord, "values"> | null,
): Promise<Crumb[]> {
  const words = wordsOf(visit.language);
  const parent = registerParents[noun];
  const parentId = parent ? record?.values[parent.field] : undefined;
  const found =
    parent && typeof parentId === "string"
      ? await findRecord(visit.ports.db, visit.scope, parent.noun, parentId)
      : null;
  if (!parent || !found) return [{ to: listPath(noun), label: words.nouns[noun].many }];
  const way = await crumbsOf(visit, parent.noun, found);
  return [...way, { to: recordPath(parent.noun, found.id), label: titleOf(found) }];
}

/** Records offered by the reference fields of a form, by field name. */
export async function readChoices(visit: Visit, noun: RegisterNoun): Promise<Record<string, FormChoice[]>> {
  const choices: Record<string, FormChoice[]> = {};
  for (const [field, spec] of Object.entries(fieldsOf(noun))) {
    if (spec.kind === "reference") choices[field] = await choicesOf(visit.ports.db, visit.scope, spec.noun);
  }
  return choices;
}

/** Where a saved record is seen: on the page of the record it belongs to, when it has no life of its own. */
export function placeAfter(
  noun: RegisterNoun,
  id: string,
  raw: Readonly<Record<string, string | string[]>>,
): `/${string}` {
  const parent = registerParents[noun];
  const parentId = parent && raw[parent.field];
  const hasOwnPage = noun === "product" || !parent || typeof parentId !== "string";
  return hasOwnPage ? recordPath(noun, id) : recordPath(parent.noun, parentId);
}

import { type Problem, problem } from "./problem.ts";
import { type RegisterNoun, registerNouns } from "./register.ts";
import { importParents, keyFields, SAME_AS_SYSTEM } from "./register-import.ts";
import {
  type Entity,
  isOpenChain,
  type NameBook,
  pathOf,
  plainName,
  vendorOf,
} from "./register-import-names.ts";
import type { ReadRow } from "./register-import-row.ts";

/** One name of the table that may mean something that is there already, or another name of the table. */
export type Question = {
  key: string;
  noun: RegisterNoun;
  name: string;
  /** What it would belong to, as people read it. */
  within: string;
  rows: number[];
  candidates: { answer: string; name: string; within: string; isKnown: boolean; row: number }[];
  /** False when it must be one of the candidates: the row says too little to make a new one. */
  mayBeNew: boolean;
  answer: string | null;
};

export type Placing = {
  book: NameBook;
  defaults: Readonly<Record<string, string>>;
  answers: Readonly<Record<string, string>>;
  questions: Map<string, Question>;
};

export type PlacedRow = { uses: Entity[]; asks: boolean; problems: Problem[] };
type Work = Placing & { row: ReadRow; placed: Map<RegisterNoun, Entity>; asks: boolean; problems: Problem[] };

/** Finds or makes what one row speaks of: for each register the row has values of, the record they mean. */
export function placeRow(placing: Placing, row: ReadRow): PlacedRow {
  const work: Work = { ...placing, row, placed: new Map(), asks: false, problems: [] };
  for (const noun of registerNouns) {
    if (row.given[noun] && !work.placed.has(noun)) place(work, noun);
  }
  if (work.problems.length === 0) {
    for (const [noun, entity] of work.placed) keepGiven(entity, row.given[noun], row.row);
  }
  return { uses: [...work.placed.values()], asks: work.asks, problems: work.problems };
}

/** The first value of each field counts; later ones are compared with it. */
function keepGiven(entity: Entity, given: Record<string, string | string[]> | undefined, row: number): void {
  if (entity.known !== null) return;
  for (const [field, value] of Object.entries(given ?? {})) {
    if (!entity.given.has(field)) entity.given.set(field, { value, row });
  }
}

function place(work: Work, noun: RegisterNoun): Entity | null {
  const there = work.placed.get(noun);
  if (there) return there;
  const name = nameOf(work, noun);
  if (name === "") return fail(work, "field-required", `${noun}.${keyFields[noun]}`);
  const entity = isPlaceGiven(work, noun) ? within(work, noun, name) : byNameOnly(work, noun, name);
  if (entity === null) return null;
  if (entity.known?.isArchived) return fail(work, "record-archived", `${noun}.${keyFields[noun]}`);
  work.placed.set(noun, entity);
  work.asks ||= isOpenChain(entity);
  return entity;
}

function fail(work: Work, code: "field-required" | "record-archived", at: string): null {
  if (!work.problems.some((each) => each.at === at)) work.problems.push(problem(code, {}, at));
  return null;
}

/** The name a row gives, or the one chosen for all rows without. */
function nameOf(work: Work, noun: RegisterNoun): string {
  const given = work.row.given[noun]?.[keyFields[noun]];
  if (typeof given === "string" && given !== "") return given;
  const fallback = work.defaults[`${noun}.${keyFields[noun]}`] ?? "";
  return fallback === SAME_AS_SYSTEM ? nameOf(work, "system") : fallback;
}

/** True when the row itself says what a record of this register belongs to (a system: product or version). */
function isPlaceGiven(work: Work, noun: RegisterNoun): boolean {
  if (noun === "vendor") return true;
  if (noun === "contract") return false;
  const above = importParents[noun]?.noun;
  if (!above) return true;
  const { given } = work.row;
  // why: a version's label means nothing without its product, and a name chosen for all rows finds no record.
  if (noun === "productVersion" || !given[noun]?.[keyFields[noun]]) return true;
  if (noun === "system") return Boolean(given.productVersion || given.product || given.vendor);
  return Boolean(given[above]);
}

/** A name within what it belongs to. Systems are looked for in the whole hospital: one name twice is asked. */
function within(work: Work, noun: RegisterNoun, name: string): Entity | null {
  const ofVendor = noun === "system" ? systemOfVendor(work, name) : null;
  if (ofVendor) return ofVendor;
  const above = importParents[noun]?.noun;
  const parent = above ? place(work, above) : null;
  if (above && parent === null) return null;
  const here = work.book.namedWithin(noun, parent, name);
  const [only] = here;
  if (only && here.length === 1) return only;
  const near = work.book.alike(noun, name).filter((each) => noun === "system" || each.parent === parent);
  const everywhere = noun === "system" ? [...work.book.named(noun, name), ...near] : near;
  const candidates = here.length > 1 ? here : everywhere;
  return decide(work, { noun, name, parent, candidates, mayBeNew: here.length === 0 });
}

/** A row that names the vendor but no product: the one system of that name that this vendor supplies. */
function systemOfVendor(work: Work, name: string): Entity | null {
  const { given } = work.row;
  if (given.product || given.productVersion || !given.vendor) return null;
  const vendor = place(work, "vendor");
  const own = work.book.named("system", name).filter((each) => vendorOf(each) === vendor);
  return own.length === 1 ? (own[0] ?? null) : null;
}

/** A name whose place the row does not say: the one record of that name, else the place the defaults make. */
function byNameOnly(work: Work, noun: RegisterNoun, name: string): Entity | null {
  const named = work.book.named(noun, name);
  const [only] = named;
  if (only && named.length === 1) return only;
  if (named.length > 1) return decide(work, { noun, name, parent: null, candidates: named, mayBeNew: false });
  const above = importParents[noun]?.noun;
  const parent = above ? place(work, above) : null;
  if (above && parent === null) return null;
  const near = work.book.alike(noun, name).filter((each) => noun === "system" || each.parent === parent);
  return decide(work, { noun, name, parent, candidates: near, mayBeNew: true });
}

type Choice = {
  noun: RegisterNoun;
  name: string;
  parent: Entity | null;
  candidates: Entity[];
  mayBeNew: boolean;
};

/** A new record, or what a person answered; a question while nobody did. */
function decide(work: Work, choice: Choice): Entity {
  const path = pathOf(choice.noun, choice.parent, choice.name);
  if (choice.candidates.length === 0) return makeEntity(work, choice, path);
  const question = ask(work, choice, path);
  if (question.answer === "new") return makeEntity(work, choice, path);
  const chosen = question.answer === null ? null : answered(work, question.answer);
  if (chosen !== null && chosen.noun === choice.noun) return chosen;
  question.answer = null;
  return provisional(work, choice, path);
}

function answered(work: Work, answer: string): Entity | null {
  if (answer.startsWith("id:")) return work.book.byId(answer.slice(3));
  return answer.startsWith("key:") ? work.book.byPath(answer.slice(4)) : null;
}

function ask(work: Work, choice: Choice, key: string): Question {
  const before = work.questions.get(key);
  if (before) {
    before.rows.push(work.row.row);
    return before;
  }
  const answer = work.answers[key] ?? null;
  const question: Question = {
    key,
    noun: choice.noun,
    name: choice.name,
    within: withinText(choice.parent),
    rows: [work.row.row],
    candidates: choice.candidates.map((each) => ({
      answer: each.known ? `id:${each.known.id}` : `key:${each.path}`,
      name: each.name,
      within: withinText(each.parent),
      isKnown: each.known !== null,
      row: each.row,
    })),
    mayBeNew: choice.mayBeNew,
    answer: answer === "new" && !choice.mayBeNew ? null : answer,
  };
  work.questions.set(key, question);
  return question;
}

/** 「つむぎ / カルテ 8.2」: names from the top, for people. */
function withinText(parent: Entity | null): string {
  return parent === null
    ? ""
    : [withinText(parent.parent), parent.name].filter((each) => each !== "").join(" / ");
}

/** Made once; the next row with the same name finds it. */
function makeEntity(work: Work, choice: Choice, path: string): Entity {
  const { noun, name, parent } = choice;
  const entity: Entity = { noun, name, path, parent, known: null, row: work.row.row, given: new Map() };
  work.book.add(entity);
  return entity;
}

/** Stands in while nobody answered, so that the rest of the row can be looked at; it enters no book. */
function provisional(work: Work, choice: Choice, path: string): Entity {
  const { noun, parent } = choice;
  return {
    noun,
    name: plainName(choice.name),
    path,
    parent,
    known: null,
    row: work.row.row,
    given: new Map(),
    isOpen: true,
  };
}

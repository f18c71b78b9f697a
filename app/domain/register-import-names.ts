import type { RegisterNoun, RegisterValues } from "./register.ts";
import { importParents, keyFields } from "./register-import.ts";
import { cutsNumber, nameEssence } from "./similar-name.ts";

/** A record that is there already. */
export type KnownRecord = {
  id: string;
  noun: RegisterNoun;
  values: RegisterValues;
  isArchived: boolean;
};

/** What the registers hold when an import is planned. */
export type KnownRegisters = {
  records: readonly KnownRecord[];
  /** `contract id` + space + `system id` of every covered system. */
  covered: ReadonlySet<string>;
  /** Ids of records that this batch made before (a run that was stopped and goes on). */
  own: ReadonlySet<string>;
};

/** A record the table speaks of: known, or to be made. */
export type Entity = {
  noun: RegisterNoun;
  name: string;
  /** Names from the top, so that a question keeps its key whether a parent is known or new. */
  path: string;
  parent: Entity | null;
  known: KnownRecord | null;
  /** First row that speaks of it. */
  row: number;
  /** Raw values of a new one: field → value and the row that gave it first. */
  given: Map<string, { value: string | string[]; row: number }>;
  /** A person has to say what its name means. */
  isOpen?: true;
};

/** Names are the same when they are equal after NFKC, with spaces at the ends and doubled ones taken away. */
export function plainName(name: string): string {
  return name.normalize("NFKC").replace(/\s+/g, " ").trim();
}

export function pathOf(noun: RegisterNoun, parent: Entity | null, name: string): string {
  // why: a contract's number is unique in the hospital, whoever the vendor is.
  const above = parent === null || noun === "contract" ? "" : `${parent.path}>`;
  return `${above}${noun}|${plainName(name)}`;
}

/** True when a question is open about the record or about anything it belongs to. */
export function isOpenChain(entity: Entity | null): boolean {
  return entity !== null && (entity.isOpen === true || isOpenChain(entity.parent));
}

/** The vendor a record belongs to in the end. */
export function vendorOf(entity: Entity): Entity | null {
  return entity.noun === "vendor" ? entity : entity.parent === null ? null : vendorOf(entity.parent);
}

/** Registers whose names are asked about when they are only alike; for a server only equal spelling counts. */
const asked: Readonly<Partial<Record<RegisterNoun, "similar" | "essence">>> = {
  vendor: "similar",
  product: "similar",
  system: "similar",
  vendorContact: "similar",
  server: "essence",
};

const MIN_PREFIX = 3;

/**
 * Entities found by name. Answers the same as `isSimilarName` on every pair, but by looking up essences and
 * their beginnings, so that a thousand names do not cost a million comparisons.
 */
export class NameBook {
  private readonly exact = new Map<string, Entity[]>();
  private readonly children = new Map<Entity | null, Map<string, Entity[]>>();
  private readonly essences = new Map<string, Entity[]>();
  private readonly beginnings = new Map<string, Entity[]>();
  private readonly paths = new Map<string, Entity>();
  private readonly ids = new Map<string, Entity>();

  add(entity: Entity): void {
    const key = `${entity.noun}|${plainName(entity.name)}`;
    push(this.exact, key, entity);
    const siblings = this.children.get(entity.parent) ?? new Map<string, Entity[]>();
    this.children.set(entity.parent, siblings);
    push(siblings, key, entity);
    if (entity.known) this.ids.set(entity.known.id, entity);
    if (!this.paths.has(entity.path)) this.paths.set(entity.path, entity);
    const kind = asked[entity.noun];
    const essence = kind ? nameEssence(entity.name) : "";
    if (essence === "") return;
    push(this.essences, `${entity.noun}|${essence}`, entity);
    if (kind !== "similar") return;
    for (const length of beginningsOf(essence)) {
      push(this.beginnings, `${entity.noun}|${essence.slice(0, length)}`, entity);
    }
  }

  /** Entities with exactly this name, whatever they belong to; archived ones only when there is no other. */
  named(noun: RegisterNoun, name: string): Entity[] {
    return usedFirst(this.exact.get(`${noun}|${plainName(name)}`) ?? []);
  }

  /** The same, of those that belong to `parent`. */
  namedWithin(noun: RegisterNoun, parent: Entity | null, name: string): Entity[] {
    return usedFirst(this.children.get(parent)?.get(`${noun}|${plainName(name)}`) ?? []);
  }

  /** Entities whose names only look alike; those with exactly this name are not among them. */
  alike(noun: RegisterNoun, name: string): Entity[] {
    const kind = asked[noun];
    const essence = kind ? nameEssence(name) : "";
    if (essence === "") return [];
    const found = new Set(this.essences.get(`${noun}|${essence}`) ?? []);
    if (kind === "similar") {
      for (const length of beginningsOf(essence)) {
        for (const each of this.essences.get(`${noun}|${essence.slice(0, length)}`) ?? []) found.add(each);
      }
      if (essence.length >= MIN_PREFIX) {
        for (const each of this.beginnings.get(`${noun}|${essence}`) ?? []) found.add(each);
      }
    }
    const plain = plainName(name);
    // why without archived ones: nobody can mean a record that was put away.
    return [...found].filter((each) => plainName(each.name) !== plain && !each.known?.isArchived);
  }

  byPath(path: string): Entity | null {
    return this.paths.get(path) ?? null;
  }

  byId(id: string): Entity | null {
    return this.ids.get(id) ?? null;
  }
}

/** Lengths at which an essence may be cut to find names that it begins with. */
function beginningsOf(essence: string): number[] {
  const lengths: number[] = [];
  for (let length = MIN_PREFIX; length < essence.length; length += 1) {
    if (!cutsNumber(essence, length)) lengths.push(length);
  }
  return lengths;
}

/** Those in use; archived ones only when there is no other. The list itself when none is archived. */
function usedFirst(all: Entity[]): Entity[] {
  if (!all.some((each) => each.known?.isArchived)) return all;
  const used = all.filter((each) => !each.known?.isArchived);
  return used.length > 0 ? used : all;
}

function push(map: Map<string, Entity[]>, key: string, entity: Entity): void {
  const list = map.get(key);
  if (list) list.push(entity);
  else map.set(key, [entity]);
}

/** The book of everything that is there already; parents before children. */
export function bookOfKnown(known: KnownRegisters): NameBook {
  const book = new NameBook();
  for (const record of known.records) {
    const parentField = importParents[record.noun]?.field;
    const parentId = parentField ? record.values[parentField] : null;
    const parent = typeof parentId === "string" ? book.byId(parentId) : null;
    const name = String(record.values[keyFields[record.noun]] ?? "");
    const path = pathOf(record.noun, parent, name);
    book.add({ noun: record.noun, name, path, parent, known: record, row: 0, given: new Map() });
  }
  return book;
}

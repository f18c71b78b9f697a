import type { Catalogue } from "./any-catalogue.ts";
import { itemsOfCatalogue } from "./catalogue-item.ts";
import type { Mapping } from "./mapping.ts";
import { type Problem, problem } from "./problem.ts";
import { type CatalogueHead, catalogueRef, type Provenance } from "./provenance.ts";
import type { Question } from "./questionnaire.ts";

export type { Catalogue } from "./any-catalogue.ts";
/** A catalogue that passed its own schema, with the file name that problems shall point to. */
export type ReadCatalogue = { file: string; catalogue: Catalogue };

/** Prefix of every key that is ours; official rows never carry it (domain/README 2). */
export const ownKeyPrefix = "starter:";

/** `file#/requirements/3/no`: the file and a JSON pointer (RFC 6901) into it; the file alone for its root. */
export function placeInFile(file: string, path: readonly PropertyKey[]): string {
  if (path.length === 0) return file;
  const steps = path.map((each) => String(each).replace(/~/g, "~0").replace(/\//g, "~1"));
  return `${file}#/${steps.join("/")}`;
}

/**
 * Everything that one file's schema cannot see: ids used twice, rows used twice, references to rows or
 * editions that do not exist, and numbers on rows of ours. Problems: `catalogue-invalid` and
 * `catalogue-reference-dangling`, each with `at` = file and JSON pointer.
 */
export function checkCatalogues(read: readonly ReadCatalogue[]): Problem[] {
  return [
    ...checkEditions(read),
    ...checkCurrent(read),
    ...read.flatMap(({ file, catalogue }) => checkRows(file, catalogue)),
    ...checkMappings(read),
  ];
}

function checkEditions(read: readonly ReadCatalogue[]): Problem[] {
  const fileOf = new Map<string, string>();
  const found: Problem[] = [];
  for (const { file, catalogue } of read) {
    const edition = editionKey(catalogue.kind, catalogue.head);
    const first = fileOf.get(edition);
    if (first === undefined) fileOf.set(edition, file);
    else {
      const params = { reason: "edition-twice", value: catalogueRef(catalogue.head), other: first };
      found.push(problem("catalogue-invalid", params, placeInFile(file, ["head", "id"])));
    }
  }
  for (const { file, catalogue } of read) {
    const { head } = catalogue;
    if (head.replacedBy === null) continue;
    const { version } = head.replacedBy;
    // why: an edition that replaces itself would leave the catalogue without a current edition.
    if (version !== head.version && fileOf.has(editionKey(catalogue.kind, { id: head.id, version })))
      continue;
    const params = { reason: "edition-unknown", value: catalogueRef({ id: head.id, version }) };
    found.push(
      problem("catalogue-reference-dangling", params, placeInFile(file, ["head", "replacedBy", "version"])),
    );
  }
  return found;
}

/** "The current edition" must name one: a second edition that nothing replaced makes it a matter of luck. */
function checkCurrent(read: readonly ReadCatalogue[]): Problem[] {
  const currentOf = new Map<string, string>();
  return read.flatMap(({ file, catalogue }) => {
    const { head, kind } = catalogue;
    const line = `${kind} ${head.id}`;
    const first = currentOf.get(line);
    if (head.replacedBy !== null) return [];
    if (first === undefined) {
      currentOf.set(line, file);
      return [];
    }
    const params = { reason: "current-twice", value: head.id, other: first };
    return [problem("catalogue-invalid", params, placeInFile(file, ["head", "replacedBy"]))];
  });
}

function editionKey(kind: Catalogue["kind"], head: Pick<CatalogueHead, "id" | "version">): string {
  return `${kind} ${catalogueRef(head)}`;
}

function checkRows(file: string, catalogue: Catalogue): Problem[] {
  switch (catalogue.kind) {
    case "guideline":
      return [
        ...valuesTwice(file, "facts", "key", catalogue.facts),
        ...valuesTwice(file, "requirements", "key", catalogue.requirements),
        ...checkNumbers(file, "requirements", catalogue.requirements),
      ];
    case "questionnaire":
      return [
        ...valuesTwice(file, "questions", "key", catalogue.questions),
        ...catalogue.questions.flatMap((question, at) => incompleteOwn(file, at, question)),
        // why only ours: official editions repeat their numbers, and some rows have none.
        ...valuesTwice(file, "questions", "no", catalogue.questions.filter(isOwn)),
      ];
    case "mapping":
      return [
        ...valuesTwice(file, "lines", "id", catalogue.lines),
        ...catalogue.lines.flatMap((line, at) => questionTwice(file, at, line.questions)),
      ];
    case "role-sheet":
      return [
        ...valuesTwice(file, "items", "key", catalogue.items),
        ...checkNumbers(file, "items", catalogue.items),
        ...catalogue.items.flatMap((item, at) =>
          item.provenance !== "official-text" && item.content === ""
            ? [incomplete(file, item.key, ["items", at, "content"])]
            : [],
        ),
      ];
    case "checklist":
      return valuesTwice(file, "items", "key", catalogue.items);
    case "item-set":
      return valuesTwice(file, "items", "key", catalogue.items);
    case "crosswalk":
      return valuesTwice(file, "lines", "id", catalogue.lines);
  }
}

function isOwn(row: { provenance: Provenance }): boolean {
  return row.provenance === "own-wording";
}

/** A question of ours is numbered, filed under a section, explained, and says what to ask. */
function incompleteOwn(file: string, at: number, question: Question): Problem[] {
  if (!isOwn(question)) return [];
  return (["no", "section", "help", "askVendor"] as const).flatMap((field) =>
    question[field] === "" ? [incomplete(file, question.key, ["questions", at, field])] : [],
  );
}

function incomplete(file: string, key: string, path: readonly PropertyKey[]): Problem {
  return problem("catalogue-invalid", { reason: "own-row-incomplete", value: key }, placeInFile(file, path));
}

/** Rows of a catalogue that carry a provenance, with the list's name in the file. */
function rowsWithProvenance(catalogue: Catalogue): {
  list: string;
  rows: readonly { provenance: Provenance }[];
} {
  switch (catalogue.kind) {
    case "guideline":
      return { list: "requirements", rows: catalogue.requirements };
    case "questionnaire":
      return { list: "questions", rows: catalogue.questions };
    case "role-sheet":
    case "checklist":
      return { list: "items", rows: catalogue.items };
    default:
      return { list: "lines", rows: [] };
  }
}

/** What ships may not carry official wording: it is the hospital's own copy (domain/README 1). */
export function checkShipped(read: readonly ReadCatalogue[]): Problem[] {
  return read.flatMap(({ file, catalogue }) => {
    const { list, rows } = rowsWithProvenance(catalogue);
    return rows.flatMap((row, at) =>
      row.provenance === "official-text"
        ? [
            problem(
              "catalogue-invalid",
              { reason: "official-text-shipped", value: catalogueRef(catalogue.head) },
              placeInFile(file, [list, at, "provenance"]),
            ),
          ]
        : [],
    );
  });
}

function valuesTwice<Field extends string>(
  file: string,
  list: string,
  field: Field,
  rows: readonly Record<Field, string>[],
): Problem[] {
  const seen = new Set<string>();
  return rows.flatMap((row, at) => {
    const value = row[field];
    if (!seen.has(value)) {
      seen.add(value);
      return [];
    }
    return [
      problem("catalogue-invalid", { reason: "value-twice", value }, placeInFile(file, [list, at, field])),
    ];
  });
}

function questionTwice(file: string, line: number, questions: readonly string[]): Problem[] {
  return questions.flatMap((value, at) =>
    questions.indexOf(value) === at
      ? []
      : [
          problem(
            "catalogue-invalid",
            { reason: "value-twice", value },
            placeInFile(file, ["lines", line, "questions", at]),
          ),
        ],
  );
}

/** An official number stands on official rows only, and a row of ours is known by its key. */
function checkNumbers(
  file: string,
  list: string,
  rows: readonly { key: string; no: string | number | null; provenance: Provenance }[],
): Problem[] {
  return rows.flatMap((row, at) => {
    const isOurs = isOwn(row);
    const found: Problem[] = [];
    // why not official-text: what an official file prints without a number has none.
    if (row.provenance !== "official-text" && isOurs !== (row.no === null)) {
      const reason = isOurs ? "own-row-with-official-number" : "official-row-without-number";
      const params = { reason, value: row.key };
      found.push(problem("catalogue-invalid", params, placeInFile(file, [list, at, "no"])));
    }
    if (isOurs !== row.key.startsWith(ownKeyPrefix)) {
      const params = { reason: "own-key-prefix", value: row.key };
      found.push(problem("catalogue-invalid", params, placeInFile(file, [list, at, "key"])));
    }
    return found;
  });
}

/** Either end of a mapping is a catalogue with rows, whatever its kind. */
function checkMappings(read: readonly ReadCatalogue[]): Problem[] {
  const keys = new Map<string, Set<string>>();
  for (const { catalogue } of read) {
    const items = itemsOfCatalogue(catalogue);
    if (items) keys.set(catalogueRef(catalogue.head), keysOf(items));
  }
  return read.flatMap(({ file, catalogue }) =>
    catalogue.kind === "mapping"
      ? danglingOf(file, catalogue, keys.get(catalogue.from), keys.get(catalogue.to))
      : [],
  );
}

function keysOf(rows: readonly { key: string }[]): Set<string> {
  return new Set(rows.map((row) => row.key));
}

/** Lines are checked only against ends that exist: a missing end is one problem, not one for every line. */
function danglingOf(
  file: string,
  mapping: Mapping,
  questions: ReadonlySet<string> | undefined,
  requirements: ReadonlySet<string> | undefined,
): Problem[] {
  const dangling = (reason: string, value: string, path: readonly PropertyKey[]) =>
    problem("catalogue-reference-dangling", { reason, value }, placeInFile(file, path));
  const found: Problem[] = [];
  if (!questions) found.push(dangling("questionnaire-unknown", mapping.from, ["from"]));
  if (!requirements) found.push(dangling("guideline-unknown", mapping.to, ["to"]));
  mapping.lines.forEach((line, at) => {
    if (requirements && !requirements.has(line.requirement)) {
      found.push(dangling("requirement-unknown", line.requirement, ["lines", at, "requirement"]));
    }
    line.questions.forEach((question, index) => {
      if (!questions || questions.has(question)) return;
      found.push(dangling("question-unknown", question, ["lines", at, "questions", index]));
    });
  });
  return found;
}

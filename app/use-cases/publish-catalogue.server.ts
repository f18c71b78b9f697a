import { createHash } from "node:crypto";
import { findPublished, insertDraft, publishedBodies, updateDraft } from "#db/queries/catalogues.server";
import { keepOriginalFile } from "#db/queries/files.server";
import type { Catalogues } from "~/catalogues.server";
import { type Catalogue, schemaOfKind } from "~/domain/any-catalogue";
import { checkCatalogues, placeInFile } from "~/domain/catalogue-check";
import { catalogueFromDraft } from "~/domain/catalogue-from-draft";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import { catalogueRef } from "~/domain/provenance";
import type { Scope } from "~/domain/scope";
import { cataloguesOf } from "./catalogues.server";
import { kindIn, readyBody } from "./draft-body.server";
import { type ShownDraft, showCatalogueDraft } from "./draft-catalogue.server";
import { catalogueText, keepCatalogue, sha256Of } from "./keep-catalogue.server";
import type { Ports } from "./ports.server";
import { record } from "./record.server";
import { scanGiven } from "./scan-file.server";

/** Largest catalogue that is taken as JSON; a guideline of some hundred items has a tenth of it. */
export const MAX_JSON_BYTES = 2 * 1024 * 1024;

/** What would be frozen, shown before it is: the catalogue with the hash of its text. */
export type ReadyCatalogue = {
  catalogue: Catalogue;
  ref: string;
  bodySha256: string;
  /** Other editions of the same form and version; disclosures are compared with the newest of them. */
  sameEdition: string[];
};

/**
 * The catalogue a draft would be published as. Problems: those of `catalogueFromDraft` and
 * `checkPublishable`.
 */
export function readyCatalogue(shown: ShownDraft, catalogues: Catalogues): Result<ReadyCatalogue> {
  const made =
    shown.stage === "ready"
      ? done(shown.catalogue)
      : catalogueFromDraft(shown.draft, shown.fileName ?? shown.title);
  if (!made.ok) return made;
  const catalogue = made.value;
  const problems = checkPublishable(catalogue, catalogues);
  if (problems.length > 0) return failed(...problems);
  const ref = catalogueRef(catalogue.head);
  const sameEdition =
    catalogue.kind === "questionnaire"
      ? [catalogues.questionnaireFor(catalogue.form, catalogue.head.version)].flatMap((each) =>
          each ? [catalogueRef(each.head)] : [],
        )
      : [];
  return done({ catalogue, ref, bodySha256: sha256Of(catalogueText(catalogue)), sameEdition });
}

/**
 * Everything that keeps a catalogue from standing beside the others: its `id@version` taken, keys used twice,
 * references to catalogues or rows that are not here.
 */
export function checkPublishable(catalogue: Catalogue, catalogues: Catalogues): Problem[] {
  const ref = catalogueRef(catalogue.head);
  if (catalogues.all.some((each) => catalogueRef(each.head) === ref)) {
    return [problem("catalogue-ref-taken", { ref }, "version")];
  }
  const others = catalogues.all.map((each) => ({ file: catalogueRef(each.head), catalogue: each }));
  // why by place: editions of a group stand side by side, so "which is current" is not asked of them.
  const found = checkCatalogues([...others, { file: ref, catalogue }]).filter(
    (each) => each.at?.startsWith(`${ref}#`) && each.params.reason !== "current-twice",
  );
  const dangling = catalogue.kind === "item-set" ? danglingItems(catalogue, catalogues) : [];
  return [...found, ...dangling].map(({ code, params, at }) => {
    const place = (at ?? "").replace(`${ref}#`, "");
    const value = params.value ?? params.reason ?? "";
    return code === "catalogue-reference-dangling"
      ? problem("catalogue-json-dangling", { place, value }, "file")
      : problem("catalogue-json-invalid", { place, detail: value }, "file");
  });
}

function danglingItems(set: Extract<Catalogue, { kind: "item-set" }>, catalogues: Catalogues): Problem[] {
  const of = catalogues.all.find((each) => catalogueRef(each.head) === set.of);
  const keys = of ? itemKeys(of) : new Set<string>();
  return set.items.flatMap((each, at) =>
    keys.has(each.key)
      ? []
      : [
          problem(
            "catalogue-reference-dangling",
            { value: of ? each.key : set.of },
            placeInFile(catalogueRef(set.head), ["items", at, "key"]),
          ),
        ],
  );
}

function itemKeys(catalogue: Catalogue): ReadonlySet<string> {
  switch (catalogue.kind) {
    case "questionnaire":
      return new Set(catalogue.questions.map((each) => each.key));
    case "guideline":
      return new Set(catalogue.requirements.map((each) => each.key));
    case "checklist":
    case "role-sheet":
      return new Set(catalogue.items.map((each) => each.key));
    default:
      return new Set();
  }
}

/**
 * 公開する: freezes a draft exactly as the person was shown it.
 * @param input.bodySha256 hash of what was shown; another text now is refused as `changed-meanwhile`
 */
export async function publishCatalogue(
  ports: Ports,
  scope: Scope,
  input: { draftId: string; version: number; bodySha256: string },
): Promise<Result<{ ref: string }>> {
  const shown = await showCatalogueDraft(ports, scope, input);
  if (!shown.ok) return shown;
  const { state, originalFileId, sourceSha256 } = shown.value;
  if (state !== "draft") return failed(problem("catalogue-draft-closed"));
  const ready = readyCatalogue(shown.value, await cataloguesOf(ports, scope));
  if (!ready.ok) return ready;
  const { catalogue, ref, bodySha256 } = ready.value;
  if (bodySha256 !== input.bodySha256) return failed(problem("changed-meanwhile"));
  const head = {
    verb: "publish",
    noun: "catalogue",
    recordId: ref,
    change: { sha256: [null, bodySha256] satisfies [unknown, unknown] },
  };
  return record(ports, scope, "catalogue:write", head, async (entry) => {
    const at = { id: input.draftId, version: input.version };
    if (!(await updateDraft(entry.tx, scope, at, { state: "published" }))) {
      return failed(problem("changed-meanwhile"));
    }
    const source = { originalFileId, sha256: sourceSha256 };
    const kept = await keepCatalogue(ports, scope, entry, catalogue, source);
    return kept.ok ? done({ ref: kept.value.ref }) : kept;
  });
}

/**
 * JSONを取り込む: the same JSON as the files under templates/ becomes a draft that waits for its publishing.
 * Problems: file-empty, file-too-large, catalogue-json-invalid (place as JSON pointer),
 * catalogue-json-characters, and those of `checkPublishable`.
 */
export async function importCatalogueJson(
  ports: Ports,
  scope: Scope,
  input: { fileName: string; bytes: Uint8Array },
): Promise<Result<{ draftId: string }>> {
  const parsed = parseCatalogueJson(input.bytes);
  if (!parsed.ok) return parsed;
  const catalogue = parsed.value;
  const problems = checkPublishable(catalogue, await cataloguesOf(ports, scope));
  if (problems.length > 0) return failed(...problems);
  const scanned = await scanGiven(ports, input);
  if (!scanned.ok) return scanned;
  const [draftId, fileId] = [ports.newId(), ports.newId()];
  const sha256 = createHash("sha256").update(input.bytes).digest("hex");
  const head = {
    verb: "import",
    noun: "catalogue",
    recordId: draftId,
    change: { fileName: [null, input.fileName], sha256: [null, sha256] } satisfies Record<
      string,
      [unknown, unknown]
    >,
  };
  return record(ports, scope, "catalogue:write", head, async ({ tx, at }) => {
    const file = { id: fileId, sha256, fileName: input.fileName, bytes: input.bytes };
    await keepOriginalFile(tx, scope, {
      ...file,
      receivedAt: at,
      receivedBy: scope.accountId,
      scan: scanned.value,
    });
    await insertDraft(tx, scope, {
      id: draftId,
      kind: catalogue.kind,
      title: catalogue.head.title,
      originalFileId: fileId,
      body: readyBody(catalogue),
      createdAt: at,
      createdBy: scope.accountId,
    });
    return done({ draftId });
  });
}

/** Strict UTF-8, then JSON, then the strict shape of the kind it says it is; texts without control characters. */
export function parseCatalogueJson(bytes: Uint8Array): Result<Catalogue> {
  if (bytes.length === 0) return failed(problem("file-empty", {}, "file"));
  if (bytes.length > MAX_JSON_BYTES) {
    return failed(problem("file-too-large", { limit: MAX_JSON_BYTES }, "file"));
  }
  const invalid = (place: string, detail: string) =>
    failed(problem("catalogue-json-invalid", { place, detail }, "file"));
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return invalid("", "JSON");
  }
  const kind = kindIn(data);
  const schema = kind === null ? undefined : schemaOfKind[kind];
  if (!schema) return invalid("/kind", "kind");
  const parsed = schema.safeParse(data);
  if (!parsed.success) {
    const issues = parsed.error.issues.slice(0, 20);
    return failed(
      ...issues.map((issue) =>
        problem(
          "catalogue-json-invalid",
          { place: placeInFile("", issue.path).replace(/^#/, ""), detail: issue.code },
          "file",
        ),
      ),
    );
  }
  const bad = controlCharacters(parsed.data, []);
  return bad === null
    ? done(parsed.data)
    : failed(problem("catalogue-json-characters", { place: bad }, "file"));
}

/** The place of the first text with a control character other than tab and line break; null when clean. */
function controlCharacters(value: unknown, path: readonly PropertyKey[]): string | null {
  if (typeof value === "string") {
    const isBad = [...value].some((each) => each < " " && each !== "\n" && each !== "\t");
    return isBad || value.includes("\u007f") ? placeInFile("", path).replace(/^#/, "") : null;
  }
  if (typeof value !== "object" || value === null) return null;
  for (const [key, each] of Object.entries(value)) {
    const found = controlCharacters(each, [...path, key]);
    if (found !== null) return found;
  }
  return null;
}

/**
 * JSONに出す: a catalogue as text. One of the group comes out as it was frozen, byte for byte; a shipped one
 * as its file's data. Problems: catalogue-unknown.
 */
export async function exportCatalogueJson(
  ports: Ports,
  scope: Scope,
  input: { ref: string },
): Promise<Result<{ text: string; fileName: string }>> {
  const { ref } = input;
  const fileName = `${ref.replace("@", "_")}.json`;
  const own = await findPublished(ports.db, scope, ref);
  if (own) {
    const [stored] = await publishedBodies(ports.db, scope, [own.id]);
    return stored ? done({ text: stored.body, fileName }) : failed(problem("catalogue-unknown", { ref }));
  }
  const shipped = ports.catalogues.all.find((each) => catalogueRef(each.head) === ref);
  return shipped
    ? done({ text: catalogueText(shipped), fileName })
    : failed(problem("catalogue-unknown", { ref }));
}

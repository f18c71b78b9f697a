import { type Catalogue, schemaOfKind } from "~/domain/any-catalogue";
import { isCatalogueKind } from "~/domain/catalogue-draft";
import { type OfficialDraft, officialDraftSchema } from "~/domain/catalogue-draft-body";

export type DraftBody =
  | { stage: "official"; draft: OfficialDraft }
  | { stage: "ready"; catalogue: Catalogue };

/** The body of a catalogue that came as JSON and only waits for its publishing. */
export function readyBody(catalogue: Catalogue): string {
  return JSON.stringify({ ready: catalogue });
}

/** Reads a stored draft; null for a draft of another shape (crosswalks and mappings have pages of their own). */
export function parseDraftBody(body: string): DraftBody | null {
  const data: unknown = JSON.parse(body);
  if (typeof data === "object" && data !== null && "ready" in data) {
    const catalogue = parseCatalogue(data.ready);
    return catalogue && { stage: "ready", catalogue };
  }
  const parsed = officialDraftSchema.safeParse(data);
  return parsed.success ? { stage: "official", draft: parsed.data } : null;
}

function parseCatalogue(data: unknown): Catalogue | null {
  const kind = kindIn(data);
  const schema = kind === null ? undefined : schemaOfKind[kind];
  const parsed = schema?.safeParse(data);
  return parsed?.success ? parsed.data : null;
}

/** The `kind` a piece of JSON says it is, when it is one of ours. */
export function kindIn(data: unknown) {
  if (typeof data !== "object" || data === null || !("kind" in data)) return null;
  return isCatalogueKind(data.kind) ? data.kind : null;
}

import { z } from "zod";

const changeSchema = z.record(z.string(), z.tuple([z.unknown(), z.unknown()]));

/** A changed field as text; null where a person's value is only known by its hash. */
export type ShownChange = { field: string; before: string | null; after: string | null };

/** What an entry says of the fields it changed; text that is no change is shown as it stands. */
export function changesOf(json: string): ShownChange[] {
  const parsed = changeSchema.safeParse(parsedJson(json));
  if (!parsed.success) return [{ field: "", before: "", after: json }];
  return Object.entries(parsed.data).map(([field, [before, after]]) => ({
    field,
    before: textOf(before),
    after: textOf(after),
  }));
}

function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value.startsWith("sha256:") ? null : value;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

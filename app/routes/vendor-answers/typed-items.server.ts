import { z } from "zod";
import type { TypedItem } from "~/use-cases/vendor-save.server";

const given = { answer: z.string().nullable(), remark: z.string(), condition: z.string() };
const sentSchema = z
  .array(
    z.object({
      itemKey: z.string(),
      now: z.object(given),
      base: z.object({ ...given, version: z.number().int().min(0) }),
    }),
  )
  .max(500);
const baseSchema = z.object(given);

const texts = (each: { answer: string | null; remark: string; condition: string }) => ({
  answer: each.answer ?? "",
  remark: each.remark,
  condition: each.condition,
});

/** Items as the desk's saver sends them; null when the text is none of ours. */
export function sentItems(text: string): TypedItem[] | null {
  const parsed = sentSchema.safeParse(jsonOf(text));
  if (!parsed.success) return null;
  return parsed.data.map(({ itemKey, now, base }) => ({
    itemKey,
    version: base.version,
    ...texts(now),
    base: texts(base),
  }));
}

/**
 * Items out of the page's form: `key.0`, `version.0`, `base.0`, `answer.0`, `condition.0`, `remark.0`, … Both
 * conditions may be ticked; the one that belongs to the answer counts.
 */
export function formItems(fields: ReadonlyMap<string, readonly string[]>): TypedItem[] {
  const items: TypedItem[] = [];
  for (let at = 0; ; at += 1) {
    const one = (name: string) => fields.get(`${name}.${at}`)?.[0] ?? "";
    const itemKey = fields.get(`key.${at}`)?.[0];
    if (itemKey === undefined) return items;
    const answer = one("answer");
    const wanted = answer === "yes" ? "paid-option" : "planned";
    const condition = fields.get(`condition.${at}`)?.includes(wanted) ? wanted : "none";
    const base = baseSchema.safeParse(jsonOf(one("base")));
    const version = Number(one("version"));
    items.push({
      itemKey,
      version: Number.isInteger(version) ? version : 0,
      answer,
      remark: one("remark"),
      condition,
      base: base.success ? texts(base.data) : null,
    });
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

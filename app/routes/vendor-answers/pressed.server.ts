import { done, type Result } from "~/domain/problem";
import type { FormParts } from "~/uploads.server";
import { askHospital } from "~/use-cases/vendor-answers.server";
import { attachFile, detachFile } from "~/use-cases/vendor-files.server";
import {
  confirmTaken,
  type DifferingItem,
  saveAnswers,
  type TypedItem,
  takeOver,
} from "~/use-cases/vendor-save.server";
import type { DeskVisit } from "~/vendor-visit.server";
import { formItems } from "./typed-items.server";

/** What follows a button: another section, the page of submitting, or this page at an item. */
export type Pressed = {
  differing: DifferingItem[];
  anchor: `#item-${number}` | "";
  next: "here" | "section" | "submit";
};

/**
 * Saves what was typed, adds the chosen files, then does what the button says: `save`, `next`, `to-submit`,
 * `take-all`, `confirm-all` (of the page), or with the place of an item `take:3`, `confirm:3`, `ask:3`, or `detach:<file>`.
 */
export async function pressed(
  { ports, scope }: DeskVisit,
  parts: FormParts,
): Promise<{ outcome: Result<Pressed>; typed: TypedItem[] }> {
  const typed = formItems(parts.fields);
  const saved = await saveAnswers(ports, scope, typed);
  if (!saved.ok) return { outcome: saved, typed };
  const { differing } = saved.value;
  for (const { field, ...file } of parts.files) {
    const item = typed[placeIn(field)];
    const kept = item && (await attachFile(ports, scope, { itemKey: item.itemKey, file }));
    if (kept && !kept.ok) return { outcome: kept, typed };
  }
  const [intent = "", place = ""] = (parts.fields.get("intent")?.[0] ?? "save").split(":");
  const at = Number(place);
  const item = Number.isInteger(at) ? typed[at] : undefined;
  const here = (): Result<Pressed> => done({ differing, anchor: item ? `#item-${at}` : "", next: "here" });
  const after = (result: Result<unknown>) => ({ outcome: result.ok ? here() : result, typed });
  if (intent === "next") return { outcome: done({ differing, anchor: "", next: "section" }), typed };
  if (intent === "to-submit") return { outcome: done({ differing, anchor: "", next: "submit" }), typed };
  if (intent === "take-all") return after(await takeOver(ports, scope, null));
  if (intent === "detach") return after(await detachFile(ports, scope, { fileId: place }));
  if (intent === "confirm-all") {
    return after(
      await confirmed(
        ports,
        scope,
        typed.map((each) => each.itemKey),
      ),
    );
  }
  if (item === undefined) return after(done(null));
  const { itemKey } = item;
  if (intent === "confirm") return after(await confirmed(ports, scope, [itemKey]));
  if (intent === "take") {
    const version = saved.value.saved.find((each) => each.itemKey === itemKey)?.version ?? item.version;
    return after(await takeOver(ports, scope, { itemKey, version }));
  }
  if (intent === "ask") {
    return after(
      await askHospital(ports, scope, { itemKey, text: parts.fields.get(`question.${at}`)?.[0] ?? "" }),
    );
  }
  return after(done(null));
}

const placeIn = (field: string): number => Number(/^file\.(\d+)$/.exec(field)?.[1] ?? "-1");

/** An answer that was changed on the same page is the vendor's own already: nothing is left to confirm. */
async function confirmed(ports: DeskVisit["ports"], scope: DeskVisit["scope"], itemKeys: string[]) {
  const result = await confirmTaken(ports, scope, { itemKeys });
  const isOwn = !result.ok && result.problems.every((each) => each.code === "not-found");
  return isOwn ? done(null) : result;
}

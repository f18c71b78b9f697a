import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { reviewSubmission } from "~/use-cases/request-review.server";
import { showSection } from "~/use-cases/vendor-answers.server";
import { confirmTaken, saveAnswers, takeOver } from "~/use-cases/vendor-save.server";
import { beforeSubmit, openSubmission, submitAnswers } from "~/use-cases/vendor-submit.server";
import { expectDone } from "../support/ports";
import { receiveDisclosure } from "../support/records";
import { ask, askedHospital, openDesk, typed, verify } from "../support/vendor-desk";

type Step =
  | { kind: "look"; tab: number }
  | { kind: "save"; tab: number; item: number; answer: string; remark: string }
  | { kind: "take-all" }
  | { kind: "confirm"; item: number }
  | { kind: "submit" }
  | { kind: "return" };

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("look" as const), tab: fc.nat(1) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("save" as const),
      tab: fc.nat(1),
      item: fc.nat(2),
      answer: fc.constantFrom("yes", "no", "not-applicable"),
      remark: fc.constantFrom("", "甲", "乙"),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("take-all" as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("confirm" as const), item: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("submit" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("return" as const) }) },
);

it("no order of saves and submits loses an answer that was acknowledged, or changes a submitted one", async () => {
  const world = await askedHospital();
  await receiveDisclosure(world.ports, world.editor, world.productVersionId);
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 3, maxLength: 12 }), async (order) => {
      const scope = await verify(world, await openDesk(world, await ask(world)));
      const itemsOf = async () => expectDone(await showSection(world.ports, scope, { section: 1 })).items;
      const look = async () =>
        (await itemsOf()).slice(0, 3).map((each) => ({ key: each.key, ...each.draft }));
      const tabs = [await look(), await look()];
      const acknowledged = new Map<string, { answer: string | null; remark: string }>();
      const submitted = new Map<string, string>();
      const keep = (each: { itemKey: string; answer: string | null; remark: string }) =>
        acknowledged.set(each.itemKey, { answer: each.answer, remark: each.remark });
      for (const step of order) {
        if (step.kind === "look") tabs[step.tab] = await look();
        else if (step.kind === "save") {
          const shown = tabs[step.tab]?.[step.item];
          if (!shown) continue;
          const base = { answer: shown.answer ?? "", remark: shown.remark, condition: shown.condition };
          const item = typed(shown.key, shown.version, { answer: step.answer, remark: step.remark, base });
          const before = (await look())[step.item];
          const result = await saveAnswers(world.ports, scope, [item]);
          if (!result.ok) continue;
          for (const each of result.value.saved) {
            // a page that did not see the newest version adds to it; what changed since it was shown stays
            if (before && before.version !== shown.version) {
              if (before.remark !== base.remark) expect(each.remark).toBe(before.remark);
              if ((before.answer ?? "") !== base.answer) expect(each.answer).toBe(before.answer);
            }
            keep(each);
          }
        } else if (step.kind === "take-all") await takeOver(world.ports, scope, null);
        else if (step.kind === "confirm") {
          const key = tabs[0]?.[step.item]?.key ?? "";
          const result = await confirmTaken(world.ports, scope, { itemKeys: [key] });
          if (result.ok) for (const each of result.value) keep(each);
        } else if (step.kind === "submit") {
          const { seen, today } = expectDone(await beforeSubmit(world.ports, scope));
          const result = await submitAnswers(world.ports, scope, { issuedOn: today, seen });
          if (result.ok) submitted.set(result.value.submissionId, result.value.sha256);
        } else {
          const [submissionId] = [...submitted.keys()].slice(-1);
          const input = { requestId: scope.requestId, decision: "return" as const, reason: "もう一度" };
          await reviewSubmission(world.ports, world.editor, { ...input, submissionId: submissionId ?? null });
        }
        for (const each of await look()) {
          const kept = acknowledged.get(each.key);
          if (kept) expect({ answer: each.answer, remark: each.remark }).toEqual(kept);
        }
        for (const [submissionId, sha256] of submitted) {
          const { bytes } = expectDone(await openSubmission(world.ports, scope, { submissionId }));
          expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
        }
      }
    }),
    { numRuns: 12 },
  );
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { decisionKinds, riskLevels } from "~/domain/decision";
import { promiseStates } from "~/domain/decision-state";
import type { InspectionFacts } from "~/domain/inspection-text";
import { verdicts } from "~/domain/verdict";
import { inspectionWording } from "~/messages/inspection-wording";

const facts: InspectionFacts = {
  vendor: "試験ベンダ株式会社",
  product: "試験カルテ 1.0",
  clause: "システム運用編 14⑤",
  summary: "利用者の認証",
  issuedOn: "2026-04-15",
  verdict: "unmet",
  override: null,
  since: null,
  answers: [{ no: "14-3", question: "二要素認証", answer: "no", remark: "次の版" }],
  kind: "vendor-fix",
  decidedOn: "2026-11-24",
  reason: "次の版で備わる",
  measure: "乙は次の版で提供する。",
  owner: "医療情報室",
  dueOn: "2027-03-31",
  likelihood: null,
  impact: null,
  approval: null,
  place: null,
  promise: { state: "promised", on: "2026-12-01" },
  closing: null,
};

it("tells what was disclosed, decided and promised, each with its day, and ends every sentence once", () => {
  expect(inspectionWording(facts)).toBe(
    [
      "試験ベンダ株式会社の試験カルテ 1.0の開示書（2026-04-15（令和8年）作成）では、システム運用編 14⑤「利用者の認証」について、照合の結果は「いいえ」ありであった。もとの回答は次のとおりである。",
      "14-3 二要素認証：いいえ、備考「次の版」",
      "2026-11-24（令和8年）に、対応方針を「事業者が直す」と決めた。理由は次のとおりである。次の版で備わる。担当は医療情報室である。",
      "事業者が行う対応は次のとおりである。乙は次の版で提供する。期日は2027-03-31（令和9年）である。事業者は2026-12-01（令和8年）にこの期日を確認した。",
    ].join("\n"),
  );
});

it("names the approver with the office, and says so where nobody approved yet", () => {
  const risk = { ...facts, kind: "accept-risk", likelihood: "low", impact: "high" } as const;
  expect(inspectionWording(risk)).toContain("経営層の承認はまだ記録されていない。");
  const approval = { approver: "院長 一郎", title: "病院長", on: "2026-11-25" };
  expect(inspectionWording({ ...risk, approval })).toContain("病院長 院長 一郎が承認した。");
});

it("tells verdict of the rules and of the person both, with name, day and reason, and what a newer disclosure says", () => {
  const override = {
    verdict: "partial",
    reason: "備考に代わりの方法がある",
    by: "水野 あおい",
    on: "2026-05-01",
  } as const;
  const told = inspectionWording({ ...facts, override, since: { issuedOn: "2026-10-01", verdict: "met" } });
  expect(told).toContain("照合の結果は「いいえ」ありであった。");
  expect(told).toContain(
    "この結果は、2026-05-01（令和8年）に水野 あおいが、同じ回答を読んで「一部」と上書きした。理由は次のとおりである。備考に代わりの方法がある。",
  );
  expect(told).toContain(
    "その後の開示書（2026-10-01（令和8年）作成）では、同じ事項の照合の結果は開示上「はい」である。",
  );
});

it("prints no clause number that nobody compared with the official text", () => {
  expect(inspectionWording({ ...facts, clause: null })).not.toContain("14⑤");
});

it("never judges, whatever the records say, and keeps every word a person typed (property)", () => {
  const word = fc.stringMatching(/^[ぁ-ん]{1,12}$/);
  fc.assert(
    fc.property(
      fc.record({
        kind: fc.constantFrom(...decisionKinds),
        verdict: fc.constantFrom(...verdicts),
        reason: word,
        likelihood: fc.constantFrom(null, ...riskLevels),
        impact: fc.constantFrom(null, ...riskLevels),
        promise: fc.record({
          state: fc.constantFrom(...promiseStates),
          on: fc.constantFrom(null, "2026-12-01"),
        }),
        closing: fc.option(fc.record({ on: fc.constant("2026-12-20"), reason: word })),
        dueOn: fc.constantFrom(null, "2027-03-31"),
      }),
      (change) => {
        const text = inspectionWording({ ...facts, ...change });
        expect(text).not.toMatch(/適合|準拠|問題な|安全である|十分/);
        expect(text).toContain(change.reason);
        if (change.closing) expect(text).toContain(change.closing.reason);
        expect(text).not.toMatch(/。。|null|undefined/);
      },
    ),
  );
});

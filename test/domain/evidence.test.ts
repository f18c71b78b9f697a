import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CheckFacts } from "~/domain/check-facts";
import { evidenceFor, MOST_CITED } from "~/domain/evidence";
import { evidenceTopics, topicOf } from "~/domain/evidence-topic";
import { checkedSystem, factorRecord, houseRecord, measureRecord, noFacts } from "../support/check-facts";
import { testCatalogues } from "../support/ports";

const { selfChecks, checklists } = await testCatalogues();
const { topics } = selfChecks.topics;
const day = "2026-11-24";
const lean = (topic: (typeof evidenceTopics)[number], facts: Partial<CheckFacts>, on = day) =>
  evidenceFor(topic, {
    facts: { ...noFacts, ...facts },
    day: on,
    twoFactorBy: "2028-03-31",
    houseTexts: new Map(),
  });

describe("topics by words", () => {
  it("finds one for every row of the shipped edition, and each row its own", () => {
    const [edition] = checklists.values();
    const found = edition?.items.map((each) => topicOf(each.item, topics)) ?? [];
    expect(found).toEqual([
      "responsible-person",
      "device-ledger",
      "remote-maintenance",
      "disclosures",
      "access-rights",
      "accounts",
      "patches",
      "passwords",
      "password-reuse",
      "media",
      "two-factor",
      "logs",
      "unused-services",
      "network-limit",
      "contact-chart",
      "backup",
      "bcp",
      "rules",
    ]);
  });

  // why these: other people's words for the same rows, with width, case and neighbours that mislead.
  it.each([
    ["ＵＳＢストレージ等の外部記録媒体や情報機器に対して接続を制限している。", "media"],
    ["パスワードは英数字、記号が混在した8文字以上とし、二要素認証の場合は定期的な変更は不要", "passwords"],
    ["二要素認証を実装している。または令和9年度までに実装予定である。", "two-factor"],
    ["リモートメンテナンス(保守)を利用している機器の有無を事業者等に確認した。", "remote-maintenance"],
    [
      "事業者から製造業者/サービス事業者による医療情報セキュリティ開示書(ｍｄｓ/sds)を提出してもらう",
      "disclosures",
    ],
    ["医療情報システムを導入、運用している。", "gate"],
    ["アクセスログを管理している。", "logs"],
    ["院内の掲示を見直した。", null],
  ])("%s → %s", (item, topic) => {
    expect(topicOf(item, topics)).toBe(topic);
  });
});

describe("what the records say", () => {
  it.each(evidenceTopics.map((each) => [each]))("%s: a hospital without records gets no lean", (topic) => {
    expect(lean(topic, {}).lean).toBe("open");
  });

  it("disclosures: one system in use without one speaks for いいえ and is named; a system out of use does not count", () => {
    const systems = [checkedSystem("a"), checkedSystem("b"), checkedSystem("old", { inUseTo: "2026-03-31" })];
    const made = (id: string, issuedOn = "2026-05-01") => ({
      id: `d-${id}`,
      productVersionId: `version-${id}`,
      issuedOn,
      label: "MDS",
    });
    const some = lean("disclosures", { systems, disclosures: [made("a")] });
    expect(some.lean).toBe("no");
    expect(some.statements).toMatchObject([{ count: 1, total: 2, missing: ["システムb"] }]);
    expect(lean("disclosures", { systems, disclosures: [made("a"), made("b")] }).lean).toBe("yes");
    expect(lean("disclosures", { systems, disclosures: [made("a"), made("b", "2026-11-25")] }).lean).toBe(
      "no",
    );
  });

  it.each([
    [
      "ready and not applicable",
      factorRecord("a", "client", "ready"),
      factorRecord("a", "server", "not-applicable"),
      "yes",
    ],
    [
      "planned on the last day",
      factorRecord("a", "client", "planned", { plannedOn: "2028-03-31" }),
      factorRecord("a", "server", "ready"),
      "yes",
    ],
    [
      "planned a day later",
      factorRecord("a", "client", "planned", { plannedOn: "2028-04-01" }),
      factorRecord("a", "server", "ready"),
      "no",
    ],
    ["not possible", factorRecord("a", "client", "not-possible"), factorRecord("a", "server", "ready"), "no"],
    [
      "one place nobody looked at",
      factorRecord("a", "client", "ready"),
      factorRecord("other", "server", "ready"),
      "open",
    ],
  ] as const)("two-factor: %s", (_name, client, server, expected) => {
    const facts = { systems: [checkedSystem("a")], twoFactor: [client, server] };
    expect(lean("two-factor", facts).lean).toBe(expected);
  });

  it("a measure counts in its own fiscal year only, up to the day, and not when taken back", () => {
    const systems = [checkedSystem("a")];
    const logs = (doneOn: string, fields = {}) =>
      lean("logs", { systems, measures: [measureRecord("a", "logs", doneOn, fields)] }).lean;
    expect([logs("2026-04-01"), logs("2026-03-31"), logs("2026-11-25")]).toEqual(["yes", "open", "open"]);
    expect(logs("2026-05-01", { isWithdrawn: true })).toBe("open");
  });

  it("what a person said about the hospital speaks both ways, from its day on, the later one last", () => {
    const house = [
      houseRecord("bcp", "no", { effectiveFrom: "2025-03-31" }),
      houseRecord("bcp", "yes", { effectiveFrom: "2026-03-31", recordedSeq: 2, happenedOn: "2026-02-01" }),
    ];
    const bcp = (on: string) => lean("bcp", { house }, on).lean;
    expect([bcp("2025-03-30"), bcp("2025-03-31"), bcp("2026-03-31")]).toEqual(["open", "no", "yes"]);
    expect(lean("bcp", { house }).statements[0]?.cites[0]).toMatchObject({ on: "2026-02-01" });
    const one = [houseRecord("backup-methods", "yes")];
    expect(lean("backup", { house: one }).lean).toBe("open");
    expect(lean("backup", { house: [...one, houseRecord("backup-offline", "no")] }).lean).toBe("no");
  });

  it("servers whose bearer is settled never make an answer: who does it is not whether it was done", () => {
    const servers = [{ id: "s", name: "主", systemId: "a", system: "A", bearer: "vendor" }];
    const facts = { systems: [checkedSystem("a")], servers };
    expect(lean("patches", facts).lean).toBe("open");
    expect(lean("patches", { ...facts, measures: [measureRecord("a", "patches", "2026-10-01")] }).lean).toBe(
      "yes",
    );
  });

  it("connections: all limited はい, one unlimited いいえ, one unclear open", () => {
    const of = (...limits: string[]) => {
      const connections = limits.map((sourceLimit, at) => ({
        id: `${at}`,
        name: `接続${at}`,
        systemId: "a",
        purpose: "remote-maintenance",
        sourceLimit,
        confirmedOn: null,
      }));
      return lean("network-limit", { connections }).lean;
    };
    expect([of("limited"), of("limited", "unlimited"), of("limited", "unclear")]).toEqual([
      "yes",
      "no",
      "open",
    ]);
  });

  it("counts every record and cites at most a page of them; count and missing add up to the total", () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (disclosed, missing) => {
        const systems = Array.from({ length: disclosed + missing }, (_, at) => checkedSystem(`${at}`));
        const disclosures = systems.slice(0, disclosed).map((each) => ({
          id: `d-${each.id}`,
          productVersionId: each.productVersionId,
          issuedOn: "2026-01-01",
          label: "",
        }));
        const [said] = lean("disclosures", { systems, disclosures }).statements;
        expect(said).toMatchObject({ count: disclosed, total: disclosed + missing });
        expect(said?.cites.length).toBe(Math.min(disclosed, MOST_CITED));
        expect(said?.missing.length).toBe(Math.min(missing, MOST_CITED));
      }),
    );
  });
});

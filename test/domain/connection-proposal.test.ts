import { describe, expect, it } from "vitest";
import {
  differencesFrom,
  type ProposalAnswer,
  proposeConnection,
  silentFields,
} from "~/domain/connection-proposal";
import { methodNamed } from "~/domain/connection-remark";
import { speaksOf } from "~/domain/connection-topics";

const answer = (
  field: ProposalAnswer["field"],
  value: ProposalAnswer["answer"],
  more = {},
): ProposalAnswer => ({
  field,
  means: "in-place",
  disclosureId: "d",
  no: "1",
  question: `${field} q`,
  answer: value,
  remark: "",
  cell: "S!A1",
  mapping: "m@1",
  ...more,
});

describe("a proposed connection", () => {
  it("takes the method out of a remark only where it names exactly one", () => {
    expect(methodNamed("ＩＰｓｅｃ－ＶＰＮで接続")).toBe("ipsec-ike");
    expect(methodNamed("SSL-VPN装置を経由")).toBe("ssl-vpn");
    expect(methodNamed("IP-VPN（閉域）")).toBe("ip-vpn");
    expect(methodNamed("専用線。予備にSSL-VPN")).toBe("unclear");
    expect(methodNamed("四方式のいずれか")).toBe("unclear");
  });

  it("never turns a plan into something in use, nor a missing answer into a no", () => {
    const planned = answer("secondFactor", "yes", { means: "planned", question: "予定 q" });
    const second = (...answers: ProposalAnswer[]) => proposeConnection(answers)?.secondFactor;
    expect(second(answer("secondFactor", "yes"))).toBe("in-use");
    expect(second(answer("secondFactor", "no"), planned)).toBe("planned");
    expect(second(answer("secondFactor", "no"), { ...planned, answer: "no" })).toBe("none");
    expect(second(answer("secondFactor", "blank"), { ...planned, answer: "blank" })).toBe("unclear");
    expect(second(answer("secondFactor", "no"))).toBe("unclear");
    expect(proposeConnection([answer("accounts", "no")])?.accounts).toBe("unclear");
    expect(proposeConnection([answer("logKeeping", "unclear")])?.keepsLogs).toBeNull();
    expect(proposeConnection([])).toBeNull();
  });

  const able = (value: ProposalAnswer["answer"], remark = "") => {
    const said = { means: "possible", remark, question: "必要なときだけ開け、接続元を限れますか" };
    const { opening, sourceLimit } =
      proposeConnection([answer("opening", value, said), answer("sourceLimit", value, said)]) ?? {};
    return [opening, sourceLimit];
  };
  it.each([
    ["yes", "", "on-demand", "limited"],
    ["yes", "申請書で受け付けます", "on-demand", "limited"],
    ["yes", "接続元は固定IPアドレス2つ", "on-demand", "limited"],
    ["yes", "監視のため常時接続", "unclear", "limited"],
    ["yes", "接続元は無制限", "on-demand", "unclear"],
    ["yes", "来年度に対応予定", "unclear", "unclear"],
    ["yes", "接続元は限っていません", "unclear", "unclear"],
    ["no", "", "unclear", "unclear"],
    ["no", "常時接続です", "always", "unclear"],
    ["no", "非常時にも使います", "unclear", "unclear"],
    ["no", "常時接続ではない", "unclear", "unclear"],
    ["blank", "都度接続", "unclear", "unclear"],
    ["unclear", "都度接続", "unclear", "unclear"],
    ["conflict", "", "unclear", "unclear"],
    ["not-applicable", "", "unclear", "unclear"],
  ] as const)(
    "of opening and sources, %s with 「%s」 proposes %s and %s",
    (value, remark, opening, limit) => {
      expect(able(value, remark)).toEqual([opening, limit]);
    },
  );

  it.each([
    ["yes", "当社で更新します", "vendor"],
    ["no", "お客様側で実施をお願いします", "hospital"],
    ["yes", "回線事業者が更新します", "third-party"],
    ["yes", "当社が適用し、貴院が担当者を立てて実施", "unclear"],
    ["yes", "当社の指定する装置です", "unclear"],
    ["yes", "当社では更新しません", "unclear"],
    ["yes", "", "unclear"],
    ["unclear", "当社で更新します", "unclear"],
  ] as const)("who patches the device: %s with 「%s」 proposes %s", (value, remark, bearer) => {
    const said = answer("patchBearer", value, { means: "words", remark });
    expect(proposeConnection([said])?.patchBearer).toBe(bearer);
  });

  it("a question that only its words lead to proposes nothing by a はい or いいえ alone", () => {
    for (const value of ["yes", "no"] as const)
      expect(proposeConnection([answer("opening", value, { means: "words" })])?.opening).toBe("unclear");
    const list = [
      ["遠隔", "VPN"],
      ["常時", "接続元"],
    ];
    expect(speaksOf(list, "ＶＰＮの接 続元を限っていますか")).toBe(true);
    expect(speaksOf(list, "接続元を限っていますか")).toBe(false);
  });

  it("names the fields that no question speaks of", () => {
    const all = ["method", "opening", "patchBearer", "accounts", "secondFactor", "sourceLimit", "logKeeping"];
    expect(silentFields(null)).toEqual(all);
    const spoken = proposeConnection([answer("opening", "blank"), answer("method", "yes")]);
    expect(silentFields(spoken)).toEqual(all.filter((each) => each !== "opening" && each !== "method"));
  });

  it("what a person saw when confirming brings up nothing; an answer that changed does", () => {
    const held = {
      ...{ method: "unclear", opening: "always", patchBearer: "vendor" },
      ...{ accounts: "individual", secondFactor: "in-use", sourceLimit: "limited" },
    };
    const was = [answer("opening", "yes", { means: "possible" })];
    const of = (basis: ProposalAnswer[], now: ProposalAnswer[]) =>
      differencesFrom({ ...held, basis }, proposeConnection(now));
    expect(
      of(
        was,
        was.map((each) => ({ ...each, disclosureId: "d2", cell: "S!A9" })),
      ),
    ).toEqual([]);
    expect(of([], was)).toEqual([{ field: "opening", held: "always", proposed: "on-demand" }]);
    expect(of(was, [answer("opening", "no")])).toEqual([
      { field: "opening", held: "always", proposed: "unclear" },
    ]);
    expect(of([], [answer("opening", "no")])).toEqual([]);
    expect(of([], [answer("accounts", "yes")])).toEqual([]);
    expect(of(was, [])).toEqual([]);
  });
});

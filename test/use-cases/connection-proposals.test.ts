import { describe, expect, it } from "vitest";
import { silentFields } from "~/domain/connection-proposal";
import { questionnaireSchema } from "~/domain/questionnaire";
import { addConnection, reviseConnection } from "~/use-cases/connection-records.server";
import { showConnection, showConnectionProposal, showConnections } from "~/use-cases/connections.server";
import { rawConnection } from "../support/contract-records";
import { inventedForm, publishEdition, receiveOn } from "../support/form-editions";
import { codesOf, expectDone, testHospital } from "../support/ports";
import { contractWithSystem, receiveDisclosure } from "../support/records";

const setUp = async () => {
  const { ports, editor } = await testHospital();
  return { ports, editor, ...(await contractWithSystem(ports, editor)) };
};

describe("connections", () => {
  it("are proposed from mapped answers with their cells, and keep what the person saw", async () => {
    const { ports, editor, systemId, productVersionId } = await setUp();
    const proposed = async () =>
      expectDone(await showConnectionProposal(ports, editor, { systemId })).proposal;
    expect(await proposed()).toBeNull();
    await receiveDisclosure(ports, editor, productVersionId, {
      answers: { "13-2": { answer: "yes", remark: "IPsec-VPN" }, "14-5": { answer: "no", remark: "" } },
    });
    const proposal = await proposed();
    expect(proposal).toMatchObject({ method: "ipsec-ike", accounts: "individual", keepsLogs: true });
    expect(proposal?.secondFactor).not.toBe("in-use");
    expect(proposal?.answers.every((each) => /!/.test(each.cell) && each.mapping.includes("@"))).toBe(true);
    const raw = rawConnection(systemId);
    const { id } = expectDone(await addConnection(ports, editor, { raw, isConfirmed: true }));
    const kept = expectDone(await showConnection(ports, editor, { connectionId: id }));
    expect(kept.confirmedOn).toBe("2026-11-24");
    expect(kept.basis).toHaveLength(proposal?.answers.length ?? 0);
    expect(codesOf(await addConnection(ports, editor, { raw, isConfirmed: false }))).toEqual([
      "already-exists",
    ]);
  });

  it("what was confirmed stays when a newer disclosure says otherwise, until a person confirms again", async () => {
    const { ports, editor, systemId, productVersionId } = await setUp();
    const receive = (disclosedOn: string, answer: "yes" | "no" | "unclear", remark = "") =>
      receiveDisclosure(ports, editor, productVersionId, {
        issuedOn: disclosedOn,
        answers: { "13-2": { answer: "yes", remark: "IPsec-VPN" }, "10-5": { answer, remark } },
      });
    const proposed = async () =>
      expectDone(await showConnectionProposal(ports, editor, { systemId })).proposal;
    await receive("2026-09-01", "unclear");
    expect(await proposed()).toMatchObject({ opening: "unclear", sourceLimit: "unclear" });
    await receive("2026-10-01", "yes");
    const proposal = await proposed();
    expect(proposal).toMatchObject({ opening: "on-demand", sourceLimit: "limited", patchBearer: "unclear" });
    expect(proposal?.answers.find((each) => each.field === "sourceLimit")).toMatchObject({
      no: "10-5",
      answer: "yes",
      cell: expect.stringMatching(/!/),
    });
    expect(silentFields(proposal)).toEqual(["patchBearer"]);
    const raw = rawConnection(systemId);
    const { id } = expectDone(await addConnection(ports, editor, { raw, isConfirmed: true }));
    const shown = async () => expectDone(await showConnection(ports, editor, { connectionId: id }));
    const differing = async () => (await shown()).differences.map(({ field, proposed: now }) => [field, now]);
    const confirm = async (change: Record<string, string> = {}) => {
      const input = { connectionId: id, version: (await shown()).version, isConfirmed: true };
      const revised = { ...rawConnection(systemId, change), effectiveFrom: "2026-11-24" };
      return expectDone(await reviseConnection(ports, editor, { ...input, raw: revised }));
    };
    expect(await differing()).toEqual([]);
    await receive("2026-11-01", "no", "常時接続です");
    expect(await shown()).toMatchObject({ opening: "on-demand", confirmedOn: "2026-11-24" });
    const changed = [
      ["opening", "always"],
      ["sourceLimit", "unclear"],
    ];
    expect(await differing()).toEqual(changed);
    const listed = { search: "", filters: {}, sort: "system", isDescending: false, archived: false };
    const { rows } = await showConnections(ports, editor, { ...listed, page: 1, pageSize: 50 });
    expect(rows[0]?.concerns).toContain("disclosure-differs");
    // The person asked and knows better: it stays as it was, and the same answers ask nothing again.
    await confirm();
    await confirm();
    expect(await shown()).toMatchObject({ opening: "on-demand", confirmedOn: "2026-11-24", differences: [] });
    expect((await shown()).entries).toHaveLength(3);
    expect((await shown()).basis.find((each) => each.field === "opening")?.answer).toBe("no");
    await receive("2026-11-10", "no", "常時接続です");
    expect(await differing()).toEqual([]);
  });

  it("a question of a form that a hospital loaded is found by its words and shown with its cell", async () => {
    const { ports, editor, systemId, productVersionId } = await setUp();
    const invented = inventedForm("5.0");
    const [first] = invented.questions;
    const asked = (no: string, question: string) => ({
      ...first,
      key: `item:${no}`,
      no,
      question,
      clauses: [],
    });
    const form = questionnaireSchema.parse({
      ...invented,
      head: { ...invented.head, version: "6.1" },
      questions: [
        ...invented.questions,
        asked("901", "ＶＰＮ装置のファームウェアを更新していますか。"),
        asked("902", "保守回線は常時接続ですか。"),
      ],
    });
    await publishEdition(ports, editor, form);
    const remarks = { "901": "当社が更新します。" };
    await receiveOn(ports, editor, productVersionId, { form, answers: {}, remarks });
    const { proposal } = expectDone(await showConnectionProposal(ports, editor, { systemId }));
    // A はい to 「常時接続ですか」 would mean the opposite of one to 「必要なときだけですか」: a person reads it.
    expect(proposal).toMatchObject({ patchBearer: "vendor", opening: "unclear", method: "unclear" });
    expect(proposal?.answers).toMatchObject([
      { field: "opening", means: "words", no: "902", answer: "yes" },
      { field: "patchBearer", means: "words", no: "901", remark: "当社が更新します。" },
    ]);
    expect(proposal?.answers.every((each) => each.cell.startsWith("MDS!"))).toBe(true);
    expect(silentFields(proposal)).toEqual([
      "method",
      "accounts",
      "secondFactor",
      "sourceLimit",
      "logKeeping",
    ]);
  });
});

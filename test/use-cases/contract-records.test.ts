import { describe, expect, it } from "vitest";
import { openDb } from "#db/client.server";
import { listRecords } from "#db/queries/registers.server";
import { runTurn } from "~/server/scheduler";
import { showMissingConnections } from "~/use-cases/connections.server";
import { correctClause, quoteClause } from "~/use-cases/contract-clauses.server";
import { fileContractDocument, withdrawContractDocument } from "~/use-cases/contract-documents.server";
import { contractOnPaper } from "~/use-cases/contract-on-paper.server";
import { amendContract, correctContract, registerContract } from "~/use-cases/contract-terms.server";
import { showContract } from "~/use-cases/look-back.server";
import {
  renameHospital,
  renameVendor,
  showHospitalNames,
  showVendorNames,
} from "~/use-cases/party-names.server";
import { reviseRecord, showRecord } from "~/use-cases/registers.server";
import { showRenewals } from "~/use-cases/renewals.server";
import { declareServers, showServerList } from "~/use-cases/servers.server";
import { settleServerUpdates } from "~/use-cases/update-bearers.server";
import { rawClause, rawDocument, rawNameChange } from "../support/contract-records";
import { codesOf, expectDone, expectProblems, migrationsFolder, testHospital } from "../support/ports";
import { contractWithSystem, rawContract, register } from "../support/records";

const setUp = async () => {
  const hospital = await testHospital();
  const { ports, editor } = hospital;
  const made = await contractWithSystem(ports, editor);
  const { contractId } = made;
  const shown = (day = "", knownOn = "") =>
    showContract(ports, editor, { contractId, day, knownOn }).then(expectDone);
  const form = (change: Record<string, string | string[]> = {}) => ({
    ...rawContract(made.vendorId),
    systemIds: [made.systemId],
    ...change,
  });
  const amend = async (change: Record<string, string | string[]>) =>
    amendContract(ports, editor, {
      contractId,
      version: (await shown()).contract.version,
      origin: "amendment",
      raw: form({ sourceTitle: "覚書", sourceNote: "別に定めたこと", ...change }),
    });
  return { ...hospital, ...made, shown, form, amend };
};

const listed = { search: "", filters: {}, sort: "number", isDescending: false, archived: false };
const firstPage = { ...listed, parentId: null, page: 1, pageSize: 50, today: "2026-11-24" };

describe("terms over time", () => {
  it("an amendment holds from its day; the day before it nothing has changed, and what was known stays known", async () => {
    const { ports, editor, shown, amend, contractId } = await setUp();
    ports.clock.set("2026-11-25T01:00:00.000Z");
    const source = { sourceNumber: "覚-1", sourceTitle: "覚書", effectiveFrom: "2027-01-01" };
    expectDone(await amend({ ...source, title: "新しい契約名", noticeDays: "60" }));
    expect((await shown("2026-12-31")).contract).toMatchObject({
      title: "電子カルテ保守契約",
      noticeDays: 90,
    });
    expect((await shown("2027-01-01")).contract).toMatchObject({ title: "新しい契約名", noticeDays: 60 });
    expect((await shown("2027-01-01", "2026-11-24")).contract.title).toBe("電子カルテ保守契約");
    // The register shows the new terms when their day comes, by the scheduler, also after a weekend off.
    const title = async () =>
      (await listRecords(ports.db, editor, "contract", firstPage)).rows[0]?.cells.title;
    await runTurn(ports, fail);
    expect(await title()).toBe("電子カルテ保守契約");
    ports.clock.set("2027-01-02T22:00:00.000Z");
    await runTurn(ports, fail);
    await runTurn(ports, fail);
    expect(await title()).toBe("新しい契約名");
    const { rows } = await ports.db.$client.execute(
      "SELECT count(*) AS n FROM audit WHERE verb = 'terms-begin'",
    );
    expect(Number(rows[0]?.n)).toBe(1);
    expect((await shown()).contract.id).toBe(contractId);
  });

  it("a correction counts in place of what it corrects; both stay, with the reason; a clock set back changes nothing", async () => {
    const { ports, editor, shown, amend, form, contractId } = await setUp();
    expectDone(await amend({ effectiveFrom: "2026-06-01", title: "誤った題" }));
    const wrong = (await shown()).held?.revision;
    ports.clock.addHours(-24 * 40);
    const correct = (raw: Record<string, string | string[]>, version: number) =>
      correctContract(ports, editor, { contractId, revisionId: wrong?.id ?? "", version, raw: form(raw) });
    const { version } = (await shown()).contract;
    const right = { effectiveFrom: "2026-06-01", title: "正しい題", sourceTitle: "覚書" };
    expect(codesOf(await correct(right, version))).toEqual(["field-required"]);
    expectDone(await correct({ ...right, reason: "覚書の写し間違い" }, version));
    const after = await shown("2026-11-24", "2026-11-24");
    expect(after.contract.title).toBe("正しい題");
    expect(after.terms.map((each) => each.title)).toContain("誤った題");
    expect(after.terms.at(-1)).toMatchObject({
      supersedes: wrong?.id,
      reason: "覚書の写し間違い",
      origin: "amendment",
    });
    expect(codesOf(await correct({ ...right, reason: "もう一度" }, version + 1))).toEqual([
      "revision-superseded",
    ]);
  });

  it("two people at once: the second is told, nothing is lost", async () => {
    const { ports, editor, shown, form, contractId } = await setUp();
    const { version } = (await shown()).contract;
    const input = (title: string) => ({
      contractId,
      version,
      origin: "amendment" as const,
      raw: form({ effectiveFrom: "2027-01-01", sourceTitle: "覚書", title }),
    });
    const results = await Promise.all([
      amendContract(ports, editor, input("一人目")),
      amendContract(ports, editor, input("二人目")),
    ]);
    expect(results.map((each) => each.ok).sort()).toEqual([false, true]);
    expect(results.flatMap((each) => (each.ok ? [] : each.problems.map(({ code }) => code)))).toEqual([
      "changed-meanwhile",
    ]);
    expect((await shown()).terms.filter((each) => each.origin === "amendment")).toHaveLength(1);
  });

  it("refuses an amendment before the contract, and servers of a system it does not cover", async () => {
    const { ports, editor, amend, productVersionId } = await setUp();
    expect(codesOf(await amend({ effectiveFrom: "2025-03-31" }))).toEqual(["amendment-before-contract"]);
    const other = await register(ports, editor, "system", {
      name: "別の系",
      productVersionId,
      category: "claims",
      form: "cloud",
      criticality: "low",
    });
    const serverId = await register(ports, editor, "server", {
      systemId: other,
      name: "X",
      kind: "nas",
      securityUpdateBearer: "unclear",
    });
    const listedServer = { effectiveFrom: "2027-01-01", serverScope: "listed", serverIds: [serverId] };
    expect(codesOf(await amend(listedServer))).toEqual(["field-unknown-reference"]);
  });

  it("a 覚書 has a number or a title, and changes something or says what it settles", async () => {
    const { amend, shown } = await setUp();
    const from = { effectiveFrom: "2027-01-01", sourceNote: "" };
    const refused = async (change: Record<string, string>) => {
      const result = await amend({ ...from, ...change });
      return result.ok ? [] : result.problems.map(({ code, at }) => [code, at]);
    };
    expect(await refused({ sourceTitle: " ", title: "新しい題" })).toEqual([
      ["amendment-unnamed", "sourceTitle"],
    ]);
    expect(await refused({})).toEqual([["amendment-without-change", "sourceNote"]]);
    expect(await refused({ sourceNote: "長".repeat(401) })).toEqual([["field-too-long", "sourceNote"]]);
    expect(await refused({ sourceTitle: "", sourceNumber: "覚-1", title: "新しい題" })).toEqual([]);
    expect(await refused({ title: "新しい題", effectiveFrom: "2027-02-01" })).toEqual([
      ["amendment-without-change", "sourceNote"],
    ]);
    expect(await refused({ title: "新しい題", sourceNote: "第11条を改めた" })).toEqual([]);
    expect((await shown()).terms.at(-1)).toMatchObject({ origin: "amendment", reason: "第11条を改めた" });
  });

  it("a renewal ends later than what it renews, and needs no paper", async () => {
    const { ports, editor, shown, form, contractId } = await setUp();
    const { version } = (await shown()).contract;
    const renew = (raw: Record<string, string>) =>
      amendContract(ports, editor, { contractId, version, origin: "renewal", raw: form(raw) });
    for (const inForceTo of ["2027-03-31", "2027-03-30"])
      expect(codesOf(await renew({ effectiveFrom: "2027-04-01", inForceTo }))).toEqual(["renewal-not-later"]);
    expectDone(await renew({ effectiveFrom: "2027-04-01", inForceTo: "" }));
    expect((await shown("2027-04-01")).held?.revision).toMatchObject({ origin: "renewal", inForceTo: null });
  });

  it("the calendar takes the end from a renewal that is recorded already", async () => {
    const { ports, editor, shown, form, contractId } = await setUp();
    const { version } = (await shown()).contract;
    const end = async () =>
      (await showRenewals(ports, editor)).rows.map((each) => [each.inForceTo, each.noticeOn]);
    expect(await end()).toEqual([["2027-03-31", "2026-12-31"]]);
    const raw = form({ effectiveFrom: "2027-04-01", inForceTo: "2028-03-31" });
    expectDone(await amendContract(ports, editor, { contractId, version, origin: "renewal", raw }));
    expect(await end()).toEqual([["2028-03-31", "2028-01-01"]]);
    expect((await shown("2027-04-01")).state).toBe("in-force");
  });
});

describe("documents, clauses, servers", () => {
  it("a clause stands on a page of a document that is there; a document it rests on cannot be withdrawn", async () => {
    const { ports, editor, shown, contractId } = await setUp();
    const filed = { contractId, ...rawDocument() };
    const { documentId } = expectDone(await fileContractDocument(ports, editor, filed));
    const revisionId = (await shown()).held?.revision.id ?? "";
    const quote = (change: Parameters<typeof rawClause>[1]) =>
      quoteClause(ports, editor, { contractId, key: null, raw: rawClause(revisionId, change) });
    expect(codesOf(await quote({ page: "3" }))).toEqual(["clause-page-without-document"]);
    expect(codesOf(await quote({ documentId: contractId }))).toEqual(["field-unknown-reference"]);
    const { clauseId } = expectDone(await quote({ documentId, page: "３" }));
    const withdraw = () => withdrawContractDocument(ports, editor, { documentId, reason: "誤り" });
    expect(codesOf(await withdraw())).toEqual(["document-in-use"]);
    const raw = rawClause(revisionId);
    expectDone(
      await correctClause(ports, editor, { clauseId, reason: "別の書類だった", raw, isRepealed: false }),
    );
    expectDone(await withdraw());
    expect(codesOf(await withdraw())).toEqual(["document-withdrawn"]);
  });

  it("a server is tied to a clause in force only; the declared list notices every change", async () => {
    const { ports, editor, shown, contractId, systemId, vendorId } = await setUp();
    const serverId = await register(ports, editor, "server", {
      systemId,
      name: "KARTE-PC",
      kind: "pc",
      securityUpdateBearer: "unclear",
    });
    const stands = async () => (await showServerList(ports, editor)).changes;
    expect(await stands()).toBeNull();
    const { sha256 } = await showServerList(ports, editor);
    expectDone(await declareServers(ports, editor, { sha256, note: "" }));
    expect(await stands()).toEqual([]);
    const revisionId = (await shown()).held?.revision.id ?? "";
    const quoted = { contractId, key: null, raw: rawClause(revisionId) };
    const { key } = expectDone(await quoteClause(ports, editor, quoted));
    const settle = (version: number, clauseKey: string) =>
      settleServerUpdates(ports, editor, {
        ...{ serverId, version },
        raw: { bearer: "vendor", clauseKey, typedClause: "", effectiveFrom: "2026-11-24" },
      });
    expect(codesOf(await settle(1, "no-such-key"))).toEqual(["clause-other-contract"]);
    const elsewhere = expectDone(
      await registerContract(ports, editor, { raw: rawContract(vendorId, "K-9") }),
    );
    const other = expectDone(
      await showContract(ports, editor, { contractId: elsewhere.id, day: "", knownOn: "" }),
    );
    const foreign = rawClause(other.held?.revision.id ?? "");
    const theirs = expectDone(
      await quoteClause(ports, editor, { contractId: elsewhere.id, key: null, raw: foreign }),
    );
    expect(codesOf(await settle(1, theirs.key))).toEqual(["clause-other-contract"]);
    expectDone(await settle(1, key));
    expect(await stands()).toEqual([
      { what: "server", how: "changed", name: "KARTE-PC", wasNamed: null, fields: ["bearer", "clause"] },
    ]);
    expect(codesOf(await declareServers(ports, editor, { sha256, note: "" }))).toEqual([
      "declaration-list-changed",
    ]);
  });
});

describe("names over time", () => {
  it("a paper prints the names of its day, and a correction by the register's form counts in its place", async () => {
    const { ports, admin, editor, vendorId, contractId } = await setUp();
    const vendor = () => showVendorNames(ports, editor, { vendorId }).then(expectDone);
    const renamed = {
      vendorId,
      version: (await vendor()).version,
      raw: rawNameChange("新社名株式会社", "2026-12-01"),
    };
    expectDone(await renameVendor(ports, editor, renamed));
    expect((await vendor()).present).toBe("試験ベンダ株式会社");
    const { version } = expectDone(await showHospitalNames(ports, admin));
    expectDone(await renameHospital(ports, admin, { version, raw: rawNameChange("統合病院", "2026-10-01") }));
    const printed = async (day: string) => {
      const paper = await contractOnPaper(ports, editor, contractId, day);
      return [paper?.printed.hospitalName, paper?.printed.vendorName];
    };
    expect(await printed("2026-09-30")).toEqual(["試験病院", "試験ベンダ株式会社"]);
    expect(await printed("2026-10-01")).toEqual(["統合病院", "試験ベンダ株式会社"]);
    expect(await printed("2026-12-01")).toEqual(["統合病院", "新社名株式会社"]);
    ports.clock.set("2026-12-01T15:00:00.000Z");
    await runTurn(ports, fail);
    expect((await vendor()).present).toBe("新社名株式会社");
    const row = expectDone(await showRecord(ports, editor, { noun: "vendor", id: vendorId }));
    const raw = { name: "新社名（株）", reason: "略称で登記されていた" };
    const silent = { noun: "vendor", id: vendorId, version: row.version, raw: { name: raw.name } } as const;
    expect(expectProblems(await reviseRecord(ports, editor, silent)).map((each) => each.at)).toEqual([
      "reason",
    ]);
    expectDone(
      await reviseRecord(ports, editor, { noun: "vendor", id: vendorId, version: row.version, raw }),
    );
    expect(await printed("2026-12-01")).toEqual(["統合病院", "新社名（株）"]);
    expect(await printed("2026-09-30")).toEqual(["試験病院", "試験ベンダ株式会社"]);
  });
});

it("pages about all contracts ask the database the same number of times for one and for thirty", async () => {
  const { ports, editor, vendorId, systemId } = await setUp();
  let asked = 0;
  const onQuery = () => {
    asked += 1;
  };
  const db = await openDb(ports.url, { migrationsFolder, onQuery });
  const counted = { ...ports, db };
  const count = async () => {
    asked = 0;
    await showRenewals(counted, editor);
    await showServerList(counted, editor);
    await showMissingConnections(counted, editor);
    return asked;
  };
  const few = await count();
  for (let no = 0; no < 30; no += 1) {
    const raw = { ...rawContract(vendorId, `K-${no}`), systemIds: [systemId] };
    expectDone(await registerContract(ports, editor, { raw }));
  }
  const many = await count();
  const { rows } = await showRenewals(counted, editor);
  db.$client.close();
  expect(rows).toHaveLength(31);
  expect(few).toBeGreaterThan(10);
  expect(many).toBe(few);
});

function fail(error: unknown): void {
  throw error;
}

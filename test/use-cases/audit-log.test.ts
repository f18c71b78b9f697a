import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { type AuditFilter, checkAuditChain, exportAudit, listAudit } from "~/use-cases/audit-log.server";
import { noteRead } from "~/use-cases/note-read.server";
import { openPaper } from "~/use-cases/papers.server";
import { codesOf, expectDone } from "../support/ports";
import { register } from "../support/records";
import { rawContact } from "../support/requests";
import { fullWorld, type World } from "../support/world";

const everything: AuditFilter = {
  fromOn: "",
  toOn: "",
  accountId: "",
  noun: "",
  verb: "",
  via: "",
  text: "",
};

let world: World;
beforeAll(async () => {
  world = await fullWorld();
}, 120_000);

const list = async (filter: Partial<AuditFilter>, page = 1, pageSize = 1000) => {
  const asked = { filter: { ...everything, ...filter }, page, pageSize };
  return expectDone(await listAudit(world.ports, world.admin, asked));
};

describe("the page of the log", () => {
  it("is for administrators and security leads only", async () => {
    const asked = { filter: everything, page: 1, pageSize: 50 };
    for (const scope of [world.viewer, world.procurement, world.approver]) {
      expect(codesOf(await listAudit(world.ports, scope, asked))).toEqual(["forbidden"]);
      expect(codesOf(await checkAuditChain(world.ports, scope))).toEqual(["forbidden"]);
    }
    expect(expectDone(await checkAuditChain(world.ports, world.admin)).isWhole).toBe(true);
    expect((await list({})).total).toBeGreaterThan(10);
    expect(codesOf(await exportAudit(world.ports, world.editor, { filter: everything }))).toEqual([
      "forbidden",
    ]);
  });

  it("shows the newest first, page by page, and each entry once", async () => {
    const all = await list({});
    expect(all.rows.length).toBe(all.total);
    const seqs = all.rows.map((each) => each.seq);
    expect(seqs).toEqual([...seqs].sort((a, b) => b - a));
    const pages = await Promise.all([1, 2, 3].map(async (page) => (await list({}, page, 7)).rows));
    expect(pages.flat().map((each) => each.seq)).toEqual(seqs.slice(0, 21));
  });

  it("every filter takes away what it says and nothing else", async () => {
    const all = (await list({})).rows;
    const [newest] = all;
    const cases: [Partial<AuditFilter>, (row: (typeof all)[number]) => boolean][] = [
      [{ noun: "roleSheet" }, (row) => row.noun === "roleSheet"],
      [{ verb: "register" }, (row) => row.verb === "register"],
      [{ via: "vendor" }, (row) => row.via === "vendor"],
      [{ accountId: world.editor.accountId ?? "" }, (row) => row.accountId === world.editor.accountId],
      [
        { text: world.contractId },
        (row) => row.recordId === world.contractId || row.change.includes(world.contractId),
      ],
      [{ text: "電子カルテ" }, (row) => row.change.includes("電子カルテ")],
      [{ text: "100%_" }, () => false],
      [{ fromOn: "2026-11-24", toOn: "2026-11-24" }, () => true],
      [{ fromOn: "2026-11-25" }, () => false],
      [{ toOn: "2026-11-23" }, () => false],
      [{ fromOn: "no day" }, () => true],
      [
        { text: String(newest?.seq) },
        (row) => row.seq === newest?.seq || row.change.includes(String(newest?.seq)),
      ],
    ];
    for (const [filter, isAsked] of cases) {
      const found = await list(filter);
      expect(
        found.rows.map((each) => each.seq),
        JSON.stringify(filter),
      ).toEqual(all.filter(isAsked).map((each) => each.seq));
      expect(found.total).toBe(found.rows.length);
    }
    expect(all.some((row) => row.via === "vendor")).toBe(true);
  });

  it("asks as often for a long page as for a short one", async () => {
    const count = async (pageSize: number) => {
      const before = world.ports.queries.count;
      await list({}, 1, pageSize);
      return world.ports.queries.count - before;
    };
    expect(await count(50)).toBe(await count(1));
  });
});

it("the export holds all that is needed to compute every hash anew, and is written down", async () => {
  const exported = expectDone(await exportAudit(world.ports, world.admin, { filter: everything }));
  expect(exported.length).toBe((await list({})).total);
  expect(exported[0]).toMatchObject({
    verb: "export-audit",
    noun: "audit",
    accountId: world.admin.accountId,
  });
  for (const each of exported) {
    // as docs/audit.md tells it, without the program
    const text = JSON.stringify([
      "buntan-audit-1",
      each.previous,
      each.seq,
      each.hospitalId,
      each.recordedAt,
      each.accountId,
      each.via,
      each.address,
      each.verb,
      each.noun,
      each.recordId,
      each.change,
    ]);
    expect(createHash("sha256").update(text).digest("hex"), String(each.seq)).toBe(each.hash);
  }
  const own = new Set(exported.map((each) => each.hospitalId));
  expect([...own]).toEqual([world.admin.hospitalId]);
});

describe("reading a paper", () => {
  const read = (paperId: string, scope = world.viewer) =>
    noteRead(world.ports, { ...scope, address: "192.0.2.7" }, { noun: "paper", recordId: paperId }, () =>
      openPaper(world.ports, scope, { paperId }),
    );

  it("leaves who, when and from where; what was not there leaves nothing", async () => {
    const before = (await list({ verb: "read" })).total;
    expect(expectDone(await read(world.paperId)).bytes.byteLength).toBeGreaterThan(1000);
    const [entry] = (await list({ verb: "read" })).rows;
    expect(entry).toMatchObject({
      noun: "paper",
      recordId: world.paperId,
      accountId: world.viewer.accountId,
      address: "192.0.2.7",
      recordedAt: world.ports.now(),
    });
    expect(codesOf(await read(world.paperId, world.stranger))).toEqual(["not-found"]);
    expect((await list({ verb: "read" })).total).toBe(before + 1);
  });

  it("a database that takes no entry keeps nobody from a paper, and the program says so", async () => {
    const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
    await world.ports.db.$client.execute("PRAGMA query_only = ON");
    try {
      expect(expectDone(await read(world.paperId)).bytes.byteLength).toBeGreaterThan(1000);
      expect(told.mock.calls.flat().join()).toContain(world.paperId);
    } finally {
      await world.ports.db.$client.execute("PRAGMA query_only = OFF");
      told.mockRestore();
    }
  });
});

it("no value that names a person stands in the log, whatever was done to records", async () => {
  const contact = {
    ...rawContact(world.vendorId),
    name: "山吹 ひとり",
    mail: "hitori@vendor.example",
    phone: "03-9999-1234",
  };
  await register(world.ports, world.editor, "vendorContact", contact);
  const { $client } = world.ports.db;
  const log = (await $client.execute("SELECT change FROM audit")).rows
    .map((row) => String(row.change))
    .join("\n");
  const people = await $client.execute(
    `SELECT name AS v FROM account UNION SELECT sign_in_name FROM account UNION SELECT name FROM vendor_contact
     UNION SELECT mail FROM vendor_contact UNION SELECT phone FROM vendor_contact UNION SELECT note FROM vendor_contact
     UNION SELECT deputy_name FROM vendor_contact UNION SELECT department FROM vendor_contact`,
  );
  const values = people.rows.map((row) => String(row.v)).filter((value) => value.length > 1);
  expect(values).toContain("山吹 ひとり");
  expect(values.filter((value) => log.includes(value))).toEqual([]);
});

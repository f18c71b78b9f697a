import { beforeAll, expect, it } from "vitest";
import { listDisclosures } from "#db/queries/disclosures.server";
import { demoSignIn, makeDemo } from "~/demo/make-demo.server";
import { addDays, dayInTokyo } from "~/domain/day";
import { askWhoWasInCharge, showContract } from "~/use-cases/look-back.server";
import { openPaper } from "~/use-cases/papers.server";
import { expectDone, type TestPorts, testPorts } from "../support/ports";

let ports: TestPorts;

beforeAll(async () => {
  ports = await testPorts();
  await makeDemo(ports);
}, 300_000); // why: twenty months are played, and the machine may be busy

async function count(sql: string): Promise<number> {
  const { rows } = await ports.db.$client.execute(`SELECT count(*) AS n FROM ${sql}`);
  return Number(rows[0]?.n);
}

async function contractId(number: string): Promise<string> {
  const { rows } = await ports.db.$client.execute({
    sql: "SELECT id FROM contract WHERE number = ?",
    args: [number],
  });
  return String(rows[0]?.id);
}

it("is a hospital of 320 beds with 8 vendors and 15 systems", async () => {
  expect(await count("hospital WHERE beds = 320")).toBe(1);
  expect(await count("vendor")).toBe(8);
  expect(await count("system")).toBe(15);
  for (const bearer of ["vendor", "hospital", "unclear"])
    expect(await count(`update_bearer_entry WHERE bearer = '${bearer}'`)).toBeGreaterThan(0);
  const today = dayInTokyo(ports.now());
  expect(await count(`update_bearer_entry WHERE effective_from > '${today}'`)).toBe(1);
  expect(await count("update_bearer_entry WHERE supersedes IS NOT NULL AND reason <> ''")).toBe(1);
});

it("holds contracts in force, with notice due within 30 days, and expired", async () => {
  const today = dayInTokyo(ports.now());
  expect(await count(`contract WHERE in_force_to < '${today}'`)).toBe(1);
  expect(await count(`contract WHERE in_force_to > '${today}'`)).toBeGreaterThan(5);
  const notice = addDays(today, 30);
  expect(await count(`contract WHERE date(in_force_to, '-' || notice_days || ' days') = '${notice}'`)).toBe(
    1,
  );
});

it("holds disclosures that are good, old, missing, withdrawn and superseded", async () => {
  const scope = await demoSignIn(ports);
  const query = {
    search: "",
    form: null,
    vendorId: null,
    productVersionId: null,
    sort: "issuedOn",
    isDescending: true,
    page: 1,
    pageSize: 50,
  } as const;
  const all = await listDisclosures(ports.db, scope, { ...query, show: "all" });
  const current = await listDisclosures(ports.db, scope, { ...query, show: "current" });
  const withdrawn = await listDisclosures(ports.db, scope, { ...query, show: "withdrawn" });
  expect([all.total, current.total, withdrawn.total]).toEqual([14, 12, 1]);
  const twoYearsAgo = addDays(dayInTokyo(ports.now()), -730);
  expect(current.rows.filter((each) => each.issuedOn < twoYearsAgo).length).toBe(2);
  const silent = await count(
    "system s WHERE NOT EXISTS (SELECT 1 FROM disclosure d WHERE d.product_version_id = s.product_version_id)",
  );
  expect(silent).toBeGreaterThan(2);
  for (const each of current.rows) expect(each.unreadCount, each.product).toBe(0);
});

it("decided in every way; one is overdue, some are closed, one was replaced", async () => {
  const { rows } = await ports.db.$client.execute("SELECT DISTINCT kind FROM decision ORDER BY kind");
  expect(rows.map((each) => each.kind)).toEqual([
    "accept-risk",
    "contract-term",
    "hospital-control",
    "not-applicable",
    "vendor-fix",
  ]);
  const today = dayInTokyo(ports.now());
  const open = "NOT EXISTS (SELECT 1 FROM decision_closing c WHERE c.decision_id = d.id)";
  expect(await count(`decision d WHERE due_on < '${today}' AND ${open}`)).toBe(1);
  expect(await count("decision_closing")).toBe(2);
  expect(await count("decision WHERE supersedes IS NOT NULL")).toBe(1);
});

it("answers who was in charge differently for then and for now", async () => {
  const scope = await demoSignIn(ports);
  const input = { contractId: await contractId("みず契-0412"), rowKey: "starter:security-updates" };
  const today = dayInTokyo(ports.now());
  const partyOn = async (day: string, knownOn = "") => {
    const asked = expectDone(await askWhoWasInCharge(ports, scope, { ...input, day, knownOn }));
    const answer = asked.answers[0]?.answer;
    return answer?.kind === "party" ? answer.party : answer?.why;
  };
  expect(await partyOn("2025-10-01")).toBe("hospital");
  expect(await partyOn(today)).toBe("vendor");
  expect(await partyOn(today, addDays(today, -300))).toBe("hospital");
  expect(await partyOn(addDays(today, -700))).toBe("no-contract-then");
});

it("keeps an annex issued twice, drafts beside it, and a sheet with undecided rows", async () => {
  const scope = await demoSignIn(ports);
  const shown = expectDone(
    await showContract(ports, scope, { contractId: await contractId("みず契-0412"), day: "", knownOn: "" }),
  );
  expect(shown.papers.map((each) => each.issueNo)).toEqual([2, 1]);
  const paper = expectDone(await openPaper(ports, scope, { paperId: shown.papers[0]?.id ?? "" }));
  expect(Buffer.from(paper.bytes.subarray(0, 5)).toString()).toBe("%PDF-");
  expect(await count("paper_draft p WHERE NOT EXISTS (SELECT 1 FROM paper x WHERE x.draft_id = p.id)")).toBe(
    3,
  );
  expect(await count("role_sheet_row WHERE party = 'undecided'")).toBeGreaterThan(5);
});

it("asked its vendors: open, overdue, submitted, returned, refused and accepted, one round every year", async () => {
  const { rows } = await ports.db.$client.execute("SELECT DISTINCT state FROM request ORDER BY state");
  expect(rows.map((each) => each.state)).toEqual([
    "accepted",
    "opened",
    "refused",
    "returned",
    "submitted",
    "waiting",
  ]);
  const today = dayInTokyo(ports.now());
  expect(await count(`request WHERE state = 'waiting' AND due_on < '${today}'`)).toBe(1);
  expect(await count("request_round WHERE recurrence = 'yearly' AND next_on IS NOT NULL")).toBe(1);
  expect(await count("request_event WHERE kind = 'reminded'")).toBeGreaterThan(1);
  expect(await count("mail WHERE state = 'waiting'")).toBeGreaterThan(0);
});

it("never records a moment after the present, and none before the one ahead of it", async () => {
  const { rows } = await ports.db.$client.execute("SELECT recorded_at FROM audit ORDER BY seq");
  const moments = rows.map((each) => String(each.recorded_at));
  expect(moments).toEqual([...moments].sort());
  expect(moments.at(-1)?.localeCompare(ports.now())).toBeLessThanOrEqual(0);
});

it("holds a negotiation in progress: rows the vendor proposed, and a filled sheet that waits to be taken over", async () => {
  expect(await count("role_row_proposal WHERE state = 'open'")).toBe(2);
  expect(await count("request WHERE kind = 'role-sheet' AND state = 'opened'")).toBe(1);
  expect(await count(`intake_reading WHERE reading LIKE '%"roleSheets"%'`)).toBe(1);
});

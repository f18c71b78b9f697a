import ICAL from "ical.js";
import { beforeEach, expect, it } from "vitest";
import { addDays, dayInTokyo } from "~/domain/day";
import { wordsOf } from "~/messages/words";
import { makeFeed, readFeed, revokeFeed, showFeed } from "~/use-cases/calendar.server";
import { decide } from "~/use-cases/decide.server";
import { listDecisions } from "~/use-cases/decision-list.server";
import { endMembership, showPerson } from "~/use-cases/memberships.server";
import { archiveRecord } from "~/use-cases/registers.server";
import { listStandIns, setStandIn, takeBackStandIn } from "~/use-cases/stand-ins.server";
import { addSubcontractor } from "~/use-cases/subcontractors.server";
import { rawSubcontractor } from "../support/contract-records";
import { gapOn, rawDecision } from "../support/decisions";
import { codesOf, expectDone, type TestHospital, testHospital } from "../support/ports";
import { contractWithSystem, FORM_6_0, receiveDisclosure } from "../support/records";

const words = {
  name: (hospital: string) => `分担 ${hospital}`,
  title: (kind: keyof (typeof kinds)["kinds"], name: string | null) =>
    [kinds.kinds[kind].word, name].filter(Boolean).join("："),
  text: "分担で",
};
const kinds = wordsOf("ja").deadlines;
type World = TestHospital & { decisionId: string };
let world: World;

beforeEach(async () => {
  const hospital = await testHospital();
  const { ports, editor } = hospital;
  const { productVersionId } = await contractWithSystem(ports, editor);
  const answers = { "14-3": { answer: "no", remark: "次の版" } as const };
  const disclosureId = await receiveDisclosure(ports, editor, productVersionId, { answers });
  const requirement = (await gapOn(ports, editor, disclosureId, "14-3")).requirement.key;
  const raw = rawDecision({ ownerAccountId: hospital.admin.accountId ?? "", reason: "XYZZY" });
  const input = { disclosureId, guideline: FORM_6_0, requirement, supersedes: null, raw };
  const { decisionId } = expectDone(await decide(ports, editor, input));
  world = { ...hospital, decisionId };
});

const read = (file: string | null) => {
  if (file === null) return null;
  const events = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents("vevent");
  return events.map((each) => new ICAL.Event(each));
};

it("holds the days of the hospital for whoever has the address, and no word of a finding", async () => {
  const { ports, viewer, decisionId } = world;
  expect(await showFeed(ports, viewer)).toBeNull();
  const { token } = expectDone(await makeFeed(ports, viewer));
  const file = (await readFeed(ports, token, words)) ?? "";
  const events = read(file) ?? [];
  const promise = events.find((each) => each.uid === `decision-due-${decisionId}@buntan`);
  expect(promise?.startDate.toString()).toBe("2027-03-31");
  expect(promise?.summary).toBe(kinds.kinds["decision-due"].word);
  expect(events.map((each) => each.summary)).toContain(
    `${kinds.kinds["contract-end"].word}：K-2026-001 電子カルテ保守契約`,
  );
  expect(file).not.toMatch(/XYZZY|14-3|試験カルテ|提供する/);
  expect(new Set(events.map((each) => each.uid)).size).toBe(events.length);
});

it("an event keeps its name when another of its record goes; a contract put away leaves the calendar", async () => {
  const { ports, editor, viewer } = world;
  const { rows } = await ports.db.$client.execute("SELECT id, version FROM contract");
  const contractId = String(rows[0]?.id);
  const add = (name: string, expiresOn: string) =>
    addSubcontractor(ports, editor, {
      contractId,
      raw: rawSubcontractor({
        name,
        certificateName: ["ISMS"],
        certificateNumber: [""],
        certificateExpiresOn: [expiresOn],
      }),
    });
  expectDone(await add("先に切れる社", "2027-01-31"));
  expectDone(await add("後に切れる社", "2027-02-28"));
  const { token } = expectDone(await makeFeed(ports, viewer));
  const uids = async (day: string) =>
    (read(await readFeed(ports, token, words)) ?? [])
      .filter((each) => each.startDate.toString() === day)
      .map((each) => each.uid);
  const before = await uids("2027-02-28");
  expect(before).toHaveLength(1);
  await ports.db.$client.execute({
    sql: "UPDATE subcontractor SET archived_at = ? WHERE name = '先に切れる社'",
    args: [ports.now()],
  });
  expect(await uids("2027-01-31")).toEqual([]);
  expect(await uids("2027-02-28")).toEqual(before);
  const input = {
    noun: "contract",
    id: contractId,
    version: Number(rows[0]?.version),
    isArchived: true,
  } as const;
  expectDone(await archiveRecord(ports, editor, input));
  expect(
    (read(await readFeed(ports, token, words)) ?? []).filter((each) => each.uid.includes(contractId)),
  ).toEqual([]);
});

it("keeps a hash only; a new address ends the one before, and ending it ends it at once", async () => {
  const { ports, editor, viewer, stranger } = world;
  const first = expectDone(await makeFeed(ports, editor));
  const rows = await ports.db.$client.execute("SELECT * FROM calendar_feed");
  expect(JSON.stringify(rows.rows)).not.toContain(first.token);
  const second = expectDone(await makeFeed(ports, editor));
  expect(await readFeed(ports, first.token, words)).toBeNull();
  expect(await readFeed(ports, second.token, words)).not.toBeNull();
  expect(codesOf(await revokeFeed(ports, viewer))).toEqual(["not-found"]);
  expect(codesOf(await revokeFeed(ports, stranger))).toEqual(["not-found"]);
  expectDone(await revokeFeed(ports, editor));
  expect(await readFeed(ports, second.token, words)).toBeNull();
  expect(await readFeed(ports, "", words)).toBeNull();
});

it("opens nothing any more for a person who left", async () => {
  const { ports, viewer } = world;
  const { token } = expectDone(await makeFeed(ports, viewer));
  await ports.db.$client.execute({
    sql: "UPDATE account SET disabled_at = ? WHERE id = ?",
    args: [ports.now(), viewer.accountId],
  });
  expect(await readFeed(ports, token, words)).toBeNull();
});

it("opens nothing any more once the membership ended, by hand or by its last day", async () => {
  const { ports, admin, approver, procurement } = world;
  for (const scope of [approver, procurement]) {
    const { token } = expectDone(await makeFeed(ports, scope));
    expect(await readFeed(ports, token, words)).not.toBeNull();
    const who = { accountId: scope.accountId ?? "" };
    if (scope === approver) {
      const shown = expectDone(await showPerson(ports, admin, who));
      expectDone(await endMembership(ports, admin, { ...who, version: shown.version }));
    } else {
      const args = [addDays(dayInTokyo(ports.now()), -1), scope.accountId];
      await ports.db.$client.execute({
        sql: "UPDATE membership SET until_day = ? WHERE account_id = ?",
        args,
      });
    }
    expect(await readFeed(ports, token, words), scope.role).toBeNull();
  }
});

it("shows another's work to whoever stands in, from the first day to the last, unless it is taken back", async () => {
  const { ports, admin, editor } = world;
  const mine = async () => {
    const { decisions, standingInFor } = await listDecisions(ports, editor);
    return [decisions.map((each) => each.isMine), standingInFor];
  };
  const [accountId, substituteId] = [admin.accountId ?? "", editor.accountId ?? ""];
  const days = { fromOn: "2026-11-25", toOn: "2026-11-26" };
  const { id } = expectDone(await setStandIn(ports, admin, { accountId, substituteId, ...days }));
  expect(await mine()).toEqual([[false], []]);
  ports.clock.set("2026-11-24T15:00:00.000Z"); // the 25th in Tokyo
  expect(await mine()).toEqual([[true], ["試験 admin"]]);
  ports.clock.set("2026-11-26T15:00:00.000Z");
  expect(await mine()).toEqual([[false], []]);
  ports.clock.set("2026-11-25T15:00:00.000Z");
  expectDone(await takeBackStandIn(ports, admin, { id }));
  expect(await mine()).toEqual([[false], []]);
  expect(await listStandIns(ports, admin)).toEqual([]);
});

it("refuses days out of order, oneself, and people of elsewhere", async () => {
  const { ports, admin, editor, stranger } = world;
  const good = {
    accountId: admin.accountId ?? "",
    substituteId: editor.accountId ?? "",
    fromOn: "2026-12-01",
    toOn: "2026-12-02",
  };
  const set = (change: object) => setStandIn(ports, admin, { ...good, ...change });
  expect(codesOf(await set({ toOn: "2026-11-30" }))).toEqual(["day-order"]);
  expect(codesOf(await set({ substituteId: good.accountId }))).toEqual(["stand-in-oneself"]);
  expect(codesOf(await set({ substituteId: stranger.accountId ?? "" }))).toEqual(["field-unknown-reference"]);
  expect(codesOf(await set({ accountId: "", fromOn: "x" }))).toEqual(["field-required", "field-not-a-day"]);
});

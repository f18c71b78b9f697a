import { findAccountBySignInName } from "#db/queries/people.server";
import { addDays, dayInTokyo } from "~/domain/day";
import { isTimeLimited } from "~/domain/rights";
import type { Role, Scope } from "~/domain/scope";
import { addPerson, openHospital } from "~/use-cases/people.server";
import type { Ports } from "~/use-cases/ports.server";
import { walkingClock } from "./demo-clock";
import { type DemoPlay, expectDone } from "./demo-play";
import { fillRegisters } from "./fill-registers.server";
import { playHistory } from "./play-history.server";

const ADMIN = "demo-admin";
/** What the hospital was called before it became one with its branch (contract-records.ts). */
const FORMER_NAME = "みずうみ市民病院";
/** Twenty months ago, in days: the demo hospital starts its records here. */
const START = -620;
const people = {
  admin: { name: "水野 あおい", department: "調達課" },
  lead: { name: "森田 しずか", department: "医療情報室" },
  procurement: { name: "浜田 なぎさ", department: "調達課" },
  approver: { name: "入江 ひろし", department: "院長室" },
  viewer: { name: "川辺 そら", department: "総務課" },
} as const satisfies Record<Role, { name: string; department: string }>;

/**
 * Fills an empty database with the invented 320-bed hospital, by the same use cases as real work. Its history
 * runs over the last twenty months up to today, because `now` is a port: days are counted from `ports.now()`.
 * @throws when a use case refuses, with the codes of its Problems
 */
export async function makeDemo(ports: Ports): Promise<void> {
  const clock = walkingClock(ports.now);
  const own: Ports = { ...ports, now: clock.now };
  clock.goTo(START);
  const { admin, editor } = await openDemoHospital(own);
  const play: DemoPlay = { ports: own, clock, admin, editor };
  const register = await fillRegisters(play);
  await playHistory(play, register);
  // why last: a viewer's days are counted from when he was added.
  expectDone(await addPerson(own, admin, { ...demoAccount(own, "viewer"), role: "viewer" }));
}

function demoAccount(ports: Ports, role: Role) {
  return {
    ...people[role],
    signInName: `demo-${role}`,
    // why: nobody signs in to the demo by password; the demo route opens a session.
    password: ports.newToken(),
    until: isTimeLimited(role) ? addDays(dayInTokyo(ports.now()), 90) : "",
  };
}

async function openDemoHospital(ports: Ports): Promise<{ admin: Scope; editor: Scope }> {
  const account = (role: Role) => demoAccount(ports, role);
  const opened = expectDone(
    await openHospital(ports, { hospitalName: FORMER_NAME, beds: 320, admin: account("admin") }),
  );
  const admin: Scope = { ...opened.scope, via: "demo" };
  let editor = admin;
  for (const role of ["lead", "procurement", "approver"] as const) {
    const { id } = expectDone(await addPerson(ports, admin, { ...account(role), role }));
    if (role === "lead") editor = { ...admin, accountId: id, role };
  }
  return { admin, editor };
}

/** The demo's administrator, for whom the demo route opens a session without a password. */
export async function demoSignIn(ports: Ports): Promise<Scope> {
  const found = await findAccountBySignInName(ports.db, ADMIN);
  if (!found) throw new Error("the demo has no administrator");
  return {
    groupId: found.account.groupId,
    hospitalId: found.hospitalId,
    accountId: found.account.id,
    role: found.role,
    via: "demo",
  };
}

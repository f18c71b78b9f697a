import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { findSession } from "#db/queries/people.server";
import { chooseLanguage } from "~/use-cases/language.server";
import { addPerson, openHospital, openSession, signOut } from "~/use-cases/people.server";
import { signIn } from "~/use-cases/sign-in.server";
import { codesOf, expectDone, expectProblems, testHospital, testPassword, testPorts } from "../support/ports";

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");
const admin = { name: "最初の人", department: "", signInName: "first", password: testPassword };

it("opens the first hospital once", async () => {
  const ports = await testPorts();
  const open = () => openHospital(ports, { hospitalName: "一番病院", beds: null, admin });
  const { scope } = expectDone(await open());
  expect(scope).toMatchObject({ role: "admin", via: "setup" });
  expect(codesOf(await open())).toEqual(["setup-already-done"]);
});

it("names every wrong field of the first account", async () => {
  const ports = await testPorts();
  const wrong = { name: " ", department: "", signInName: "日本語", password: "短い" };
  const result = await openHospital(ports, { hospitalName: "", beds: null, admin: wrong });
  expect(expectProblems(result).map((each) => `${each.at} ${each.code}`)).toEqual([
    "hospitalName field-required",
    "name field-required",
    "signInName field-invalid",
    "password field-too-short",
  ]);
});

it("refuses a disabled account and ends its sessions", async () => {
  const { ports, viewer } = await testHospital();
  const { token } = expectDone(await openSession(ports, { scope: viewer, seconds: 3600, hashOf }));
  await ports.db.$client.execute({
    sql: "UPDATE account SET disabled_at = ? WHERE id = ?",
    args: [ports.now(), viewer.accountId],
  });
  expect(await findSession(ports.db, hashOf(token), ports.now())).toBeNull();
  const from = { browser: "", address: "127.0.0.1", seconds: 60, hashOf };
  const again = await signIn(ports, { signInName: "test-viewer", password: testPassword, ...from });
  expect(codesOf(again)).toEqual(["sign-in-failed"]);
});

it("keeps only the hash of a token, and forgets it at sign-out", async () => {
  const { ports, viewer } = await testHospital();
  const { token } = expectDone(await openSession(ports, { scope: viewer, seconds: 3600, hashOf }));
  const { rows } = await ports.db.$client.execute("SELECT * FROM session");
  expect(JSON.stringify(rows)).not.toContain(token);
  expectDone(await signOut(ports, viewer, hashOf(token)));
  expect(await findSession(ports.db, hashOf(token), ports.now())).toBeNull();
  expect(
    codesOf(await openSession(ports, { scope: { ...viewer, accountId: null }, seconds: 1, hashOf })),
  ).toEqual(["sign-in-failed"]);
});

it("ends a session by itself when its time is over, however often it is used", async () => {
  const { ports, viewer } = await testHospital();
  const { token } = expectDone(await openSession(ports, { scope: viewer, seconds: 3600, hashOf }));
  ports.clock.addHours(0.9);
  expect(await findSession(ports.db, hashOf(token), ports.now())).not.toBeNull();
  ports.clock.addHours(0.2);
  expect(await findSession(ports.db, hashOf(token), ports.now())).toBeNull();
});

it("adds people once each, with a role that exists", async () => {
  const { ports, admin: scope } = await testHospital();
  const add = (role: string, signInName = "new-one") =>
    addPerson(ports, scope, { ...admin, signInName, role, until: "" });
  expect(codesOf(await add("king"))).toEqual(["field-not-an-option"]);
  expectDone(await add("procurement"));
  expect(codesOf(await add("procurement", "NEW-ONE"))).toEqual(["already-exists"]);
});

it("keeps the chosen language with the account", async () => {
  const { ports, viewer } = await testHospital();
  const { token } = expectDone(await openSession(ports, { scope: viewer, seconds: 3600, hashOf }));
  expectDone(await chooseLanguage(ports, viewer, "en"));
  expect(await findSession(ports.db, hashOf(token), ports.now())).toMatchObject({ language: "en" });
});

import { createHash } from "node:crypto";
import { generateSync } from "otplib";
import { expect, it } from "vitest";
import { findSession } from "#db/queries/people.server";
import { factorsOf } from "#db/queries/sign-in.server";
import { clearFactors, makeAccountLink, saveNetworks, waiveFactor } from "~/use-cases/memberships.server";
import { changePassword, setPasswordByLink, showOwnAccount } from "~/use-cases/own-account.server";
import { addPerson } from "~/use-cases/people.server";
import {
  beginApp,
  confirmApp,
  removeApp,
  renewRecoveryCodes,
  setUpApp,
  showCode,
} from "~/use-cases/second-factor.server";
import { setOwnPassword, signIn } from "~/use-cases/sign-in.server";
import {
  codesOf,
  expectDone,
  type TestHospital,
  type TestPorts,
  testHospital,
  testPassword,
} from "../support/ports";
import { testSecrets } from "../support/secrets";

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");
const from = { browser: "Firefox · Windows", address: "192.0.2.7", seconds: 3600, hashOf };
const enter = (ports: TestPorts, password = testPassword, signInName = "test-editor") =>
  signIn(ports, { signInName, password, ...from });
const codeNow = (ports: TestPorts, secret: string) =>
  generateSync({ secret, epoch: Math.floor(Date.parse(ports.now()) / 1000) });

/** The person has changed the first password already: only the second factor is left to do. */
async function ownPassword(hospital: TestHospital): Promise<void> {
  await hospital.ports.db.$client.execute("UPDATE account SET must_change_password = 0");
}

/** Somebody with an app. @returns the seed and the recovery codes */
async function withApp(hospital: TestHospital): Promise<{ seed: string; codes: string[] }> {
  const { ports, editor } = hospital;
  await ownPassword(hospital);
  const begun = expectDone(await beginApp(ports, editor));
  const seed = begun?.seed ?? "";
  const { codes } = expectDone(await confirmApp(ports, editor, { code: codeNow(ports, seed) }));
  ports.clock.addHours(1);
  return { seed, codes };
}

it("leads everybody through setting up the second factor at the first sign-in, then to an own password", async () => {
  const { ports, editor } = await testHospital();
  const step = expectDone(await enter(ports));
  expect(step.step).toBe("set-up");
  expect(await findSession(ports.db, hashOf(step.token), ports.now())).toBeNull();
  const begun = expectDone(await beginApp(ports, editor));
  const seed = begun?.seed ?? "";
  expect(begun?.address).toMatch(/^otpauth:\/\/totp\/Buntan:test-editor\?/);
  expect(expectDone(await beginApp(ports, editor))?.seed).toBe(seed);
  expect(codesOf(await setUpApp(ports, { token: step.token, code: "000000", ...from }))).toEqual([
    "factor-wrong",
  ]);
  const set = expectDone(await setUpApp(ports, { token: step.token, code: codeNow(ports, seed), ...from }));
  expect(set.codes).toHaveLength(10);
  expect(new Set(set.codes).size).toBe(10);
  expect(set.step).toBe("own-password");
  const chosen = { token: set.token, password: "みずうみ-８文字", ...from };
  const opened = expectDone(await setOwnPassword(ports, chosen));
  expect(opened.step).toBeNull();
  expect(await findSession(ports.db, hashOf(opened.token), ports.now())).toMatchObject({ role: "lead" });
  expect(codesOf(await setOwnPassword(ports, chosen))).toEqual(["step-over"]);
});

it("asks for the code at every later sign-in, takes no code twice, and none of a minute ago", async () => {
  const hospital = await testHospital();
  const { ports } = hospital;
  const { seed } = await withApp(hospital);
  const first = expectDone(await enter(ports));
  expect(first.step).toBe("second-factor");
  const code = codeNow(ports, seed);
  expect(expectDone(await showCode(ports, { token: first.token, code, ...from })).step).toBeNull();
  const again = expectDone(await enter(ports));
  expect(codesOf(await showCode(ports, { token: again.token, code, ...from }))).toEqual(["factor-wrong"]);
  ports.clock.addHours(2 / 60);
  expect(codesOf(await showCode(ports, { token: again.token, code, ...from }))).toEqual(["factor-wrong"]);
  const full = [...codeNow(ports, seed)]
    .map((each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0))
    .join("");
  expect(expectDone(await showCode(ports, { token: again.token, code: full, ...from })).step).toBeNull();
});

it("opens once with each recovery code; renewing ends those before", async () => {
  const hospital = await testHospital();
  const { ports, editor } = hospital;
  const { codes } = await withApp(hospital);
  const show = async (code: string) => {
    const { token } = expectDone(await enter(ports));
    return showCode(ports, { token, code, ...from });
  };
  const typed = codes[0]?.toLowerCase().replace("-", " ") ?? "";
  expect(expectDone(await show(typed)).step).toBeNull();
  expect(codesOf(await show(typed))).toEqual(["factor-wrong"]);
  const fresh = expectDone(await renewRecoveryCodes(ports, editor)).codes;
  expect(codesOf(await show(codes[1] ?? ""))).toEqual(["factor-wrong"]);
  expect(expectDone(await show(fresh[1] ?? "")).step).toBeNull();
});

it("keeps neither seed nor code nor password in the database", async () => {
  const hospital = await testHospital();
  const { ports, editor } = hospital;
  const { seed, codes } = await withApp(hospital);
  const dump = [];
  for (const table of ["account", "totp_seed", "recovery_code", "session", "sign_in_step", "audit"]) {
    dump.push(JSON.stringify((await ports.db.$client.execute(`SELECT * FROM ${table}`)).rows));
  }
  for (const secret of [seed, testPassword, ...codes, ...codes.map((each) => each.replace("-", ""))])
    expect(dump.join("")).not.toContain(secret);
  const { seed: row } = await factorsOf(ports.db, editor.accountId ?? "");
  expect(testSecrets.open(row?.sealedSeed ?? "", `totp ${editor.accountId}`)).toBe(seed);
  expect(testSecrets.open(row?.sealedSeed ?? "", "totp somebody-else")).toBeNull();
});

it("waits longer after each wrong try, and answers a right one only after the wait", async () => {
  const hospital = await testHospital();
  const { ports } = hospital;
  for (let at = 0; at < 4; at++) expect(codesOf(await enter(ports, "wrong"))).toEqual(["sign-in-failed"]);
  expect(expectDone(await enter(ports)).step).toBe("set-up");
  expect(codesOf(await enter(ports, "wrong"))).toEqual(["sign-in-failed"]);
  expect(codesOf(await enter(ports))).toEqual(["too-many-attempts"]);
  ports.clock.addHours(31 / 3600);
  expect(codesOf(await enter(ports, "wrong"))).toEqual(["sign-in-failed"]);
  ports.clock.addHours(31 / 3600);
  expect(codesOf(await enter(ports))).toEqual(["too-many-attempts"]);
  ports.clock.addHours(30 / 3600);
  expect(expectDone(await enter(ports)).step).toBe("set-up");
  const { rows } = await ports.db.$client.execute(
    "SELECT count(*) AS n FROM audit WHERE verb = 'sign-in-failed' AND account_id IS NULL",
  );
  expect(Number(rows[0]?.n)).toBe(6);
});

it("ends a step after five wrong codes, and after a quarter of an hour", async () => {
  const hospital = await testHospital();
  const { ports } = hospital;
  const { seed } = await withApp(hospital);
  const { token } = expectDone(await enter(ports));
  const codes = [];
  for (let at = 0; at < 6; at++) {
    codes.push(...codesOf(await showCode(ports, { token, code: "AAAAA-AAAAA", ...from })));
    ports.clock.addHours(1 / 60);
  }
  expect(codes).toEqual([...Array.from({ length: 5 }, () => "factor-wrong"), "step-over"]);
  ports.clock.addHours(1);
  const late = expectDone(await enter(ports));
  ports.clock.addHours(16 / 60);
  const code = codeNow(ports, seed);
  expect(codesOf(await showCode(ports, { token: late.token, code, ...from }))).toEqual(["step-over"]);
});

it("excepts a person from the second factor, never an administrator, and then asks for 13 characters", async () => {
  const hospital = await testHospital();
  const { ports, admin, editor, viewer } = hospital;
  await ownPassword(hospital);
  const accountId = editor.accountId ?? "";
  expectDone(await waiveFactor(ports, admin, { accountId, isWaived: true }));
  const { step, token } = expectDone(await enter(ports));
  expect(step).toBeNull();
  expect(await findSession(ports.db, hashOf(token), ports.now())).not.toBeNull();
  await ports.db.$client.execute("UPDATE account SET is_password_long = 0");
  expect(expectDone(await enter(ports)).step).toBe("own-password");
  expectDone(await waiveFactor(ports, admin, { accountId, isWaived: false }));
  expect(await findSession(ports.db, hashOf(token), ports.now())).toBeNull();
  expect(expectDone(await enter(ports)).step).toBe("set-up");
  const own = { accountId: admin.accountId ?? "", isWaived: true };
  expect(codesOf(await waiveFactor(ports, admin, own))).toEqual(["membership-own"]);
  await ports.db.$client.execute({
    sql: "UPDATE membership SET role = 'admin' WHERE account_id = ?",
    args: [viewer.accountId],
  });
  const another = { accountId: viewer.accountId ?? "", isWaived: true };
  expect(codesOf(await waiveFactor(ports, admin, another))).toEqual(["factor-of-administrator"]);
});

it("removes no last factor; a reset of the password asks for it as always; another administrator may have it set up anew", async () => {
  const hospital = await testHospital();
  const { ports, admin, editor } = hospital;
  const { seed } = await withApp(hospital);
  expect(codesOf(await removeApp(ports, editor))).toEqual(["factor-last"]);
  const accountId = editor.accountId ?? "";
  const { token } = expectDone(await makeAccountLink(ports, admin, { accountId }));
  const password = "あたらしい-あいことば-2026";
  const address = "192.0.2.7";
  expect(codesOf(await setPasswordByLink(ports, { token, password: "password1", address }))).toEqual([
    "field-too-short",
  ]);
  expectDone(await setPasswordByLink(ports, { token, password, address }));
  expect(codesOf(await setPasswordByLink(ports, { token, password, address }))).toEqual([
    "account-link-over",
  ]);
  const after = expectDone(await enter(ports, password));
  expect(after.step).toBe("second-factor");
  const code = codeNow(ports, seed);
  expect(expectDone(await showCode(ports, { token: after.token, code, ...from })).step).toBeNull();
  expectDone(await clearFactors(ports, admin, { accountId }));
  expect(expectDone(await enter(ports, password)).step).toBe("set-up");
});

it("a link ends after 72 hours and when a newer one is made", async () => {
  const { ports, admin } = await testHospital();
  const invited = { name: "招待", department: "", signInName: "invited", password: "" };
  const { id: accountId } = expectDone(
    await addPerson(ports, admin, { ...invited, role: "procurement", until: "" }),
  );
  expect(codesOf(await enter(ports, "", "invited"))).toEqual(["sign-in-failed"]);
  const first = expectDone(await makeAccountLink(ports, admin, { accountId }));
  const second = expectDone(await makeAccountLink(ports, admin, { accountId }));
  const set = (token: string) =>
    setPasswordByLink(ports, { token, password: "ながいながい合言葉です-7", address: "" });
  expect(codesOf(await set(first.token))).toEqual(["account-link-over"]);
  ports.clock.addHours(73);
  expect(codesOf(await set(second.token))).toEqual(["account-link-over"]);
});

it("changes the password of whoever knows the present one, and ends the other sessions", async () => {
  const hospital = await testHospital();
  const { ports, editor } = hospital;
  const { seed } = await withApp(hospital);
  const open = async () => {
    const { token } = expectDone(await enter(ports));
    ports.clock.addHours(1 / 60);
    const opened = expectDone(await showCode(ports, { token, code: codeNow(ports, seed), ...from }));
    ports.clock.addHours(1 / 60);
    return opened.token;
  };
  const [mine, other] = [await open(), await open()];
  const handle = (await findSession(ports.db, hashOf(mine), ports.now()))?.handle ?? "";
  const change = (current: string, password: string) =>
    changePassword(ports, editor, { current, password, handle });
  expect(codesOf(await change("wrong", "correcthorse"))).toEqual(["password-wrong"]);
  expect(codesOf(await change(testPassword, "password"))).toEqual(["password-common"]);
  expect(codesOf(await change(testPassword, "test-editor1"))).toEqual(["password-holds-name"]);
  expect(codesOf(await change(testPassword, testPassword))).toEqual(["password-same"]);
  expect(codesOf(await change(testPassword, "1234567"))).toEqual(["field-too-short"]);
  expectDone(await change(testPassword, "kumo-to-i"));
  expect(await findSession(ports.db, hashOf(mine), ports.now())).not.toBeNull();
  expect(await findSession(ports.db, hashOf(other), ports.now())).toBeNull();
  const shown = await showOwnAccount(ports, editor, { handle });
  expect(shown.sessions.map((each) => [each.isThis, each.factor, each.browser])).toEqual([
    [true, "totp", "Firefox · Windows"],
  ]);
});

it("limits staff to the hospital's networks, and lets nobody shut himself out", async () => {
  const hospital = await testHospital();
  const { ports } = hospital;
  const admin = { ...hospital.admin, address: "192.0.2.7" };
  const save = (networks: string, version: number) => saveNetworks(ports, admin, { networks, version });
  expect(codesOf(await save("198.51.100.0/24", 0))).toEqual(["network-own-outside"]);
  expect(codesOf(await save("192.0.2.0/33", 0))).toEqual(["network-invalid"]);
  expectDone(await save("192.0.2.0/24\n2001:db8::/32", 0));
  expect(codesOf(await save("", 0))).toEqual(["changed-meanwhile"]);
  expect(expectDone(await enter(ports)).step).toBe("set-up");
  const outside = { signInName: "test-editor", password: testPassword, ...from, address: "203.0.113.9" };
  expect(codesOf(await signIn(ports, outside))).toEqual(["network-outside"]);
  expect(codesOf(await signIn(ports, { ...outside, password: "wrong" }))).toEqual(["sign-in-failed"]);
});

it("counts wrong names as slowly as wrong passwords, and says the same", async () => {
  const { ports } = await testHospital();
  expect(codesOf(await enter(ports, testPassword, "nobody"))).toEqual(["sign-in-failed"]);
  expect(codesOf(await enter(ports, "x".repeat(5000), "test-editor"))).toEqual(["sign-in-failed"]);
  expect(expectDone(await enter(ports, testPassword, "TEST-Editor")).step).toBe("set-up");
});

import fs from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { listPeople } from "#db/queries/people.server";
import { factorsOf, sessionsOf } from "#db/queries/sign-in.server";
import { runBuntan } from "~/cli/run-buntan";
import { clearFactors } from "~/use-cases/memberships.server";
import { showLink } from "~/use-cases/own-account.server";
import { codesOf, expectDone, tempFile, testHospital } from "../support/ports";

const root = path.resolve(import.meta.dirname, "../..");

it("lets the only administrator in again: factors and sessions are gone, the printed link opens once", async () => {
  const { ports, admin } = await testHospital();
  const dataDir = tempFile("data");
  fs.mkdirSync(dataDir);
  const people = await listPeople(ports.db, admin);
  const own = people.find((each) => each.id === admin.accountId);
  const accountId = admin.accountId ?? "";
  const [out, err]: [string[], string[]] = [[], []];
  const world = {
    root,
    readerEntry: "",
    env: { BUNTAN_DATA_DIR: dataDir, DATABASE_URL: ports.url },
    folder: dataDir,
    print: (text: string) => out.push(text),
  };
  const run = (person: string) => {
    const who = ["--hospital", "試験病院", "--as", own?.signInName ?? "", "--person", person];
    return runBuntan(world, ["lost-sign-in", ...who], (line) => err.push(line));
  };
  // on the web nobody clears his own
  expect(codesOf(await clearFactors(ports, admin, { accountId }))).toEqual(["membership-own"]);
  expect([await run("nobody"), out]).toEqual([1, []]);
  expect(await run(own?.signInName ?? "")).toBe(0);
  const token = /\/join\/(\S+)/.exec(out.join("\n"))?.[1] ?? "";
  expect(expectDone(await showLink(ports, { token }))).toBeTruthy();
  expect(await factorsOf(ports.db, accountId)).toMatchObject({ seed: null });
  expect(await sessionsOf(ports.db, accountId, ports.now())).toEqual([]);
  const { rows } = await ports.db.$client.execute(
    "SELECT verb, via FROM audit WHERE verb IN ('clear-factors', 'make-account-link') ORDER BY seq",
  );
  expect(rows.map((each) => [each.verb, each.via])).toEqual([
    ["clear-factors", "cli"],
    ["make-account-link", "cli"],
  ]);
});

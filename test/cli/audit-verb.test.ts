import fs from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { runBuntan } from "~/cli/run-buntan";
import { chainHead } from "../../db/audit-chain";
import { tempFile, testHospital } from "../support/ports";
import { register } from "../support/records";

const root = path.resolve(import.meta.dirname, "../..");

async function place() {
  const { ports, editor } = await testHospital();
  await register(ports, editor, "vendor", { name: "一社" });
  const folder = tempFile("data");
  fs.mkdirSync(folder);
  const buntan = async (...args: string[]) => {
    const [out, err]: [string[], string[]] = [[], []];
    const env = { BUNTAN_DATA_DIR: folder, DATABASE_URL: ports.url };
    const world = { root, readerEntry: "", env, folder, print: (text: string) => out.push(text) };
    const code = await runBuntan(world, args, (line) => err.push(line));
    return { code, out: out.join("\n"), err: err.join("\n") };
  };
  return { ports, folder, buntan, client: ports.db.$client };
}

it("verify says that the chain is whole, beside the running writer, and takes a head that was told", async () => {
  const { buntan, client } = await place();
  const head = await chainHead(client);
  const told = `${head?.seq}:${head?.hash}`;
  const whole = await buntan("audit", "verify");
  expect([whole.code, whole.err]).toEqual([0, ""]);
  expect(whole.out).toContain("鎖は切れていません");
  expect(whole.out).toContain(told);
  expect((await buntan("audit", "verify", "--head", told)).code).toBe(0);
  const other = await buntan("audit", "verify", "--head", `${head?.seq}:${"0".repeat(64)}`);
  expect([other.code, other.out]).toEqual([
    4,
    expect.stringContaining(`番号 ${head?.seq} の記録は、控えと違います`),
  ]);
});

it("verify names the entry at which the chain breaks and ends with 4", async () => {
  const { buntan, client } = await place();
  await client.execute("DROP TRIGGER audit_no_update");
  await client.execute("UPDATE audit SET change = '{}', record_id = 'x' WHERE seq = 3");
  const broken = await buntan("audit", "verify");
  expect(broken.code).toBe(4);
  expect(broken.out).toContain("番号 3 の記録");
  const json = JSON.parse((await buntan("audit", "verify", "--json")).out);
  expect(json).toMatchObject({ isWhole: false, breaks: [{ kind: "changed", seq: 3, to: 3 }] });
});

it("refuses a command that was written wrongly, in words", async () => {
  const { buntan } = await place();
  for (const args of [[], ["check"], ["verify", "x"], ["verify", "--head", "12"], ["verify", "--out", "x"]]) {
    const { code, err } = await buntan("audit", ...args);
    expect(code, args.join(" ")).toBe(1);
    expect(err).toContain("npm run buntan -- help");
  }
});

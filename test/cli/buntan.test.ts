import { execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { runBuntan } from "~/cli/run-buntan";
import { INVENTED_VERSION, vendorWorkbook } from "~/demo/vendor-sheet";
import { lockData } from "~/server/data-lock";
import { ensureBuilt } from "../../app/cli/build.mjs";
import { bundleReader } from "../support/bundle-reader";
import { tempFile, testHospital } from "../support/ports";
import { contractWithSystem, FORM_6_0, openSheet, productBook } from "../support/records";

const root = path.resolve(import.meta.dirname, "../..");
let readerEntry = "";

beforeAll(async () => {
  readerEntry = path.join(root, ".cache/test/buntan-reader.mjs");
  await bundleReader(readerEntry);
});

type Ran = { code: number; out: string; err: string };

async function run(dataDir: string, url: string, ...args: string[]): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []];
  const env = { BUNTAN_DATA_DIR: dataDir, DATABASE_URL: url };
  const world = { root, readerEntry, env, folder: dataDir, print: (text: string) => out.push(text) };
  const code = await runBuntan(world, args, (line) => err.push(line));
  return { code, out: out.join("\n"), err: err.join("\n") };
}

/** A hospital whose database no other process has open, with a filled workbook beside it. */
async function place() {
  const { ports, editor } = await testHospital();
  const contract = await contractWithSystem(ports, editor);
  const dataDir = tempFile("data");
  fs.mkdirSync(dataDir);
  const answers = { "14-3": { answer: "no", remark: "次の版で対応" } } as const;
  fs.writeFileSync(path.join(dataDir, "回答.xlsx"), await productBook(ports, { answers }));
  const as = (signInName: string) => ["--hospital", "試験病院", "--as", signInName];
  const buntan = (...args: string[]) => run(dataDir, ports.url, ...args);
  return { ports, editor, contract, dataDir, as, buntan };
}

it("read --json prints exactly one object in the public shape and ends with 0", async () => {
  const { buntan } = await place();
  const { code, out, err } = await buntan("read", "回答.xlsx", "--json");
  expect([code, err]).toEqual([0, ""]);
  const read = JSON.parse(out);
  expect(Object.keys(read)).toEqual(["recognised", "forms", "problems"]);
  expect(read.recognised).toBe("disclosure");
  expect(read.forms[0]).toMatchObject({
    form: "in-house-product",
    formVersion: "1.0",
    sheet: "質問票",
    header: {
      issuedOn: "2026-04-15",
      vendor: "試験ベンダ株式会社",
      product: "試験カルテ",
      productVersion: "1.0",
    },
    unread: [],
  });
  const answer = read.forms[0].answers.find((each: { no: string }) => each.no === "14-3");
  expect(Object.keys(answer)).toEqual(["no", "question", "clauses", "answer", "remark", "cell"]);
  expect(answer).toMatchObject({ answer: "no", remark: "次の版で対応" });
});

it("read ends with 2 for anything else, still with one object", async () => {
  const { buntan, dataDir } = await place();
  fs.writeFileSync(path.join(dataDir, "note.bin"), new Uint8Array([1, 2, 3, 250, 251]));
  for (const file of ["note.bin", "ない.xlsx"]) {
    const { code, out } = await buntan("read", file, "--json");
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ recognised: "refused", forms: [] });
  }
  expect((await buntan("read", "note.bin")).out).toContain("読み取れませんでした");
});

it("reads an invented MDS sheet with its printed clauses", async () => {
  const { buntan, dataDir } = await place();
  const bytes = await vendorWorkbook({
    form: "MDS",
    vendor: "試験ベンダ株式会社",
    product: "試験カルテ",
    productVersion: "1.0",
    issuedOn: "2026-04-15",
    answers: { 22: { answer: "not-applicable", remark: "対象外の理由" } },
  });
  fs.writeFileSync(path.join(dataDir, "mds.xlsx"), bytes);
  const read = JSON.parse((await buntan("read", "mds.xlsx", "--json")).out);
  expect(read.forms[0]).toMatchObject({ form: "MDS", formVersion: null, sheet: "MDS", unread: [] });
  expect(read.forms[0].answers.find((each: { no: string }) => each.no === "EX-22")).toMatchObject({
    answer: "na",
    remark: "対象外の理由",
    clauses: ["システム運用編 14⑤"],
  });
  expect(INVENTED_VERSION.length).toBeLessThanOrEqual(20);
});

it("receives, assesses and prints with the rights of the named person", async () => {
  const { ports, editor, contract, buntan, as, dataDir } = await place();
  const { productVersionId } = contract;
  const refused = await buntan("receive", "回答.xlsx", ...as("test-viewer"));
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining("権限")]);
  const target = ["--product-version", productVersionId];
  const received = await buntan("receive", "回答.xlsx", ...as("test-editor"), ...target);
  expect([received.code, received.err]).toEqual([0, ""]);
  const id = received.out.trim().split(" ").at(-1) ?? "";
  const { rows } = await ports.db.$client.execute("SELECT via FROM audit ORDER BY seq DESC LIMIT 1");
  expect(rows[0]?.via).toBe("cli");
  const assessed = await buntan("assess", id, ...as("test-viewer"), "--guideline", FORM_6_0, "--json");
  expect(JSON.parse(assessed.out)).toMatchObject({
    guideline: FORM_6_0,
    disclosure: { product: "試験カルテ" },
  });
  expect((await buntan("assess", id, ...as("test-viewer"))).out).toContain("「いいえ」あり");
  await openSheet(ports, editor, contract.contractId);
  const paper = ["--contract", "K-2026-001", "--template", "disclosure-results", "--out"];
  const draft = await buntan("annex", ...paper, "案.pdf", ...as("test-viewer"));
  expect([draft.code, draft.err]).toEqual([0, ""]);
  expect(fs.readFileSync(path.join(dataDir, "案.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
  expect((await ports.db.$client.execute("SELECT count(*) AS n FROM paper_draft")).rows[0]?.n).toBe(0);
});

it("issues a paper, and a second issue of the same draft supersedes the first", async () => {
  const { ports, buntan, as, dataDir } = await place();
  await buntan("receive", "回答.xlsx", ...as("test-editor"));
  const paper = ["--contract", "K-2026-001", "--template", "internal-decisions", "--issue", "--out"];
  for (const file of ["一.pdf", "二.pdf"]) {
    const issued = await buntan("annex", ...paper, file, ...as("test-editor"));
    expect([issued.code, issued.err]).toEqual([0, ""]);
    expect(fs.existsSync(path.join(dataDir, file))).toBe(true);
  }
  const { rows } = await ports.db.$client.execute("SELECT issue_no, supersedes FROM paper ORDER BY issue_no");
  expect(rows.map((each) => [each.issue_no, each.supersedes !== null])).toEqual([
    [1, false],
    [2, true],
  ]);
});

it("refuses to write while another process holds the data, and reads beside it", async () => {
  const { buntan, as, dataDir } = await place();
  const lock = await lockData(dataDir);
  const writing = await buntan("receive", "回答.xlsx", ...as("test-editor"));
  expect([writing.code, writing.err]).toEqual([3, expect.stringContaining("すでに動いています")]);
  const reading = await buntan("assess", "none", ...as("test-editor"));
  expect([reading.code, reading.err]).toEqual([1, expect.stringContaining("お探しの記録はありません")]);
  lock?.release();
  expect((await buntan("receive", "回答.xlsx", ...as("test-editor"))).code).toBe(0);
});

it("names what is missing or unknown, and the help", async () => {
  const { buntan, as } = await place();
  expect((await buntan("help")).out).toContain("npm run buntan -- read");
  expect((await buntan("fly")).err).toContain("命令「fly」はありません");
  expect((await buntan("receive", "回答.xlsx")).err).toContain("--hospital");
  expect((await buntan("receive", "ない.xlsx", ...as("test-editor"))).err).toContain("ない.xlsx");
  expect((await buntan("assess", "x", ...as("nobody"))).err).toContain("--as nobody");
  expect((await buntan("assess", "x", "--hospital", "ない病院", "--as", "x")).err).toContain("--hospital");
  expect((await buntan("read", "回答.xlsx", "--issue")).code).toBe(1);
});

it("says that the server has to start first when there is no database", async () => {
  const dataDir = tempFile("nothing");
  const ran = await run(dataDir, `file:${dataDir}/none.db`, "assess", "x", "--hospital", "a", "--as", "b");
  expect([ran.code, ran.err]).toEqual([1, expect.stringContaining("npm start")]);
  expect(fs.existsSync(dataDir)).toBe(false);
});

it("speaks JSON on stdout as a program of its own", async () => {
  await ensureBuilt();
  const { dataDir } = await place();
  const ran = await new Promise<{ code: unknown; stdout: string }>((resolve) => {
    const args = [path.join(root, "app/cli/buntan.mjs"), "read", "回答.xlsx", "--json"];
    const env = { ...process.env, INIT_CWD: dataDir };
    execFile(process.execPath, args, { env }, (error, stdout) => resolve({ code: error?.code ?? 0, stdout }));
  });
  expect(ran.code).toBe(0);
  expect(JSON.parse(ran.stdout).recognised).toBe("disclosure");
});

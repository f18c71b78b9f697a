import { randomBytes } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { createScanner } from "~/server/clamd";
import { parseClamdEnv } from "~/server/clamd-env";
import { receiveFile } from "~/use-cases/receive-file.server";
import { showIntake } from "~/use-cases/show-intake.server";
import { type FakeClamd, fakeClamd, MARK } from "../support/clamd";
import { expectDone, expectProblems, testHospital } from "../support/ports";
import { productBook } from "../support/records";

const running: FakeClamd[] = [];
afterEach(async () => {
  for (const each of running.splice(0)) await each.stop();
});
async function clamd(answerTo?: Parameters<typeof fakeClamd>[0]): Promise<FakeClamd> {
  const started = await fakeClamd(answerTo);
  running.push(started);
  return started;
}
const at = (port: number) => ({ host: "127.0.0.1", port });

describe("INSTREAM", () => {
  it("carries every byte of a file over several pieces", async () => {
    const { port, seen } = await clamd();
    const bytes = randomBytes(200_001);
    expect(await createScanner(at(port))(bytes)).toEqual({ result: "clean", detail: "" });
    expect(seen[0]?.equals(bytes)).toBe(true);
  });

  it("names what was found", async () => {
    const { port } = await clamd();
    expect(await createScanner(at(port))(Buffer.from(`a${MARK}b`))).toEqual({
      result: "infected",
      detail: "Made.Up.Signature",
    });
  });

  it.each([
    ["INSTREAM size limit exceeded. ERROR", "too-large"],
    ["stream: Can't allocate memory ERROR", "scanner-failed"],
    ["", "scanner-failed"],
    [null, "unreachable"],
  ] as const)("an answer that is no result is no scan: %s", async (answer, detail) => {
    const { port } = await clamd(() => answer);
    expect(await createScanner(at(port))(Buffer.from("x"))).toEqual({ result: "not-scanned", detail });
  });

  it("a scanner that is away or says nothing is no scan", async () => {
    const { port, stop } = await clamd();
    const silent = await clamd(() => undefined);
    expect(await createScanner(at(silent.port), 50)(Buffer.from("x"))).toEqual({
      result: "not-scanned",
      detail: "no-answer",
    });
    await stop();
    running.splice(0, 1);
    expect(await createScanner(at(port))(Buffer.from("x"))).toEqual({
      result: "not-scanned",
      detail: "unreachable",
    });
  });
});

describe("a file that is received", () => {
  it("is kept nowhere when something was found in it", async () => {
    const { ports, editor } = await testHospital();
    const { port } = await clamd((bytes) => (bytes.length > 0 ? "stream: Made.Up FOUND" : "stream: OK"));
    const asking = { ...ports, scanFile: createScanner(at(port)) };
    const bytes = await productBook(ports);
    const [problem] = expectProblems(await receiveFile(asking, editor, { fileName: "MDS.xlsx", bytes }));
    expect(problem).toMatchObject({
      code: "file-infected",
      params: { fileName: "MDS.xlsx", found: "Made.Up" },
    });
    for (const table of ["original_file", "blob_chunk", "intake", "file_scan"]) {
      const { rows } = await ports.db.$client.execute(`SELECT count(*) AS n FROM ${table}`);
      expect(rows[0]?.n, table).toBe(0);
    }
  });

  it("says 検査未実施 with its reason, or when it was scanned", async () => {
    const { ports, editor } = await testHospital();
    const { port } = await clamd();
    const bytes = await productBook(ports);
    const scanOf = async (scanFile?: ReturnType<typeof createScanner>) => {
      const asking = scanFile ? { ...ports, scanFile } : ports;
      const { received } = expectDone(await receiveFile(asking, editor, { fileName: "MDS.xlsx", bytes }));
      const { intake } = expectDone(
        await showIntake(ports, editor, { intakeId: received[0]?.intakeId ?? "" }),
      );
      return { result: intake.scanResult, detail: intake.scanDetail };
    };
    expect(await scanOf()).toEqual({ result: "not-scanned", detail: "not-configured" });
    expect(await scanOf(createScanner(at(port)))).toEqual({ result: "clean", detail: "" });
    await running.shift()?.stop();
    expect(await scanOf(createScanner(at(port)))).toEqual({ result: "not-scanned", detail: "unreachable" });
  });
});

it("is configured as a port or as a socket of this machine", () => {
  const at = (text: string) => parseClamdEnv({ BUNTAN_CLAMD: text });
  expect(parseClamdEnv({})).toBeNull();
  expect(at("tcp://127.0.0.1:3310")).toEqual({ host: "127.0.0.1", port: 3310 });
  expect(at("tcp://[::1]:3310")).toEqual({ host: "::1", port: 3310 });
  expect(at("unix:/run/clamav/clamd.ctl")).toEqual({ socketPath: "/run/clamav/clamd.ctl" });
  for (const wrong of ["127.0.0.1", "tcp://host", "tcp://host:0", "unix:clamd", "http://x:1"])
    expect(at(wrong), wrong).toBeNull();
});

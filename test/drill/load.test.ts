import fs from "node:fs";
import path from "node:path";
import { createClient } from "@libsql/client";
import { expect, test } from "vitest";
import type { Scope } from "~/domain/scope";
import { hashToken, SESSION_SECONDS, sessionCookie } from "~/scope.server";
import { openSession } from "~/use-cases/people.server";
import { verifyChain } from "../../db/audit-chain";
import { draftImport, listBook, versionOf } from "../support/clerk-list";
import type { MadeCell } from "../support/make-workbook";
import { expectDone, tempFile } from "../support/ports";
import { startServer } from "../support/server";
import { fullWorld } from "../support/world";

/** `npm run drill -- load` runs a minute; the gate a few seconds. */
const SECONDS = Number(process.env.BUNTAN_LOAD_SECONDS ?? "5");
const ROWS = SECONDS >= 60 ? 150 : 20;
const LISTS_EACH = SECONDS >= 60 ? 12 : 2;
const [READERS, WRITERS, IMPORTERS] = [20, 5, 2];

const rows = (from: number): MadeCell[][] => [
  ["事業者名", "システム名", "製品名", "サーバ名"],
  ...Array.from({ length: ROWS }, (_, at): MadeCell[] => {
    const n = from * 1000 + at;
    return [`負荷事業者${n % 7}`, `負荷システム${n}`, `負荷製品${n}`, `LOAD-${n}`];
  }),
];

type Asked = { what: string; status: number; ms: number };

/** Asks until the time is over; everything that was answered is kept. */
async function until(
  end: number,
  asked: Asked[],
  next: () => Promise<{ what: string; answer: Promise<Response> }>,
) {
  while (Date.now() < end) {
    const start = performance.now();
    const { what, answer } = await next();
    const { status, text } = await answer.then(async (each) => ({
      status: each.status,
      text: await each.text(),
    }));
    asked.push({ what, status, ms: performance.now() - start });
    expect(text.includes("思わぬ理由"), what).toBe(false);
  }
}

const percentile = (asked: readonly Asked[], share: number) => {
  const times = asked.map((each) => each.ms).sort((a, b) => a - b);
  return Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
};

test(
  "20 readers, 5 writers and 2 importers at once: nobody meets an error, and every list is written",
  async () => {
    const world = await fullWorld();
    const { ports, editor, viewer } = world;
    // why real time: the sessions must count for the server, which has the machine's own clock.
    ports.clock.set(new Date().toISOString());
    const cookieOf = async (scope: Scope) => {
      const opened = await openSession(ports, { scope, seconds: SESSION_SECONDS, hashOf: hashToken });
      const cookie = await sessionCookie("own", false).serialize(expectDone(opened).token);
      return cookie.split(";")[0] ?? "";
    };
    const [asEditor, asViewer] = [await cookieOf(editor), await cookieOf(viewer)];
    const lists: { batchId: string; version: number }[][] = [];
    for (let importer = 0; importer < IMPORTERS; importer += 1) {
      const own: { batchId: string; version: number }[] = [];
      for (let at = 0; at < LISTS_EACH; at += 1) {
        const batchId = await draftImport(ports, editor, listBook(rows(importer * 100 + at)));
        own.push({ batchId, version: await versionOf(ports, editor, batchId) });
      }
      lists.push(own);
    }
    await ports.db.$client.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    ports.db.$client.close();
    const dataDir = tempFile("data");
    fs.mkdirSync(dataDir);
    fs.copyFileSync(ports.url.slice("file:".length), path.join(dataDir, "buntan.db"));
    const server = await startServer({ dataDir });
    const get = (to: string, cookie: string) =>
      fetch(server.url + to, { headers: { cookie }, redirect: "manual" });
    const post = (to: string, fields: Record<string, string>) =>
      fetch(server.url + to, {
        method: "POST",
        headers: { cookie: asEditor, origin: server.url },
        body: new URLSearchParams(fields),
        redirect: "manual",
      });
    const pages = [
      "/",
      "/vendors",
      "/systems",
      "/disclosures",
      "/contracts",
      "/role-sheets",
      "/requests",
      "/deadlines",
    ];
    pages.push(
      `/contracts/${world.contractId}`,
      `/disclosures/${world.disclosureId}`,
      "/search?q=試験",
      "/in-charge",
    );
    const [read, written, imported]: [Asked[], Asked[], Asked[]] = [[], [], []];
    const end = Date.now() + SECONDS * 1000;
    let count = 0;
    const reader = () =>
      until(end, read, async () => {
        count += 1;
        const what = pages[count % pages.length] ?? "/";
        return { what, answer: get(what, asViewer) };
      });
    const writer = (number: number) =>
      until(end, written, async () => {
        count += 1;
        const name = `書き手${number}-${count}`;
        return { what: "/vendors/new", answer: post("/vendors/new", { name }) };
      });
    const importer = async (own: { batchId: string; version: number }[]) => {
      for (const { batchId, version } of own) {
        if (Date.now() > end) return;
        const place = `/imports/${batchId}`;
        const begun = await post(place, { intent: "begin", version: String(version) });
        imported.push({ what: "begin", status: begun.status, ms: 0 });
        for (let isOver = false; !isOver; ) {
          const html = await (await get(place, asEditor)).text();
          isOver = html.includes("書き込みが終わりました");
          if (!isOver) await new Promise((resolve) => setTimeout(resolve, 200));
        }
        imported.push({ what: "ended", status: 200, ms: 0 });
      }
    };
    await Promise.all([
      ...Array.from({ length: READERS }, reader),
      ...Array.from({ length: WRITERS }, (_, at) => writer(at)),
      ...lists.map(importer),
    ]);
    const said = server.output();
    await server.stop();
    const wrong = (asked: readonly Asked[], right: number) =>
      asked.filter((each) => each.status !== right).map((each) => `${each.status} ${each.what}`);
    const finished = imported.filter((each) => each.what === "ended").length;
    process.stdout.write(
      `load ${SECONDS} s: ${read.length} reads p50 ${percentile(read, 0.5)} p99 ${percentile(read, 0.99)} ms; ` +
        `${written.length} writes p50 ${percentile(written, 0.5)} p99 ${percentile(written, 0.99)} ms; ` +
        `${finished} lists of ${ROWS} rows\n`,
    );
    expect(wrong(read, 200)).toEqual([]);
    expect(wrong(written, 303)).toEqual([]);
    expect(
      wrong(
        imported.filter((each) => each.what === "begin"),
        303,
      ),
    ).toEqual([]);
    expect(read.length).toBeGreaterThan(READERS);
    expect(written.length).toBeGreaterThan(WRITERS);
    expect(finished).toBeGreaterThan(0);
    expect(said).not.toMatch(/Error|SQLITE|imports:/);
    await everythingIsThere(path.join(dataDir, "buntan.db"), written.length, finished);
  },
  (SECONDS + 240) * 1000,
);

/** What was answered is written: as many vendors as writes, as many systems as rows, one whole chain. */
async function everythingIsThere(file: string, writes: number, finished: number): Promise<void> {
  const client = createClient({ url: `file:${file}` });
  const one = async (sql: string) => Number(Object.values((await client.execute(sql)).rows[0] ?? {})[0]);
  expect(await one("SELECT count(*) FROM vendor WHERE name LIKE '書き手%'")).toBe(writes);
  expect(await one("SELECT count(*) FROM system WHERE name LIKE '負荷システム%'")).toBeGreaterThanOrEqual(
    finished * ROWS,
  );
  expect(await verifyChain(client)).toMatchObject({ isWhole: true });
  client.close();
}

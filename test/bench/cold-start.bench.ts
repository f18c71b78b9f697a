import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { median, printRow } from "./measure.ts";
import { root } from "./world.ts";

// From starting the process to the first answered page, on a migrated database, against express + @remix-run/express
// serving the very same Remix build with nothing of ours around it.
const dir = fs.mkdtempSync(path.join(os.tmpdir(), "buntan-cold-"));
const bareFile = path.join(root, "build/bench/bare-remix.mjs");
fs.writeFileSync(
  bareFile,
  `import express from "express";
import { createRequestHandler } from "@remix-run/express";
const build = await import(${JSON.stringify(pathToFileURL(path.join(root, "build/server/index.js")).href)});
const app = express();
app.get("/healthz", (_request, response) => response.send("ok"));
app.all("*", createRequestHandler({ build }));
app.listen(Number(process.env.PORT), "127.0.0.1");
`,
);

async function untilAnswered(file: string, port: number): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, [file], {
    cwd: root,
    stdio: "ignore",
    env: { ...process.env, NODE_ENV: "production", PORT: String(port), BUNTAN_DATA_DIR: dir },
  });
  try {
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null);
      if (answer?.ok) return performance.now() - start;
      if (performance.now() - start > 20_000) throw new Error(`${file} does not answer`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  } finally {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
  }
}

await untilAnswered(path.join(root, "build/server.js"), 3931); // migrates
const [ours, peer]: [number[], number[]] = [[], []];
for (let run = 0; run < 7; run += 1) {
  ours.push(await untilAnswered(path.join(root, "build/server.js"), 3932));
  peer.push(await untilAnswered(bareFile, 3933));
}
fs.rmSync(dir, { recursive: true, force: true });
printRow({
  ours: median(ours),
  peer: median(peer),
  unit: "ms",
  peerName: "bare express + Remix, same build",
  goal: "≤ 2",
});

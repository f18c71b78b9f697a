import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { startServer } from "../support/server";

declare module "vitest" {
  interface ProvidedContext {
    /** A data folder with the demo hospital in it; a test copies it. */
    demoFolder: string;
  }
}

/** Makes the demo hospital once for all files: its twenty months take longer than most of the tests. */
export default async function makeDemoOnce(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), "buntan-demo-"));
  const server = await startServer({ dataDir: folder });
  const answer = await fetch(`${server.url}/demo`, {
    method: "POST",
    headers: { origin: server.url, "content-type": "application/x-www-form-urlencoded" },
    redirect: "manual",
  });
  await server.stop();
  const remove = () => rm(folder, { recursive: true, force: true });
  if (answer.status !== 303 && answer.status !== 302) {
    await remove();
    throw new Error(`the demo hospital could not be made: ${answer.status} ${await answer.text()}`);
  }
  project.provide("demoFolder", folder);
  return remove;
}

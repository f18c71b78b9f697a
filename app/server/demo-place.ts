import fs from "node:fs";
import path from "node:path";
import { makeDemo } from "~/demo/make-demo.server";
import { haltImports, resumeImports } from "~/use-cases/import-runner.server";
import type { Ports } from "~/use-cases/ports.server";
import { openPorts, type Tools } from "./make-ports";

/** The demo hospital's own database file: made on request, thrown away with one button. */
export type DemoPlace = {
  current(): Ports | null;
  open(): Promise<Ports>;
  discard(): Promise<void>;
  /** Opens a demo that an earlier run left behind. */
  reopen(): Promise<void>;
  close(): Promise<void>;
};

export function createDemoPlace(tools: Tools, root: string, dataDir: string): DemoPlace {
  const file = path.join(dataDir, "demo.db");
  let ports: Ports | null = null;
  let opening: Promise<Ports> | null = null;

  const connect = () => openPorts(tools, root, `file:${file}`, undefined);
  const removeFiles = () => {
    for (const suffix of ["", "-wal", "-shm"]) fs.rmSync(file + suffix, { force: true });
  };
  const make = async () => {
    removeFiles(); // a demo that was interrupted half way is made anew
    const fresh = await connect();
    try {
      await makeDemo(fresh);
    } catch (error) {
      fresh.db.$client.close();
      removeFiles();
      throw error;
    }
    fs.writeFileSync(`${file}.complete`, "");
    ports = fresh;
    return fresh;
  };
  return {
    current: () => ports,
    open() {
      if (ports !== null) return Promise.resolve(ports);
      opening ??= make().finally(() => {
        opening = null;
      });
      return opening;
    },
    async discard() {
      if (ports) await haltImports(ports);
      ports?.db.$client.close();
      ports = null;
      fs.rmSync(`${file}.complete`, { force: true });
      removeFiles();
    },
    async reopen() {
      if (!fs.existsSync(`${file}.complete`) || !fs.existsSync(file)) return;
      ports = await connect();
      await resumeImports(ports);
    },
    async close() {
      if (ports) await haltImports(ports);
      ports?.db.$client.close();
    },
  };
}

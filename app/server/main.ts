import { randomInt } from "node:crypto";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { DatabaseRefused, waitsForMigration } from "#db/client.server";
import { CatalogueError } from "~/catalogues.server";
import { dayInTokyo } from "~/domain/day";
import { errorText } from "~/domain/error-text";
import { startedLine, startProblem } from "~/messages/start";
import { haltImports, resumeImports } from "~/use-cases/import-runner.server";
import { buildApp } from "./app";
import { createBackupRunner } from "./backup-runner";
import { createScanner } from "./clamd";
import { lockData } from "./data-lock";
import { createDemoPlace } from "./demo-place";
import { parseEnv } from "./env";
import { createMailer } from "./mail";
import { makeTools, openPorts } from "./make-ports";
import { nodeSupport } from "./node-support";
import { createProvider } from "./oidc";
import { startScheduler } from "./scheduler";
import { machineSecrets } from "./secrets";
import { createHeadTeller } from "./syslog";

/** Production entry, bundled to build/server.js; `npm start` runs it with NODE_ENV=production. */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const STOP_MS = 2500;

async function main(): Promise<void> {
  const env = parseEnv(process.env, root);
  const lock = await lockData(env.dataDir);
  if (lock === null) return stopWith("server-running", env.dataDir);
  const backups = createBackupRunner(root, env, () => new Date().toISOString());
  if (await waitsForMigration(env.databaseUrl, path.join(root, "db/migrations"))) {
    if (!(await backups.take("before-migration"))) return stopWith("no-backup", env.backups.folder);
  }
  const secrets = machineSecrets(env.dataDir, env.secretKey);
  const tools = await makeTools(root, path.join(root, "build/reader-process.js"), secrets);
  const sendMail = env.smtp ? createMailer(env.smtp) : null;
  const scanning = env.clamd ? { scanFile: createScanner(env.clamd) } : {};
  const telling = env.syslog ? { tellHead: createHeadTeller(env.syslog) } : {};
  const outward = { ...tools, ...scanning, ...telling, sendMail, baseUrl: env.baseUrl };
  const opened = await openPorts(outward, root, env.databaseUrl, env.databaseAuthToken);
  const own = { ...opened, backups };
  const demo = createDemoPlace({ ...tools, ...scanning }, root, env.dataDir);
  await demo.reopen();
  const setupCode = String(randomInt(10_000_000, 100_000_000));
  const remixBuild = await import(pathToFileURL(path.join(root, "build/server/index.js")).href);
  const app = buildApp({
    root,
    env,
    own,
    demo,
    setupCode,
    provider: env.oidc && createProvider(env.oidc),
    writeRefusal: (line) => console.warn(line),
    remixBuild,
    nodeNotice: nodeSupport(process.version, dayInTokyo(own.now())),
  });
  const server = app.listen(env.port, env.host);
  server.once("error", (error: NodeJS.ErrnoException) => {
    stopWith(error.code === "EADDRINUSE" ? "port-in-use" : "cannot-listen", `${env.host}:${env.port}`);
  });
  server.once("listening", () => {
    const address = server.address();
    const port = address !== null && typeof address === "object" ? address.port : env.port;
    console.log(startedLine(env.host, port, setupCode, nodeSupport(process.version, dayInTokyo(own.now()))));
  });

  await resumeImports(own);
  const scheduler = startScheduler(own, (error) => console.error("scheduler:", errorText(error)));
  backups.begin((error) => console.error("backups:", errorText(error)));
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(0), STOP_MS).unref();
    server.close(async () => {
      backups.stop();
      await scheduler.stop();
      await haltImports(own);
      await tools.close();
      await demo.close();
      own.db.$client.close();
      lock.release();
      process.exit(0);
    });
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), STOP_MS - 1000).unref();
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, stop);
  process.on("disconnect", stop);
}

function stopWith(code: Parameters<typeof startProblem>[0], detail: string): void {
  console.error(startProblem(code, detail));
  process.exit(1);
}

main().catch((error: unknown) => {
  if (error instanceof DatabaseRefused) return stopWith(error.code, error.message);
  if (error instanceof CatalogueError) return stopWith("catalogue-invalid", error.message);
  return stopWith("unexpected", error instanceof Error ? (error.stack ?? error.message) : String(error));
});

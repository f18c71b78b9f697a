import path from "node:path";
import { fileURLToPath } from "node:url";
import { CatalogueError } from "~/catalogues.server";
import { startProblem } from "~/messages/start";
import { runBuntan } from "./run-buntan";

/** Entry of the command line, bundled to build/buntan.js; `npm run buntan -- …` prepares and imports it. */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const complain = (line: string) => process.stderr.write(`${line}\n`);

try {
  process.exitCode = await runBuntan(
    {
      root,
      readerEntry: path.join(root, "build/reader-process.js"),
      env: process.env,
      // why: npm runs scripts in the package's folder and keeps the caller's own here.
      folder: process.env.INIT_CWD ?? process.cwd(),
      print: (text) => process.stdout.write(`${text}\n`),
    },
    process.argv.slice(2),
    complain,
  );
} catch (error) {
  const isCatalogue = error instanceof CatalogueError;
  const detail = error instanceof Error ? (isCatalogue ? error.message : (error.stack ?? "")) : String(error);
  complain(startProblem(isCatalogue ? "catalogue-invalid" : "unexpected", detail));
  process.exitCode = 1;
}

import path from "node:path";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "../..");

/** Bundles the reader process the way the build does: one ES module, packages left outside. */
export async function bundleReader(outFile: string): Promise<void> {
  await build({
    entryPoints: [path.join(root, "app/workbook/reader-process.ts")],
    outfile: outFile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    logLevel: "error",
  });
}

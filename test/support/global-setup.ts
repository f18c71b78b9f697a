import { existsSync } from "node:fs";
import path from "node:path";

const bundler = path.resolve(import.meta.dirname, "bundle-reader.ts");

/** Before any test: what tests start as a program of its own must exist as JavaScript. */
export default async function prepare(): Promise<void> {
  if (!existsSync(bundler)) return;
  const { bundleReader }: { bundleReader?: () => Promise<unknown> } = await import(
    /* @vite-ignore */ bundler
  );
  await bundleReader?.();
}

import fs from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

export type SourceFunction = { name: string; isExported: boolean; file: string; body: string };

/** Top-level functions of the use cases as they stand in the sources; formatting is Biome's, so `^}` ends one. */
export function useCaseFunctions(): SourceFunction[] {
  const folder = path.join(root, "app/use-cases");
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith(".ts"))
    .flatMap((file) => {
      const text = fs.readFileSync(path.join(folder, file), "utf8");
      const found = text.matchAll(/^(export )?(?:async )?function (\w+)[\s\S]*?^}/gm);
      return [...found].map((each) => ({
        name: each[2] ?? "",
        isExported: each[1] !== undefined,
        file,
        body: each[0],
      }));
    });
}

/** Names of all functions that write: those that call `record`, and those that call one of them. */
export function writingFunctions(all: readonly SourceFunction[]): Set<string> {
  const writing = new Set(["record"]);
  for (let size = 0; size !== writing.size; ) {
    size = writing.size;
    for (const each of all) {
      const calls = [...each.body.matchAll(/\b(\w+)\(/g)].map((call) => call[1] ?? "").slice(1);
      if (calls.some((name) => writing.has(name))) writing.add(each.name);
    }
  }
  writing.delete("record");
  return writing;
}

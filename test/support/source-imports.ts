import fs from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

export type SourceFile = {
  /** From the top folder, with `/`. */
  file: string;
  text: string;
  imports: SourceImport[];
};
export type SourceImport = {
  /** The module inside the project without its ending (`app/domain/day`), or the package's name. */
  target: string;
  /** What is taken, `type ` left out. */
  names: string[];
  isType: boolean;
};

/** Every TypeScript file below the given folders, with what it imports. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders
    .flatMap((folder) =>
      fs
        .readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
        .map((name) => `${folder}/${name.replaceAll(path.sep, "/")}`),
    )
    .filter((file) => /\.(?:ts|tsx|mjs)$/.test(file) && !file.endsWith(".d.ts"))
    .sort()
    .map((file) => {
      const text = fs.readFileSync(path.join(root, file), "utf8");
      return { file, text, imports: importsOf(file, text) };
    });
}

function importsOf(file: string, text: string): SourceImport[] {
  const statements = text.matchAll(
    /^(?:import\s+(type\s)?(?:([\w$*{}\s,]+?)\s+from\s+)?|export\s+(?:type\s)?(?:\*|\{[^}]*\})\s+from\s+)"([^"]+)"/gm,
  );
  const calls = text.matchAll(/\bimport\(\s*"([^"]+)"\s*\)/g);
  return [
    ...[...statements].map((each) => ({
      target: resolve(file, each[3] ?? ""),
      names: [...(each[2] ?? "").matchAll(/(?:type\s+)?([\w$]+)(?:\s+as\s+\w+)?/g)].map(
        (name) => name[1] ?? "",
      ),
      isType: each[1] !== undefined,
    })),
    ...[...calls].map((each) => ({ target: resolve(file, each[1] ?? ""), names: [], isType: false })),
  ];
}

function resolve(file: string, target: string): string {
  const inside = target.startsWith("~/")
    ? `app/${target.slice(2)}`
    : target.startsWith("#db/")
      ? `db/${target.slice(4)}`
      : target.startsWith(".")
        ? path.posix.join(path.posix.dirname(file), target)
        : null;
  return inside === null ? target : inside.replace(/\.(?:ts|tsx|mjs|js)$/, "");
}

/** The room a module lies in: `app/domain`, `db`, `app` for files beside the rooms, null for a package. */
export function roomOf(target: string): string | null {
  const [first, second, ...rest] = target.split("/");
  if (first === "db") return "db";
  if (first !== "app" || second === undefined) return null;
  return rest.length === 0 ? "app" : `app/${second}`;
}

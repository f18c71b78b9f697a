import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { roomOf, type SourceFile, sourceFiles } from "./support/source-imports";

const root = path.resolve(import.meta.dirname, "..");
const files = sourceFiles("app", "db");
const inRoom = (room: string) => files.filter((each) => roomOf(each.file) === room);

/** Imports of a file that a test names as `file → target`. */
function imported(file: SourceFile, isWrong: (target: string) => boolean): string[] {
  return file.imports.filter((each) => isWrong(each.target)).map((each) => `${file.file} → ${each.target}`);
}

it("sees the imports it judges", () => {
  const from = (room: string) =>
    inRoom(room).flatMap((each) => each.imports.map(({ target }) => roomOf(target)));
  expect(from("db")).toContain("app/domain");
  expect(from("app/components")).toContain("app/messages");
  expect(from("app/use-cases")).toContain("db");
  expect(from("app/routes")).toContain("app/use-cases");
  expect(from("app/server")).toContain("app/demo");
});

/** Which rooms of the project a room may import beside itself; packages are judged apart. */
const directions: Record<string, string[]> = {
  "app/domain": [],
  db: ["app/domain"],
  "app/workbook": ["app/domain"],
  "app/pdf": ["app/domain"],
  "app/messages": ["app/domain"],
  "app/components": ["app/domain", "app/messages"],
  "app/use-cases": ["app/domain", "db", "app/workbook", "app/pdf"],
};

describe.each(Object.entries(directions))("%s", (room, allowed) => {
  it(`imports itself and ${allowed.join(", ") || "nothing else of ours"}`, () => {
    const wrong = inRoom(room).flatMap((file) =>
      imported(file, (target) => {
        const other = roomOf(target);
        if (other === null || other === room || allowed.includes(other)) return false;
        return !(room === "app/use-cases" && target === "app/catalogues.server"); // the type of a port
      }),
    );
    expect(wrong).toEqual([]);
  });
});

it("domain imports zod and no other package", () => {
  const wrong = inRoom("app/domain").flatMap((file) =>
    imported(file, (target) => roomOf(target) === null && target !== "zod"),
  );
  expect(wrong).toEqual([]);
});

it("what compares subjects across sources knows mappings only, never likeness of wording", () => {
  const byName = new Map(files.map((each) => [each.file.replace(/\.tsx?$/, ""), each]));
  const reached = new Set<string>();
  const visit = (name: string) => {
    if (reached.has(name)) return;
    reached.add(name);
    for (const { target, isType } of byName.get(name)?.imports ?? []) if (!isType) visit(target);
  };
  visit("app/use-cases/assess.server");
  expect([...reached]).toContain("app/domain/assessment");
  const proposing = ["crosswalk-proposal", "mapping-proposal", "wording", "similar-name"];
  expect([...reached].filter((each) => proposing.some((name) => each === `app/domain/${name}`))).toEqual([]);
});

it("domain asks no clock and throws no dice", () => {
  const wrong = inRoom("app/domain").filter((each) =>
    /\bDate\.now\(|new Date\(\)|Math\.random\(|crypto\.|process\.|performance\./.test(each.text),
  );
  expect(wrong.map((each) => each.file)).toEqual([]);
});

describe("routes, cli, server and demo", () => {
  const ends = ["app/routes", "app/cli", "app/server", "app/demo"];
  /** What may reach into one of them, and what of it. */
  const exceptions: Record<string, (target: string) => boolean> = {
    "app/server": (target) => target.startsWith("app/demo/"),
    "app/routes": (target) => target === "app/demo/make-demo.server", // the door of the demo signs in there
    "app/cli": (target) =>
      ["make-ports", "data-lock", "env", "secrets"].some((name) => target === `app/server/${name}`),
  };

  it("are imported by nothing else", () => {
    const wrong = files.flatMap((file) => {
      const room = roomOf(file.file) ?? "";
      return imported(file, (target) => {
        const other = roomOf(target) ?? "";
        return ends.includes(other) && other !== room && !exceptions[room]?.(target);
      });
    });
    expect(wrong).toEqual([]);
  });
});

it("only app/http.server.ts takes answers and cookies from the framework", () => {
  const answers = [
    "json",
    "redirect",
    "createCookie",
    "createSession",
    "createCookieSessionStorage",
    "defer",
    "data",
  ];
  const wrong = files.flatMap(({ file, imports }) =>
    imports
      .filter((each) => /^@remix-run\/(?:node|server-runtime)$/.test(each.target) && !each.isType)
      .filter((each) => each.names.some((name) => answers.includes(name)))
      .map(() => file),
  );
  expect(wrong).toEqual(["app/http.server.ts"]);
});

it("leaves single fetch off and every other v3 flag on", () => {
  const config = fs.readFileSync(path.join(root, "app/vite.config.ts"), "utf8");
  // a flag that is not named is off; turbo-stream 2 behind single fetch can be driven into a standstill
  const flags = [...config.matchAll(/\b(v3_\w+):\s*true/g)].map((each) => each[1]);
  expect(flags.sort()).toEqual([
    "v3_fetcherPersist",
    "v3_lazyRouteDiscovery",
    "v3_relativeSplatPath",
    "v3_routeConfig",
    "v3_throwAbortReason",
  ]);
});

it("what touches files, processes or the network ends in .server.ts", () => {
  const io = /^node:(?:fs|fs\/promises|child_process|net|http|https|http2|tls|dns|worker_threads)$/;
  const isFree = (file: string) =>
    /^app\/(?:cli|server)\//.test(file) || /-process\.ts$/.test(file) || file === "app/vite.config.ts";
  const wrong = files
    .filter(({ file }) => file.startsWith("app/") && !isFree(file) && !/\.server\.tsx?$/.test(file))
    .flatMap((file) => imported(file, (target) => io.test(target)));
  expect(wrong).toEqual([]);
});

it("nothing a browser may load reaches the database but through .server files and routes", () => {
  const wrong = files
    .filter(({ file }) => file.startsWith("app/") && !/\.server\.tsx?$/.test(file))
    .filter(({ file }) => !/^app\/(?:cli|server|routes|use-cases)\//.test(file))
    .flatMap(({ file, imports }) =>
      imports
        .filter((each) => roomOf(each.target) === "db" && !each.isType)
        .map((each) => `${file} → ${each.target}`),
    );
  expect(wrong).toEqual([]);
});

describe("every file", () => {
  const all = [...files, ...sourceFiles("test")];

  it("has a name of the field", () => {
    const vague =
      /^(?:utils?|helpers?|misc|common|managers?|handlers?|shared|lib|stuff)(?:\.|-|$)|-(?:utils?|helpers?)\./;
    const wrong = all.filter((each) => each.file.split("/").some((part) => vague.test(part)));
    expect(wrong.map((each) => each.file)).toEqual([]);
  });

  it("is named in kebab-case", () => {
    const wrong = all.filter(
      (each) => !/^[\w$.-]+$/.test(path.basename(each.file)) || /[A-Z]/.test(each.file),
    );
    expect(wrong.map((each) => each.file)).toEqual([]);
  });

  it("has at most 350 lines", () => {
    const wrong = all.filter((each) => each.text.split("\n").length > 351);
    expect(wrong.map((each) => each.file)).toEqual([]);
  });
});

it("no element carries a style of its own (the content security policy forbids it)", () => {
  const wrong = files.filter(
    (each) => each.file.endsWith(".tsx") && /\bstyle=|dangerouslySetInnerHTML/.test(each.text),
  );
  expect(wrong.map((each) => each.file)).toEqual([]);
});

it("no text is run as a program, none starts through a shell, and only a vendor's unsaved words stay in a browser", () => {
  const naming = (what: RegExp) =>
    files.filter((each) => what.test(withoutComments(each.text))).map((each) => each.file);
  expect(naming(/\beval\(|\bnew Function\(|\bexec(?:Sync)?\(["'`]|\bshell: true/)).toEqual([]);
  expect(naming(/\bpostMessage\(|\bdocument\.cookie\b|\bsessionStorage\b|\bindexedDB\b/)).toEqual([]);
  expect(naming(/\blocalStorage\b/)).toEqual(["app/routes/vendor-desk/desk-saver.tsx"]);
  expect(naming(/\bMath\.random\(/)).toEqual([]);
});

it("only app/catalogues.server.ts and its annex reader open templates/", () => {
  const readers = files.filter(
    ({ file, text, imports }) =>
      !/^app\/(?:server|cli)\//.test(file) &&
      imports.some((each) => each.target.startsWith("node:fs")) &&
      /templates/.test(text),
  );
  expect(readers.map((each) => each.file)).toEqual([
    "app/annex-templates.server.ts",
    "app/catalogues.server.ts",
    "app/clause-moves.server.ts",
    "app/connection-topics.server.ts",
    "app/rule-data.server.ts",
    "app/self-check-templates.server.ts",
  ]);
});

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");

it("the two-date control stands on contract, role-sheet, responsibility and disclosure pages only", () => {
  const routes = inRoom("app/routes").filter((each) =>
    each.imports.some(({ target, isType }) => target === "app/components/two-dates" && !isType),
  );
  expect([...new Set(routes.map((each) => each.file.split("/")[2]))].sort()).toEqual([
    ...["contract", "contract-servers", "contract-subcontractors", "coverage", "disclosure", "in-charge"],
    ...["role-sheet", "timeline"],
  ]);
});

it("no edition of a guideline or form is named in code", () => {
  const named = /(?:mhlw-guideline|in-house-(?:product|service)|role-sharing|role-sheet-starter)@\d/;
  const wrong = files.filter((each) => named.test(withoutComments(each.text)));
  expect(wrong.map((each) => each.file)).toEqual([]);
});

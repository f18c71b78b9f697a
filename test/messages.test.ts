import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { registerLists } from "#db/queries/register-lists";
import { mailVerdicts } from "~/domain/mail";
import { type Problem, problem, problemCodes } from "~/domain/problem";
import { fieldsOf, registerNouns } from "~/domain/register";
import { rowChangeKinds } from "~/domain/role-records";
import { languages } from "~/domain/scope";
import { formatDay, formatMoment } from "~/messages/days";
import { columnLabel, fieldLabel, optionLabel, problemWords } from "~/messages/labels";
import { wordsOf } from "~/messages/words";
import { filterNames } from "~/routes/register-list/register-table";
import { sourceFiles } from "./support/source-imports";

const folder = path.resolve(import.meta.dirname, "../app/messages");

/** Every string of the words with its place; functions are called with numbers, or texts where they need them. */
function sentences(value: unknown, place: string): [string, string][] {
  if (typeof value === "string") return [[place, value]];
  if (typeof value === "function") return sentences(called(value), place);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => sentences(each, `${place}.${key}`));
}

// biome-ignore lint/complexity/noBannedTypes: the words' functions differ in what they take
function called(sentence: Function): unknown {
  try {
    return sentence(...Array(sentence.length).fill(2));
  } catch {
    return sentence(...Array(sentence.length).fill("2"));
  }
}

/** Lists of the domain that use cases hand on as a verb, by the name they are handed on with. */
const verbLists: Readonly<Record<string, readonly string[]>> = {
  MailVerdict: mailVerdicts,
  kind: rowChangeKinds, // of a row of a role sheet
};

/**
 * Every audit verb that a use case writes, told from the sources: the texts after `verb:` and `verb =`, in values and in types.
 * A verb that can be any text (`verb: string`) or comes from an unknown name is an error, so that none is missed.
 */
function auditVerbsOf(text: string): { verbs: string[]; untold: string[] } {
  const verbs: string[] = [];
  const untold: string[] = [];
  for (const [, said = ""] of text.matchAll(/\bverb(?::| =) ([^,;}]+)/g)) {
    const literals = [...said.replace(/=== "[^"]*"/g, "").matchAll(/"([^"]+)"/g)].map(
      (each) => each[1] ?? "",
    );
    const listed = Object.entries(verbLists).filter(([name]) => new RegExp(`\\b${name}\\b`).test(said));
    const type = /^[A-Z]\w+$/.exec(said.trim())?.[0] ?? "";
    const declared = new RegExp(`type ${type || "-"} =([^;]+);`).exec(text)?.[1] ?? "";
    literals.push(...[...declared.matchAll(/"([^"]+)"/g)].map((each) => each[1] ?? ""));
    verbs.push(...literals, ...listed.flatMap(([, list]) => list));
    const isHandedOn = /^\w+\.verb$/.test(said.trim()) || type === "RelationEdit"; // told where it was set
    if (literals.length + listed.length === 0 && !isHandedOn) untold.push(said.trim());
  }
  return { verbs, untold };
}

const useCases = sourceFiles("app/use-cases").filter((each) => !each.file.endsWith("/record.server.ts"));

it("tells the verb of every audit row from the sources", () => {
  expect(auditVerbsOf('{ verb: "a-b", x } verb: is === "no" ? "c" : "d", verb: string,')).toEqual({
    verbs: ["a-b", "c", "d"],
    untold: ["string"],
  });
  const untold = useCases.flatMap(({ file, text }) =>
    auditVerbsOf(text).untold.map((each) => `${file}: ${each}`),
  );
  expect(untold).toEqual([]);
  // why: a use case that writes rows without `verb:` in its file must take the head from another that has it.
  const writes = useCases.filter(({ text }) => /(?<![.\w])record(?:WithoutAccount)?\(/.test(text));
  expect(writes.filter(({ text }) => !/\bverb\b/.test(text)).map((each) => each.file)).toEqual([]);
});

describe.each(languages)("words in %s", (language) => {
  const words = wordsOf(language);

  it.each(problemCodes)("says what happened and what to do next: %s", (code) => {
    const { what, next } = problemWords(words, problem(code));
    for (const sentence of [what, next]) {
      expect(sentence.trim()).not.toBe("");
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
      expect(sentence).toMatch(language === "ja" ? /。$/ : /[.!]$/);
    }
  });

  it("names every field, column and option of every register", () => {
    for (const noun of registerNouns) {
      for (const [name, spec] of Object.entries(fieldsOf(noun))) {
        expect(fieldLabel(words, noun, name), `${noun}.${name}`).not.toBe(name);
        if (!("options" in spec)) continue;
        // Some English words are their own codes; what counts is that a word was given.
        const given: Readonly<Record<string, Readonly<Record<string, string>>>> = words.options[noun];
        for (const option of spec.options) {
          expect(given[name]?.[option], `${noun}.${name}=${option}`).toBeTruthy();
          expect(optionLabel(words, noun, name, option)).toBe(given[name]?.[option]);
        }
      }
      for (const name of Object.keys(registerLists[noun].columns)) {
        expect(columnLabel(words, noun, name), `${noun} list ${name}`).not.toBe(name);
      }
    }
  });

  it("names every audit verb that a use case writes, and none that nobody writes", () => {
    const written = new Set(useCases.flatMap(({ text }) => auditVerbsOf(text).verbs));
    const named: Readonly<Record<string, string>> = words.history.verbs;
    expect([...written].filter((verb) => !named[verb]?.trim()).sort()).toEqual([]);
    expect(Object.keys(named).filter((verb) => !written.has(verb))).toEqual([]);
  });

  it("names every kind of record that the audit log names", () => {
    const written = useCases.flatMap(({ text }) =>
      [...text.matchAll(/\bnoun: "([\w-]+)"/g)].map((each) => each[1] ?? ""),
    );
    const named: Readonly<Record<string, string>> = words.auditLog.nouns;
    const all = new Set([...written, ...registerNouns]);
    expect(all.size).toBeGreaterThan(30);
    expect([...all].filter((noun) => !named[noun]?.trim()).sort()).toEqual([]);
  });

  it("never passes a verdict of our own", () => {
    const verdict = /準拠|適合|\bcompliant\b|\bconform(s|ant)?\b/i;
    // The name of somebody else's document, which the reader must be able to tell a person.
    const named = "サービス仕様適合開示書";
    const found = sentences(words, language).filter(([, text]) => verdict.test(text.replaceAll(named, "")));
    expect(found).toEqual([]);
  });
});

// English needs no counting word (件), so only the original must say something everywhere.
it("leaves no sentence empty in Japanese", () => {
  expect(sentences(wordsOf("ja"), "ja").filter(([, text]) => text.trim() === "")).toEqual([]);
});

it("an unknown code speaks as an unexpected failure", () => {
  const unknown: Problem = JSON.parse('{ "code": "from-the-future", "params": {} }');
  const words = wordsOf("ja");
  expect(problemWords(words, unknown)).toEqual(problemWords(words, problem("unexpected")));
});

it("quotes what was typed", () => {
  const { what } = problemWords(wordsOf("ja"), problem("field-not-a-day", { value: "2026-13-45" }));
  expect(what).toBe("「2026-13-45」は日付として読めません。");
});

it("both languages are split into the same areas", () => {
  expect(readdirSync(path.join(folder, "en"))).toEqual(readdirSync(path.join(folder, "ja")));
  expect(readFileSync(path.join(folder, "en.ts"), "utf8")).toContain("satisfies Words");
});

it("filter chips are the filters of the lists", () => {
  for (const noun of registerNouns) expect(filterNames[noun]).toEqual(registerLists[noun].filters);
});

it("writes days with their era in Japanese and plainly in English", () => {
  expect(formatDay("2026-04-15", "ja")).toBe("2026-04-15（令和8年）");
  expect(formatDay("2019-05-01", "ja")).toBe("2019-05-01（令和元年）");
  expect(formatDay("1867-01-01", "ja")).toBe("1867-01-01");
  expect(formatDay("2026-04-15", "en")).toBe("2026-04-15");
  expect(formatMoment("2026-11-23T23:30:00.000Z")).toBe("2026-11-24 08:30");
});

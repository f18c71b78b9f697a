import path from "node:path";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { readAnnexTemplates } from "~/annex-templates.server";
import { placeNamesOf } from "~/domain/annex-place-names";
import { internalPlaceholders, placeholders } from "~/domain/annex-source";
import type { AnnexTemplate } from "~/domain/annex-template";
import {
  actOnWording,
  checkWording,
  parseWordingAct,
  reword,
  type WordingAct,
  withoutEmpty,
  wordingActs,
} from "~/domain/annex-wording";
import { ja } from "~/messages/ja";
import { expectDone } from "../support/ports";

const templates = expectDone(await readAnnexTemplates(path.resolve(import.meta.dirname, "../../templates")));
const named = (id: string): AnnexTemplate => {
  const found = templates.find((each) => each.head.id === id);
  if (!found) throw new Error(`no template ${id}`);
  return found;
};
const words = {
  values: { ...ja.papers.fields, ...ja.paperTemplates.values },
  field: ja.paperTemplates.field,
  section: ja.paperTemplates.section,
  clause: ja.paperTemplates.clause,
};
const namesOf = (template: AnnexTemplate) =>
  placeNamesOf(
    template,
    template.audience === "contract" ? placeholders : [...placeholders, ...internalPlaceholders],
    words,
  );

describe("names of values inside sentences", () => {
  for (const template of templates) {
    test(`${template.head.id}: every sentence read back is the one that was shown`, () => {
      const names = namesOf(template);
      const blocks = [...template.preamble, ...template.sections.flatMap((each) => each.body)];
      for (const block of blocks) {
        if (block.kind === "table") continue;
        const shown = names.show(block.text);
        expect(shown).not.toMatch(/\{\{/);
        expect(names.read(shown)).toBe(block.text);
      }
    });
  }
  it("keeps a name that nobody knows, so that the check can name it", () => {
    const names = namesOf(named("role-sharing"));
    expect(names.read("｛病院の名前？｝が")).toBe("{{病院の名前？}}が");
    expect(names.read("{病院の呼び方}は")).toBe("{{hospitalLabel}}は");
  });
});

describe("changing wording", () => {
  it("writes at the place, drops line ends, and leaves the given template alone", () => {
    const template = named("incident-response");
    const changed = reword(template, {
      "sections.0.heading": "目的及び範囲",
      "sections.1.body.1.text": "第一の\r\n文",
      numbering: "decimal",
      "sections.1.body.1.level": "3",
    });
    expect(changed.problems).toEqual([]);
    expect(changed.template.sections[0]?.heading).toBe("目的及び範囲");
    expect(changed.template.sections[1]?.body[1]).toMatchObject({ text: "第一の文", level: 3 });
    expect(changed.template.numbering).toBe("decimal");
    expect(template.sections[0]?.heading).toBe("目的");
  });

  it("passes over what may not be changed: sources, columns' fields, conditions, 記入欄, audience", () => {
    const template = named("disclosure-results");
    const places = ["audience", "kind", "paperKind", "head.id", "head.version", "fields.0.key"];
    const bound = template.sections.flatMap((section, at) =>
      section.body.flatMap((block, no) =>
        block.kind === "table"
          ? [`sections.${at}.body.${no}.source`, `sections.${at}.body.${no}.columns.0.fields.0`]
          : [],
      ),
    );
    expect(bound.length).toBeGreaterThan(0);
    for (const place of [
      ...places,
      ...bound,
      "__proto__.x",
      "sections.99.heading",
      "sections.0.body.99.text",
    ])
      expect(reword(template, { [place]: "x" }), place).toEqual({ template, problems: [] });
  });

  it("names the field where something is too long or no option", () => {
    const { problems } = reword(named("role-sharing"), {
      title: "題".repeat(201),
      numbering: "roman",
      "sections.0.body.0.level": "5",
    });
    expect(problems.map((each) => [each.code, each.at])).toEqual([
      ["field-too-long", "title"],
      ["field-not-an-option", "numbering"],
      ["field-not-an-option", "sections.0.body.0.level"],
    ]);
  });

  it("never removes a table, whatever the buttons", () => {
    const act = fc.record({
      act: fc.constantFrom(...wordingActs),
      section: fc.integer({ min: -1, max: 14 }),
      block: fc.integer({ min: -1, max: 8 }),
    });
    const tablesOf = ({ preamble, sections }: AnnexTemplate) =>
      [...preamble, ...sections.flatMap((each) => each.body)]
        .flatMap((each) => (each.kind === "table" ? [JSON.stringify(each)] : []))
        .sort();
    fc.assert(
      fc.property(fc.constantFrom(...templates), fc.array(act, { maxLength: 12 }), (template, acts) => {
        const last = acts.reduce<AnnexTemplate>((held, each) => {
          const next = actOnWording(held, each);
          return next.ok ? next.value : held;
        }, template);
        expect(tablesOf(last)).toEqual(tablesOf(template));
        expect(last.sections.every((each) => each.body.length > 0)).toBe(true);
        const keys = last.sections.map((each) => each.key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 100 },
    );
  });

  it("moving down and up again changes nothing", () => {
    const template = named("role-sharing");
    const down = expectDone(actOnWording(template, { act: "down-section", section: 1, block: 0 }));
    expect(down).not.toEqual(template);
    expect(expectDone(actOnWording(down, { act: "up-section", section: 2, block: 0 }))).toEqual(template);
  });

  it("reads a button's value and nothing else", () => {
    const read: WordingAct = { act: "up-block", section: -1, block: 2 };
    expect(parseWordingAct("up-block:-1:2")).toEqual(read);
    for (const text of ["", "up-block", "up-block:x:1", "drop:1:1", "up-block:1:1e9"])
      expect(parseWordingAct(text), text).toBeNull();
  });
});

describe("the check before a version is used", () => {
  it("accepts every shipped template and one with a new sentence", () => {
    for (const template of templates) expect(checkWording(template).ok, template.head.id).toBe(true);
  });
  const changed = (fields: Record<string, string>) => {
    const checked = checkWording(reword(named("role-sharing"), fields).template);
    return checked.ok ? [] : checked.problems.map((each) => [each.code, each.at, each.params]);
  };
  it("names an unknown value, an empty sentence, a verdict and an internal value at their fields", () => {
    expect(changed({ "sections.0.body.0.text": "{{hospitalLable}}は" })).toEqual([
      ["template-name-unknown", "sections.0.body.0.text", { name: "hospitalLable" }],
    ]);
    expect(changed({ "sections.0.body.0.text": "{{ref:nowhere}}による。" })).toEqual([
      ["template-name-unknown", "sections.0.body.0.text", { name: "ref:nowhere" }],
    ]);
    expect(changed({ "sections.0.body.0.text": "" })).toEqual([
      ["field-required", "sections.0.body.0.text", {}],
    ]);
    expect(changed({ "sections.0.body.0.text": "指針への準拠を保証する。" })).toEqual([
      ["paper-verdict-words", "sections.0.body.0.text", {}],
    ]);
    expect(changed({ "sections.0.body.0.text": "{{decisionCount}}件" })).toEqual([
      ["paper-internal-field", "sections.0.body.0.text", { field: "decisionCount" }],
    ]);
  });
  it("shows a paper whose new sentences are still empty", () => {
    const added = expectDone(
      actOnWording(named("role-sharing"), { act: "add-section", section: 0, block: 0 }),
    );
    expect(checkWording(added).ok).toBe(false);
    expect(checkWording(withoutEmpty(added)).ok).toBe(true);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { conditions } from "../../app/domain/annex-condition.ts";
import {
  contractFields,
  internalFields,
  internalPlaceholders,
  placeholders,
} from "../../app/domain/annex-source.ts";
import { parseAnnexTemplate } from "../../app/domain/annex-template-file.ts";

const folder = new URL("../../templates/annexes/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), "utf8");
const names = readdirSync(folder).filter((each) => each.endsWith(".json"));
const fresh = (name = "role-sharing.json") => JSON.parse(read(name));
const problemsOf = (json: unknown) => {
  const parsed = parseAnnexTemplate(json, "x.json");
  return parsed.ok ? [] : parsed.problems;
};

describe("every file of templates/annexes", () => {
  test.each(names)("%s loads, names itself and asks for a legal desk", (name) => {
    const parsed = parseAnnexTemplate(fresh(name), name);
    expect(parsed.ok ? [] : parsed.problems).toEqual([]);
    // A later version stands beside the first one, in a file of its own.
    const { id, version } = parsed.ok ? parsed.value.head : { id: "", version: "" };
    expect(version === "1" ? `${id}.json` : `${id}-${version}.json`).toBe(name);
    expect(parsed.ok && parsed.value.head.notice).toContain("法務担当の確認を要する案");
  });

  test.each(names)("%s never promises 準拠 or 適合", (name) => {
    expect(read(name)).not.toMatch(/準拠|適合/);
  });
});

/** The role table of the starter, with one column changed. */
function withRoleField(change: (column: Record<string, unknown>, table: Record<string, unknown>) => void) {
  const json = fresh();
  const section = json.sections.find((each: { key: string }) => each.key === "roles");
  const table = section.body.find((each: { kind: string }) => each.kind === "table");
  change(table.columns[1], table);
  return json;
}

describe("a contract template that names an internal field does not load", () => {
  const contractSafe: readonly string[] = Object.values(contractFields).flat();
  const onlyInternal = internalFields.decisions.filter((each) => !contractSafe.includes(each));

  test("risk, reason, acceptance and the inspector's text are among them", () => {
    expect(onlyInternal).toEqual(
      expect.arrayContaining(["likelihood", "impact", "reason", "acceptedBy", "inspectionText"]),
    );
  });

  for (const source of Object.keys(contractFields)) {
    test.each(onlyInternal)(`${source}: %s`, (field) => {
      const json = withRoleField((column, table) => {
        table.source = source;
        const safe = Object.entries(contractFields).find(([name]) => name === source)?.[1][0];
        table.columns = [
          { ...column, width: 50, fields: [safe] },
          { ...column, width: 50, fields: [field] },
        ];
      });
      expect(problemsOf(json)).toEqual([
        {
          code: "paper-internal-field",
          params: { field },
          at: "x.json#/sections/3/body/2/columns/1/fields/0",
        },
      ]);
    });
  }

  test("the source decisions", () => {
    const found = problemsOf(
      withRoleField((_column, table) => {
        table.source = "decisions";
      }),
    );
    expect(found.map((each) => [each.code, each.params])).toEqual([
      ["paper-internal-field", { field: "decisions" }],
    ]);
  });

  test.each([...internalPlaceholders, ...onlyInternal])("a sentence with {{%s}}", (name) => {
    const json = fresh();
    json.sections[0].body[0].text = `甲は{{${name}}}とする。`;
    expect(problemsOf(json)).toEqual([
      { code: "paper-internal-field", params: { field: name }, at: "x.json#/sections/0/body/0/text" },
    ]);
  });

  test("no contract placeholder is an internal one", () => {
    const internal: readonly string[] = internalPlaceholders;
    expect(placeholders.filter((each) => internal.includes(each))).toEqual([]);
  });
});

describe("a template that is wrong is refused with its place", () => {
  const cases: [string, (json: ReturnType<typeof fresh>) => void, string][] = [
    [
      "unknown placeholder",
      (json) => {
        json.sections[0].body[0].text = "{{nobody}}";
      },
      "x.json#/sections/0/body/0/text",
    ],
    [
      "a promise of a verdict",
      (json) => {
        json.sections[0].body[0].text = "乙は、ガイドラインへの準拠を保証する。";
      },
      "x.json#/sections/0/body/0/text",
    ],
    [
      "an unknown condition",
      (json) => {
        json.sections[0].when = "sometimes";
      },
      "x.json#/sections/0/when",
    ],
    [
      "an unknown key",
      (json) => {
        json.colour = "red";
      },
      "x.json",
    ],
    [
      "the same section twice",
      (json) => {
        json.sections.push(json.sections[0]);
      },
      `x.json#/sections/${fresh().sections.length}/key`,
    ],
    [
      "a code without a word",
      (json) => {
        delete json.words.codes["cost.none"];
      },
      "x.json#/words/codes",
    ],
  ];
  test.each(cases)("%s", (_name, change, at) => {
    const json = fresh();
    change(json);
    expect(problemsOf(json).map((each) => [each.code, each.at])).toEqual([["catalogue-invalid", at]]);
  });

  test("widths of a table add up to 100", () => {
    const json = withRoleField((column) => {
      column.width = 99;
    });
    expect(problemsOf(json).map((each) => each.at)).toEqual(["x.json#/sections/3/body/2/columns"]);
  });

  test("something else altogether", () => {
    expect(problemsOf("[]").length).toBeGreaterThan(0);
    expect(problemsOf(null).length).toBeGreaterThan(0);
  });
});

test("every condition is a word of its own", () => {
  expect(new Set(conditions).size).toBe(conditions.length);
});

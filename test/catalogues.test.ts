import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CatalogueError, loadCatalogues } from "~/catalogues.server";
import { problemClasses } from "~/domain/problem";
import { present, shipped, templatesFolder } from "./templates/shipped";

let root = "";
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "catalogues-"));
  await cp(templatesFolder, root, { recursive: true });
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** Replaces the first occurrence in a copied file; the break is then real JSON on a real disk. */
async function breakFile(file: string, from: string, to: string): Promise<void> {
  const place = path.join(root, file);
  const text = await readFile(place, "utf8");
  if (!text.includes(from)) throw new Error(`nothing to break in ${file}: ${from}`);
  await writeFile(
    place,
    text.replace(from, () => to),
  );
}

async function problemsOf(): Promise<{ code: string; at: string; reason: string }[]> {
  const error = await loadCatalogues(root).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof CatalogueError)) throw new Error(`expected a CatalogueError, got ${String(error)}`);
  return error.problems.map((each) => {
    expect(error.message).toContain(each.at ?? "?");
    return { code: each.code, at: each.at ?? "", reason: String(each.params.reason) };
  });
}

describe("broken templates give file, path and reason", () => {
  const gl6 = "guidelines/mhlw-guideline-6.0.json";
  const gl7 = "guidelines/mhlw-guideline-7.0.json";
  const form = "questionnaires/in-house-product.json";
  const map = "mappings/in-house-product--mhlw-guideline-6.0.json";
  const sheet = "role-sheets/starter.json";
  const invalid = "catalogue-invalid";
  const dangling = "catalogue-reference-dangling";
  test.each([
    ["a number that is text", gl6, '"no": 1,', '"no": "1",', invalid, "#/requirements/0/no", "invalid_type"],
    [
      "a field nobody knows",
      gl6,
      '"isTotalUnknown"',
      '"total": 9, "isTotalUnknown"',
      invalid,
      "",
      "unrecognized_keys",
    ],
    [
      "a confidence not in the list",
      gl7,
      '"low"',
      '"sure"',
      invalid,
      "#/facts/3/confidence",
      "invalid_value",
    ],
    ["half a file", form, '"questions": [', '"questions": ', invalid, "", "not-json"],
    [
      "a question asked without help",
      form,
      /"help": "[^"]+"/.source,
      '"help": ""',
      invalid,
      "#/questions/0/help",
      "own-row-incomplete",
    ],
    [
      "a question key used twice",
      form,
      '"starter:product-2-2"',
      '"starter:product-2-1"',
      invalid,
      "#/questions/1/key",
      "value-twice",
    ],
    [
      "a printed number used twice",
      form,
      '"no": "2-2"',
      '"no": "2-1"',
      invalid,
      "#/questions/1/no",
      "value-twice",
    ],
    [
      "a requirement that does not exist",
      map,
      '"GL6.0-SO-2-1"',
      '"GL6.0-SO-99-1"',
      dangling,
      "#/lines/@/requirement",
      "requirement-unknown",
    ],
    [
      "a questionnaire that does not exist",
      map,
      '"in-house-product@1.0"',
      '"in-house-product@9"',
      dangling,
      "#/from",
      "questionnaire-unknown",
    ],
    [
      "a guideline that does not exist",
      map,
      '"mhlw-guideline@6.0"',
      '"mhlw-guideline@9"',
      dangling,
      "#/to",
      "guideline-unknown",
    ],
    [
      "an edition replaced by none we hold",
      gl6,
      '"version": "7.0"',
      '"version": "8.0"',
      dangling,
      "#/head/replacedBy/version",
      "edition-unknown",
    ],
    [
      "an edition replaced by itself",
      gl6,
      '"version": "7.0"',
      '"version": "6.0"',
      dangling,
      "#/head/replacedBy/version",
      "edition-unknown",
    ],
    [
      "an official number on a row of ours",
      sheet,
      /"no": null/.source,
      '"no": "A2"',
      invalid,
      "#/items/1/no",
      "own-row-with-official-number",
    ],
    [
      "an official row without its number",
      sheet,
      '"no": "A1"',
      '"no": null',
      invalid,
      "#/items/0/no",
      "official-row-without-number",
    ],
    [
      "a row of ours with an official key",
      sheet,
      '"starter:seen-p1-contract-partners"',
      '"RS2024-P1-A2"',
      invalid,
      "#/items/1/key",
      "own-key-prefix",
    ],
  ])("%s", async (_name, file, from, to, code, pointer, reason) => {
    const place = path.join(root, file);
    const text = await readFile(place, "utf8");
    // why: some breaks need a pattern (any help text); the table keeps both as plain strings.
    const found = text.includes(from) ? from : present(new RegExp(from).exec(text)?.[0], from);
    await breakFile(file, found, to);
    const problems = await problemsOf();
    const first = present(
      problems.find((each) => each.reason === reason),
      `${reason} in ${JSON.stringify(problems.slice(0, 3))}`,
    );
    expect(first.code).toBe(code);
    expect(first.at.replace(/lines\/\d+/, "lines/@")).toBe(`templates/${file}${pointer}`);
  });

  test("a mapping line that names a question which does not exist", async () => {
    await breakFile(map, '"starter:product-2-1"', '"starter:product-99-1"');
    const [first, ...rest] = await problemsOf();
    expect(rest).toEqual([]);
    expect(first?.code).toBe(dangling);
    expect(first?.at).toMatch(/^templates\/mappings\/.+\.json#\/lines\/\d+\/questions\/0$/);
  });

  test("a file that is not UTF-8 is named, not guessed at", async () => {
    const place = path.join(root, form);
    await writeFile(
      place,
      Buffer.concat([Buffer.from('{"title":"'), Buffer.from([0x93, 0x96]), Buffer.from('"}')]),
    );
    expect(await problemsOf()).toEqual([{ code: invalid, at: `templates/${form}`, reason: "not-json" }]);
  });

  test("the same edition in two files", async () => {
    await cp(path.join(root, form), path.join(root, "questionnaires/zz.json"));
    const edition = (await problemsOf()).filter((each) => each.reason === "edition-twice");
    expect(edition.map((each) => each.at)).toEqual(["templates/questionnaires/zz.json#/head/id"]);
  });

  test("two editions that nothing replaced: which is current would be luck", async () => {
    const text = await readFile(path.join(root, gl6), "utf8");
    await writeFile(path.join(root, gl6), text.replace(/"replacedBy": \{[^}]+\}/, '"replacedBy": null'));
    const twice = (await problemsOf()).filter((each) => each.reason === "current-twice");
    expect(twice.map((each) => each.at)).toEqual([`templates/${gl7}#/head/replacedBy`]);
  });

  test("a folder or file that nobody reads is refused", async () => {
    await mkdir(path.join(root, "guideline"));
    expect(await problemsOf()).toEqual([
      { code: invalid, at: "templates/guideline", reason: "place-unknown" },
    ]);
  });

  test("no templates at all", async () => {
    await rm(root, { recursive: true });
    expect(await problemsOf()).toEqual([{ code: invalid, at: "templates", reason: "folder-missing" }]);
  });

  test("a broken catalogue is the program's fault, not the user's", () => {
    expect([problemClasses[invalid], problemClasses[dangling]]).toEqual(["broken", "broken"]);
  });
});

describe("what was read", () => {
  test("annex templates are read with the rest, and a broken one is named", async () => {
    const template = present((await shipped()).currentAnnexTemplate("role-sharing"), "role-sharing");
    expect(template.audience).toBe("contract");
    expect((await shipped()).currentAnnexTemplate("nothing")).toBeNull();
    await writeFile(path.join(root, "annexes/zz.json"), "not json at all");
    await expect(loadCatalogues(root)).rejects.toMatchObject({
      problems: [{ code: "catalogue-invalid", at: "templates/annexes/zz.json" }],
    });
  });

  test("the same annex template twice is refused", async () => {
    await cp(path.join(root, "annexes/role-sharing.json"), path.join(root, "annexes/zz.json"));
    await expect(loadCatalogues(root)).rejects.toMatchObject({
      problems: [{ code: "catalogue-invalid", at: "templates/annexes/zz.json#/head/id" }],
    });
  });

  test("is frozen to the last leaf", async () => {
    const catalogues = await shipped();
    const guideline = present(catalogues.guideline("mhlw-guideline@6.0"), "6.0");
    expect(() => guideline.requirements.pop()).toThrow(TypeError);
    expect(() => Object.assign(guideline.head, { version: "9" })).toThrow(TypeError);
    expect(() => Reflect.get(catalogues.guidelines, "set")("x", guideline)).toThrow(TypeError);
    expect(Object.isFrozen(catalogues)).toBe(true);
  });

  test("lookups answer null or nothing for what is not shipped", async () => {
    const catalogues = await shipped();
    expect(catalogues.guideline("mhlw-guideline@5.2")).toBeNull();
    expect(catalogues.currentGuideline("nist")).toBeNull();
    expect(catalogues.questionnaireOfForm("MDS")).toBeNull();
    expect(catalogues.questionnaireOfForm("SDS")).toBeNull();
    expect(catalogues.mappingsBetween("in-house-product@1.0", "mhlw-guideline@5.2")).toEqual([]);
    expect([catalogues.guidelines.size, catalogues.questionnaires.size]).toEqual([2, 2]);
    expect([catalogues.mappings.size, catalogues.roleSheetForms.size]).toEqual([8, 1]);
  });
});

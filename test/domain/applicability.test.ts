import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applicabilityOf,
  candidateClasses,
  hasOfficialText,
  isToConfirm,
  rowStates,
  type StaffState,
  type SystemForm,
  staffStates,
} from "~/domain/applicability";
import type { EditionRules, Relief } from "~/domain/applicability-data";
import type { GuidelineVolume, Requirement } from "~/domain/guideline";
import type { RouteResult } from "~/domain/maintenance-route";

const known = { text: "決まり", confidence: "medium", sourceCount: 1, source: "試験" } as const;
const requirement = (volume: GuidelineVolume, chapter: string, no: number | null): Requirement => ({
  key: `${volume}-${chapter}-${no}`,
  volume,
  chapter,
  chapterTitle: "",
  no,
  summary: "要約",
  appliesTo: "",
  isVendorRelevant: true,
  typicalEvidence: "",
  provenance: "official-number",
  confidence: "medium",
  verification: "",
  source: "試験",
  note: "",
});
const relief = (fields: Partial<Relief>): Relief => ({
  key: "r",
  classes: ["Ⅱ", "Ⅳ"],
  volume: "システム運用編",
  chapters: [{ chapter: "5", except: [] }],
  ...known,
  ...fields,
});
const classes = [
  { name: "Ⅰ", hasStaff: true, form: "on-premise" as const, ...known },
  { name: "Ⅱ", hasStaff: true, form: "cloud" as const, ...known },
  { name: "Ⅲ", hasStaff: false, form: "on-premise" as const, ...known },
  { name: "Ⅳ", hasStaff: false, form: "cloud" as const, ...known },
];
const rules: EditionRules = {
  guideline: "試験@1",
  volumes: ["概説編", "経営管理編", "企画管理編", "システム運用編", "保守委託機関編"],
  classes,
  reliefs: [
    relief({}),
    relief({ key: "but", chapters: [{ chapter: "12", except: [5] }] }),
    relief({ key: "two", classes: ["Ⅱ"], chapters: [{ chapter: "15", except: [] }] }),
  ],
  notes: [],
  entrusted: { volumes: ["概説編", "保守委託機関編"], facts: ["f"] },
  selectionFacts: [],
};
const rows = [
  requirement("システム運用編", "5", 1),
  requirement("システム運用編", "12", 4),
  requirement("システム運用編", "12", 5),
  requirement("システム運用編", "12", null),
  requirement("システム運用編", "15", 1),
  requirement("企画管理編", "5", 1),
  requirement("保守委託機関編", "9", 4),
];
const states = (staff: StaffState, form: SystemForm, route: RouteResult | null = null) =>
  applicabilityOf(rules, { requirements: rows }, { staff, form, route }).rows.map((each) => each.state);
const [A, T, O] = rowStates;

describe("the class", () => {
  it.each<[StaffState, SystemForm, string]>([
    ["yes", "on-premise", "Ⅰ"],
    ["yes", "cloud", "Ⅱ"],
    ["no", "on-premise", "Ⅲ"],
    ["no", "cloud", "Ⅳ"],
    ["yes", "mixed", "ⅠⅡ"],
    ["no", "mixed", "ⅢⅣ"],
    ["unknown", "on-premise", "ⅠⅢ"],
    ["unknown", "cloud", "ⅡⅣ"],
    ["unknown", "mixed", "ⅠⅡⅢⅣ"],
  ])("staff %s and form %s: %s", (staff, form, names) => {
    expect(
      candidateClasses(rules, { staff, form })
        .map((each) => each.name)
        .join(""),
    ).toBe(names);
  });
});

describe("rows", () => {
  it.each<[StaffState, SystemForm, string[]]>([
    ["yes", "on-premise", [A, A, A, A, A, A, A]],
    ["no", "on-premise", [A, A, A, A, A, A, A]],
    ["yes", "cloud", [T, T, A, A, T, A, A]],
    ["no", "cloud", [T, T, A, A, A, A, A]],
    ["unknown", "cloud", [T, T, A, A, A, A, A]],
    ["yes", "mixed", [A, A, A, A, A, A, A]],
    ["unknown", "mixed", [A, A, A, A, A, A, A]],
  ])("staff %s and form %s", (staff, form, expected) => {
    expect(states(staff, form)).toEqual(expected);
  });

  it("of other volumes fall away only at the end of the walk, and then whatever the class", () => {
    expect(states("yes", "cloud", "entrusted-only")).toEqual([O, O, O, O, O, O, A]);
    expect(states("yes", "cloud", "other-volumes-too")).toEqual(states("yes", "cloud"));
  });

  it("say every rule that shortens them", () => {
    const { rows: found } = applicabilityOf(
      { ...rules, reliefs: [relief({}), relief({ key: "second" })] },
      { requirements: rows },
      { staff: "yes", form: "cloud", route: null },
    );
    expect(found[0]?.reliefs.map((each) => each.key)).toEqual(["r", "second"]);
  });
});

const staff = fc.constantFrom(...staffStates);
const form = fc.constantFrom<SystemForm>("on-premise", "cloud", "mixed");
const route = fc.constantFrom<RouteResult | null>(null, "entrusted-only", "other-volumes-too");
const someReliefs = fc.array(
  fc.record({
    classes: fc.subarray(["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ"], { minLength: 1 }),
    chapter: fc.constantFrom("5", "12", "15"),
    except: fc.subarray([1, 4, 5]),
  }),
);
const ruled = (given: { classes: string[]; chapter: string; except: number[] }[]): EditionRules => ({
  ...rules,
  reliefs: given.map(({ classes: of, chapter, except }, at) =>
    relief({ key: String(at), classes: of, chapters: [{ chapter, except }] }),
  ),
});

it("counts add up to the rows, and what falls away has its reason", () => {
  fc.assert(
    fc.property(someReliefs, staff, form, route, (given, who, shape, walked) => {
      const found = applicabilityOf(
        ruled(given),
        { requirements: rows },
        { staff: who, form: shape, route: walked },
      );
      const { counts } = found;
      expect(counts.applies + counts["through-contract"] + counts["other-volume"]).toBe(rows.length);
      for (const each of found.rows) {
        expect(each.reliefs.length > 0).toBe(each.state === "through-contract");
        const volume = found.volumes.find(({ volume: name }) => name === each.requirement.volume);
        expect(volume?.isToRead).toBe(each.state !== "other-volume");
      }
      if (walked !== "entrusted-only") expect(counts["other-volume"]).toBe(0);
    }),
  );
});

it("knowing less never takes a row away", () => {
  const less = (who: StaffState, shape: SystemForm): [StaffState, SystemForm][] => [
    ["unknown", shape],
    [who, "mixed"],
    ["unknown", "mixed"],
  ];
  fc.assert(
    fc.property(someReliefs, staff, form, (given, who, shape) => {
      const of = (s: StaffState, f: SystemForm) =>
        applicabilityOf(ruled(given), { requirements: rows }, { staff: s, form: f, route: null }).rows.map(
          (each) => each.state,
        );
      const knowing = of(who, shape);
      for (const [s, f] of less(who, shape)) {
        of(s, f).forEach((state, at) => {
          if (state === T) expect(knowing[at]).toBe(T);
        });
      }
    }),
  );
});

it("one source is to be confirmed until the edition's official text is loaded", () => {
  expect(isToConfirm({ sourceCount: 1 }, false)).toBe(true);
  expect(isToConfirm({ sourceCount: 1 }, true)).toBe(false);
  expect(isToConfirm({ sourceCount: 2 }, false)).toBe(false);
  const edition = (version: string, provenance: Requirement["provenance"]) => ({
    head: { version },
    requirements: [{ ...requirement("概説編", "1", 1), provenance }],
  });
  const loaded = [edition("7.0", "own-wording"), edition("6.0", "official-text")];
  expect(hasOfficialText(loaded, "7.0")).toBe(false);
  expect(hasOfficialText(loaded, "6.0")).toBe(true);
});

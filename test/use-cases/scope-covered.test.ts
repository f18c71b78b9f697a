import { expect, it } from "vitest";
import { useCaseFunctions, writingFunctions } from "../support/source-functions";
import { notVerbs, overviews, reading, writing } from "./all-scope-cases";

// Apart from scope.test.ts, so that a new verb without a case fails at once: nothing here opens a database.

it("covers every exported use case", () => {
  const found = useCaseFunctions().filter((each) => /\bports: Ports\b/.test(each.body));
  const writers = writingFunctions(useCaseFunctions());
  const exported = found.filter((each) => each.isExported && /\bscope: Scope\b/.test(each.body));
  const names = exported.map((each) => each.name).filter((name) => !notVerbs.has(name));
  expect(names.filter((name) => writers.has(name)).sort()).toEqual(Object.keys(writing).sort());
  expect(names.filter((name) => !writers.has(name)).sort()).toEqual(
    [...Object.keys(reading), ...Object.keys(overviews)].sort(),
  );
});

import { describe, expect, it } from "vitest";
import { countReport, resultLine, summaryOf } from "../support/steps.mjs";

const passing = {
  status: "passed",
  name: "a.test.ts",
  assertionResults: [{ status: "passed" }, { status: "passed" }],
};

describe("counting what vitest reports", () => {
  it("counts every test once", () => {
    const mixed = {
      status: "failed",
      name: "b",
      assertionResults: [{ status: "failed" }, { status: "passed" }],
    };
    expect(countReport({ testResults: [passing, mixed] }, 1)).toMatchObject({ passed: 3, failed: 1 });
  });

  it("counts a file that could not be loaded as a failure and names it", () => {
    const broken = { status: "failed", name: "b.test.ts", assertionResults: [] };
    const outcome = countReport({ testResults: [passing, broken] }, 1);
    expect(outcome).toMatchObject({ passed: 2, failed: 1 });
    expect(outcome.output).toContain("b.test.ts");
  });

  it("counts a skipped test as a failure and names it", () => {
    const skipped = {
      status: "passed",
      name: "b",
      assertionResults: [{ status: "skipped", fullName: "x y" }],
    };
    const outcome = countReport({ testResults: [passing, skipped] }, 0);
    expect(outcome).toMatchObject({ passed: 2, failed: 1 });
    expect(outcome.output).toContain("x y");
  });

  it("fails when vitest failed though every test passed, and when there was no test", () => {
    expect(countReport({ testResults: [passing] }, 1).failed).toBe(1);
    expect(countReport({ testResults: [] }, 0).failed).toBe(1);
    expect(countReport({ testResults: [passing] }, 0).failed).toBe(0);
  });
});

describe("the end of a run", () => {
  it("is one line that adds the steps up; the exit code follows it", () => {
    expect(summaryOf([passed(3), passed(1)])).toEqual({ line: "4 passed, 0 failed", exitCode: 0 });
    expect(summaryOf([passed(3), { passed: 0, failed: 1 }])).toEqual({
      line: "3 passed, 1 failed",
      exitCode: 1,
    });
    expect(summaryOf([])).toEqual({ line: "0 passed, 0 failed", exitCode: 1 });
  });

  it("says per step how it went", () => {
    const line = resultLine({ name: "types", seconds: 1.24, passed: 0, failed: 1, output: "" });
    expect(line).toBe("[FAILED] types: 0 passed, 1 failed, 1.2 s");
  });
});

function passed(count: number): { passed: number; failed: number } {
  return { passed: count, failed: 0 };
}

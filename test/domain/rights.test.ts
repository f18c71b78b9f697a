import { expect, it } from "vitest";
import { everyRight, isTimeLimited, may, rights, rolesWith } from "~/domain/rights";
import { roles } from "~/domain/scope";
import { roleNames as en } from "~/messages/en/verdicts";
import { roleNames as ja } from "~/messages/ja/verdicts";

it("names only roles that exist, each once, and never none", () => {
  for (const each of everyRight) {
    expect(each.roles.length).toBeGreaterThan(0);
    expect(new Set(each.roles).size).toBe(each.roles.length);
    for (const role of each.roles) expect(roles).toContain(role);
  }
});

it("gives the administrator every cell, and the viewer nothing but seeing and his own account", () => {
  for (const { right } of everyRight) expect(may({ role: "admin" }, right)).toBe(true);
  const ofViewer = everyRight.filter((each) => may({ role: "viewer" }, each.right)).map((each) => each.right);
  expect(ofViewer.filter((right) => !right.endsWith(":see"))).toEqual(["own:write"]);
});

it("lets whoever approves neither decide nor write, and whoever decides as lead not approve", () => {
  expect(rolesWith("decision:approve")).toEqual(["admin", "approver"]);
  expect(rolesWith("decision:decide")).toEqual(["admin", "lead"]);
  for (const { right } of everyRight.filter(
    (each) => each.right.endsWith(":write") && each.right !== "own:write",
  ))
    expect(may({ role: "approver" }, right)).toBe(false);
});

it("keeps people, settings and the hospital to administrators", () => {
  for (const right of ["person:write", "setting:write", "hospital:write", "backup:make"] as const)
    expect(rolesWith(right)).toEqual(["admin"]);
});

it("limits the time of viewers only, and has a word and a sentence for every role in both languages", () => {
  expect(roles.filter(isTimeLimited)).toEqual(["viewer"]);
  for (const words of [ja, en]) expect(Object.keys(words).sort()).toEqual([...roles].sort());
  expect(Object.keys(rights).length).toBeGreaterThan(10);
});

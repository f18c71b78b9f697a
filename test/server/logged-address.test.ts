import { expect, it } from "vitest";
import { handleError } from "../../app/entry.server";
import type { LoadContext } from "../../app/load-context";
import { takeConsoleErrors } from "../support/console-errors";

/** What the log says of a failure at this address. */
function logged(path: string, error = new Error("x")): string {
  const context = { requestId: "r" } as LoadContext; // parsed: nothing else of it is read here
  handleError(error, { request: new Request(`http://127.0.0.1${path}`), context });
  const lines = takeConsoleErrors();
  expect(lines).toHaveLength(1);
  return lines[0] ?? "";
}

it("an address that is a key itself does not stand in the log, nor what was asked of a page", () => {
  for (const path of ["/r/himitsu", "/join/himitsu", "/calendar/himitsu.ics", "/vendors?q=himitsu"])
    expect(logged(path), path).not.toContain("himitsu");
  expect(JSON.parse(logged("/r/desk/0198/save"))).toMatchObject({ path: "/r/desk/0198/save" });
});

it("a failure is one line, whatever stands in it", () => {
  const line = logged("/vendors/a%0Ab", new Error('a\n{"level":"info","forged":true}\r\n'));
  expect(line).not.toMatch(/[\r\n]/);
  expect(JSON.parse(line)).toMatchObject({ level: "error", requestId: "r", path: "/vendors/a%0Ab" });
});

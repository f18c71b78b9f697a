import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { errorText } from "~/domain/error-text";
import { testPorts } from "../support/ports";

it("keeps the query, the stack and the cause of a failure, and none of the values", async () => {
  const { db } = await testPorts();
  const name = "もれる 名前\nparams: 二行目\n三行目";
  const error: unknown = await db
    .run(sql`SELECT * FROM no_such_table WHERE name = ${name}`)
    .catch((each) => each);
  expect(String(error)).toContain("もれる");
  const text = errorText(error);
  expect(text).toContain("no_such_table");
  expect(text).toMatch(/caused by .*no such table/s);
  expect(text).toContain("error-text.test.ts");
  expect(text).not.toMatch(/もれる|二行目|三行目/);
  expect(errorText("x")).toBe("x");
});

import { expect, it } from "vitest";
import { countOf, listOf, readForm, textOf } from "~/http.server";

const formOf = (body: string, address = "http://127.0.0.1/vendors") =>
  readForm(
    new Request(address, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body,
    }),
  );

it("a field named like a part of every object is a field, and changes no other object", async () => {
  const fields = await formOf("__proto__=a&__proto__=b&constructor=c&name=d");
  expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
  expect(Object.keys(fields).sort()).toEqual(["__proto__", "constructor", "name"]);
  expect(Object.getOwnPropertyDescriptor(fields, "__proto__")?.value).toEqual(["a", "b"]);
  expect(textOf({}, "name")).toBe("");
});

it("of a name that comes twice one value is read, the first, and what stands in the address is none", async () => {
  const fields = await formOf("id=1&id=2&each=a&each=b", "http://127.0.0.1/vendors?id=9&more=8");
  expect(textOf(fields, "id")).toBe("1");
  expect(countOf(fields, "id")).toBe(1);
  expect(listOf(fields, "each")).toEqual(["a", "b"]);
  expect(textOf(fields, "more")).toBe("");
});

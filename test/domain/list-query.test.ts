import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ListState, listSearch, parseListState, withFilter } from "~/domain/list-query";

const defaults = { filters: ["kind", "form"], sort: "name" };
const parse = (query: string) => parseListState(new URLSearchParams(query), defaults);

describe("state of a list in its address", () => {
  it("begins with the first page in the list's own order", () => {
    expect(parse("")).toEqual({
      search: "",
      filters: {},
      sort: "name",
      isDescending: false,
      archived: false,
      page: 1,
    });
  });

  it("falls back where the address is unreadable", () => {
    for (const page of ["0", "-3", "1.5", "x", "1e9"]) expect(parse(`?page=${page}`).page).toBe(1);
    expect(parse("?kind=&other=1").filters).toEqual({});
    expect(parse(`?q=${"a".repeat(900)}`).search).toHaveLength(200);
  });

  it("goes back to the first page when anything but the page changes", () => {
    const state = parse("?q=a&kind=x&page=7");
    expect(parse(listSearch(state, { page: 8 })).page).toBe(8);
    expect(parse(listSearch(state, withFilter(state, "form", "cloud")))).toMatchObject({
      page: 1,
      search: "a",
      filters: { kind: "x", form: "cloud" },
    });
    expect(parse(listSearch(state, withFilter(state, "kind", ""))).filters).toEqual({});
  });

  it("an address gives back the state it was made from", () => {
    const text = fc.string({ maxLength: 20 }).map((each) => each.trim());
    const state: fc.Arbitrary<ListState> = fc.record({
      search: text,
      filters: fc.dictionary(
        fc.constantFrom(...defaults.filters),
        fc.string({ minLength: 1, maxLength: 9 }),
        {
          noNullPrototype: true,
        },
      ),
      sort: fc.constantFrom("name", "kind", "vendor"),
      isDescending: fc.boolean(),
      archived: fc.boolean(),
      page: fc.integer({ min: 1, max: 100_000 }),
    });
    fc.assert(
      fc.property(state, (each) => {
        expect(parse(listSearch(each, { page: each.page }))).toEqual(each);
      }),
    );
  });
});

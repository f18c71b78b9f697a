import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "~/domain/day";
import { inForceDays } from "~/domain/hospital-timeline";
import { jointsOn } from "~/domain/joint";
import { nameOn, type PartyName } from "~/domain/party-name";
import { type RoleSheetRevision, whoWasInCharge } from "~/domain/responsibility";
import { emptyRow } from "~/domain/role-sheet";
import { termsInForce } from "~/use-cases/contracts-in-force.server";
import { termsRevision } from "../support/contract-terms";
import { joint } from "../support/outside-parties";

// One contract with one sheet, its vendor's names and a joint, written down by clerks over weeks: terms, amendments,
// revisions, new names, ends, corrections of any of them, days before and after what stood already. The model is a
// wall calendar per day of knowledge: nobody asks it quickly, and nothing in it is clever.

const START = "2024-02-20"; // a leap day and the end of a fiscal year lie ahead
const DAYS = 60;
const dayAt = (offset: number) => addDays(START, offset);

const books = ["terms", "sheet", "name", "joint"] as const;
type Book = (typeof books)[number];
const line = fc.record({
  book: fc.constantFrom(...books),
  from: fc.nat(DAYS - 1),
  corrects: fc.option(fc.nat(20), { nil: null }),
  /** The period that terms state, from their own days. */
  begins: fc.nat(DAYS - 1),
  lasts: fc.option(fc.nat(DAYS), { nil: null }),
  isEnd: fc.boolean(),
});
type Line = { id: string; seq: number; supersedes: string | null } & Omit<
  Parameters<Parameters<typeof line.map>[0]>[0],
  "corrects"
>;

const history = fc.array(line, { maxLength: 24 }).map((lines) => {
  const made: Line[] = [];
  for (const [at, { corrects, ...each }] of lines.entries()) {
    const own = made.filter((other) => other.book === each.book);
    const wrong = corrects === null ? undefined : own[corrects % Math.max(1, own.length)];
    // A joint begins once; its first line is no end.
    const isEnd = each.book === "joint" && own.length > 0 && each.isEnd;
    made.push({ ...each, isEnd, id: `l${at}`, seq: at * 2 + 1, supersedes: wrong?.id ?? null });
  }
  return made;
});

/** The line that stands in the calendar of `book` on a day: struck lines are not written, later ones cover earlier. */
function calendar(lines: readonly Line[], book: Book, offset: number, known: number): Line | null {
  let box: Line | null = null;
  for (let day = 0; day <= offset; day += 1) {
    for (const each of lines) {
      if (each.book !== book || each.seq > known || each.from !== day) continue;
      if (lines.some((other) => other.seq <= known && other.supersedes === each.id)) continue;
      box = each;
    }
  }
  return box;
}

const times = ({ id, from, seq, supersedes }: Line) => ({
  ...{ id, effectiveFrom: dayAt(from), recordedSeq: seq, supersedes },
});
const of = (lines: readonly Line[], book: Book) => lines.filter((each) => each.book === book);

const termsOf = (lines: readonly Line[]) =>
  of(lines, "terms").map((each) =>
    termsRevision({
      ...times(each),
      inForceFrom: dayAt(each.begins),
      inForceTo: each.lasts === null ? null : dayAt(each.begins + each.lasts),
    }),
  );
const sheetOf = (lines: readonly Line[]): RoleSheetRevision[] =>
  of(lines, "sheet").map((each, at) => {
    const place = { rowKey: "k", itemKey: null, part: 2, group: "", no: "", label: "", content: "" } as const;
    const rows = [{ ...emptyRow(place), party: "third-party" as const, thirdPartyName: each.id }];
    return { ...times(each), roleSheetId: "s", revisionNo: at + 1, rows };
  });
const namesOf = (lines: readonly Line[]): PartyName[] =>
  of(lines, "name").map((each) => ({
    ...{ ...times(each), name: each.id, kind: "renamed", successorVendorId: null, note: "" },
  }));

const asked = [history, fc.nat(DAYS - 1), fc.nat(50)] as const;
const runs = { numRuns: 400 };

describe("as of a day, known on a day, against a wall calendar", () => {
  it("who was in charge: the sheet's line of the day, inside the period that the terms of the day state", () => {
    fc.assert(
      fc.property(...asked, (lines, offset, known) => {
        const day = dayAt(offset);
        const terms = calendar(lines, "terms", offset, known);
        const isInForce =
          terms !== null &&
          offset >= terms.begins &&
          (terms.lasts === null || offset <= terms.begins + terms.lasts);
        const sheet = calendar(lines, "sheet", offset, known);
        const answer = whoWasInCharge(termsOf(lines), sheetOf(lines), "k", day, known);
        const told = answer.kind === "party" ? answer.thirdPartyName : answer.why;
        expect(told).toBe(!isInForce ? "no-contract-then" : (sheet?.id ?? "no-revision-then"));
      }),
      runs,
    );
  });

  it("coverage, roles and timeline agree on the days a contract was in force", () => {
    fc.assert(
      fc.property(...asked, (lines, offset, known) => {
        const day = dayAt(offset);
        const terms = termsOf(lines).map((each) => ({ ...each, number: "K-1", vendor: "社" }));
        const covered = termsInForce(terms, day, known).length > 0;
        const inLane = inForceDays(terms, known).some(
          ({ from, to }) => from <= day && (to === null || day <= to),
        );
        const answer = whoWasInCharge(terms, sheetOf(lines), "k", day, known);
        const silent = answer.kind === "silent" && answer.why === "no-contract-then";
        expect([covered, inLane]).toEqual([!silent, !silent]);
      }),
      runs,
    );
  });

  it("a party has the name of the day, before the first recorded one the earliest, and a joint what stood then", () => {
    fc.assert(
      fc.property(...asked, (lines, offset, known) => {
        const names = namesOf(lines);
        const name = calendar(lines, "name", offset, known)?.id ?? names[0]?.name ?? "いまの社名";
        expect(nameOn(names.toReversed(), dayAt(offset), known, "いまの社名")).toBe(name);
        const entries = of(lines, "joint").map((each) =>
          joint({ jointId: "j", ...times(each), origin: each.isEnd ? "end" : "change" }),
        );
        const held = calendar(lines, "joint", offset, known);
        const expected = held === null || held.isEnd ? [] : [held.id];
        expect(jointsOn(entries, dayAt(offset), known).map((each) => each.entryId)).toEqual(expected);
      }),
      runs,
    );
  });
});

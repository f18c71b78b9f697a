import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endingsOf, type KnownFile, MAX_HASHES, readHashes, relationOf, verify } from "~/domain/signed-copy";

const bytes = (text: string) => new TextEncoder().encode(text);
const hash = (of: Uint8Array) => createHash("sha256").update(of).digest("hex");
const hashesOf = (file: Uint8Array) => endingsOf(file).map((end) => hash(file.subarray(0, end)));

const issued = bytes("%PDF-1.7\n1 0 obj\n%%EOF");
const known = (over: Partial<KnownFile> = {}): KnownFile => ({
  sha256: hash(issued),
  kind: "issued",
  issueNo: 2,
  isSuperseded: false,
  ...over,
});

describe("a copy that somebody holds", () => {
  it.each([
    ["the very file", issued, { kind: "same", issueNo: 2, isCurrent: true }],
    [
      "signed on, with a line break first",
      bytes("%PDF-1.7\n1 0 obj\n%%EOF\n2 0 obj\n%%EOF\n"),
      { kind: "extended", issueNo: 2, isCurrent: true },
    ],
    [
      "signed twice",
      bytes("%PDF-1.7\n1 0 obj\n%%EOF\r\n2 0 obj\n%%EOF\r\n3 0 obj\n%%EOF"),
      { kind: "extended", issueNo: 2, isCurrent: true },
    ],
    ["one byte changed", bytes("%PDF-1.7\n1 0 obj\n%%EOG"), { kind: "none" }],
    ["changed inside and signed", bytes("%PDF-1.7\n9 0 obj\n%%EOF\n2 0 obj\n%%EOF"), { kind: "none" }],
    ["a part of it", bytes("%PDF-1.7\n1 0 obj"), { kind: "none" }],
  ])("%s", (_name, file, answer) => {
    expect(verify(hashesOf(file), [known()])).toEqual(answer);
  });

  it("a superseded issue says so", () => {
    expect(verify([hash(issued)], [known({ isSuperseded: true })])).toEqual({
      kind: "same",
      issueNo: 2,
      isCurrent: false,
    });
  });

  it("a signed copy matches as a whole only: what it begins with is another file", () => {
    const copy = known({ kind: "signed-copy", sha256: "b".repeat(64) });
    expect(verify(["b".repeat(64)], [copy])).toMatchObject({ kind: "signed-copy" });
    expect(verify(["c".repeat(64), "b".repeat(64)], [copy])).toEqual({ kind: "none" });
  });

  it("whatever is appended after the end, the issued part is found; whatever changes in it, it is not", () => {
    const tail = fc.string({ minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(tail, fc.nat(issued.length - 1), fc.integer({ min: 1, max: 255 }), (added, at, by) => {
        const extended = new Uint8Array([...issued, ...bytes(`\n${added}`)]);
        expect(relationOf(issued, extended)).toBe("extended");
        expect(verify(hashesOf(extended), [known()]).kind).toBe("extended");
        const spoilt = extended.map((byte, index) => (index === at ? byte ^ by : byte));
        expect(relationOf(issued, spoilt)).toBe("other");
        expect(verify(hashesOf(spoilt), [known()])).toEqual({ kind: "none" });
      }),
    );
  });
});

it("hashes are read as typed: full width, capitals, several; anything else is left out", () => {
  const one = "0123456789abcdef".repeat(4);
  expect(readHashes(` ${one.toUpperCase()},\n${one} nonsense ${"a".repeat(63)}`)).toEqual([one]);
  expect(readHashes("ａ".repeat(64))).toEqual(["a".repeat(64)]);
  expect(readHashes("")).toEqual([]);
});

it("a file full of end marks asks about a bounded number of hashes, the whole first", () => {
  const many = bytes("%%EOF\n".repeat(500));
  const ends = endingsOf(many);
  expect(ends).toHaveLength(MAX_HASHES);
  expect(ends[0]).toBe(many.length);
});

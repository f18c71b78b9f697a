import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { openOriginal } from "~/use-cases/disclosures.server";
import { openPaper } from "~/use-cases/papers.server";
import { attachSignedCopy, openSignedCopy, verifyPaper } from "~/use-cases/signed-copies.server";
import { codesOf, expectDone } from "../support/ports";
import { fullWorld, type World } from "../support/world";

const hash = (of: Uint8Array) => createHash("sha256").update(of).digest("hex");
const raw = { signedOn: "2026-11-20", note: "郵送で戻った" };

let world: World;
let issued: Uint8Array;
beforeAll(async () => {
  world = await fullWorld();
  issued = expectDone(await openPaper(world.ports, world.editor, { paperId: world.paperId })).bytes;
});

const attach = (bytes: Uint8Array, fileName = "署名済み.pdf") =>
  attachSignedCopy(world.ports, world.editor, { paperId: world.paperId, raw, file: { fileName, bytes } });

describe("a signed copy", () => {
  it("is kept as it came, says what it is to the issued paper, and is another hospital's nowhere", async () => {
    const signed = new Uint8Array([...issued, ...new TextEncoder().encode("\n9 0 obj\n%%EOF\n")]);
    const { copyId, relation } = expectDone(await attach(signed));
    expect(relation).toBe("extended");
    const opened = expectDone(await openSignedCopy(world.ports, world.viewer, { copyId }));
    expect(hash(opened.bytes)).toBe(hash(signed));
    expect(codesOf(await openSignedCopy(world.ports, world.sister, { copyId }))).toEqual(["not-found"]);
    const { rows } = await world.ports.db.$client.execute(
      "SELECT original_file_id AS id FROM paper_signed_copy LIMIT 1",
    );
    // originals are shared in a group, signed contracts are not
    const fileId = String(rows[0]?.id);
    expect((await openOriginal(world.ports, world.viewer, { fileId })).ok).toBe(true);
    expect(codesOf(await openOriginal(world.ports, world.sister, { fileId }))).toEqual(["not-found"]);
    expect(expectDone(await attach(new Uint8Array([9, 9, 9]), "読み取り.pdf")).relation).toBe("other");
  });

  it("needs a file and a day", async () => {
    const none = { paperId: world.paperId, raw: { signedOn: "2026-02-30", note: "" }, file: null };
    expect(codesOf(await attachSignedCopy(world.ports, world.editor, none))).toEqual([
      "file-missing",
      "field-not-a-day",
    ]);
  });
});

describe("写しを確かめる", () => {
  it("tells whoever holds a file its version and no more, and stores nothing", async () => {
    const count = async () =>
      (await world.ports.db.$client.execute("SELECT count(*) AS n FROM audit")).rows[0]?.n;
    const before = await count();
    const answer = expectDone(await verifyPaper(world.ports, hash(issued)));
    expect(answer).toEqual({ kind: "same", issueNo: 1, isCurrent: true });
    expect(expectDone(await verifyPaper(world.ports, "f".repeat(64)))).toEqual({ kind: "none" });
    expect(codesOf(await verifyPaper(world.ports, "番号"))).toEqual(["hash-unreadable"]);
    expect(await count()).toBe(before);
  });

  it("recognises a file that was signed incrementally, and the copy that came back", async () => {
    const signed = new Uint8Array([...issued, ...new TextEncoder().encode("\n1 0 obj\n%%EOF\n")]);
    const hashes = `${hash(signed)} ${hash(issued)}`;
    expect(expectDone(await verifyPaper(world.ports, hashes))).toMatchObject({ kind: "extended" });
    expectDone(await attach(signed));
    expect(expectDone(await verifyPaper(world.ports, hashes))).toMatchObject({ kind: "signed-copy" });
  });
});

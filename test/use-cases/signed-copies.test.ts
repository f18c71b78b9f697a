import { createHash } from "node:crypto";
import * as XLSX from "@e965/xlsx";
import { strFromU8, unzipSync } from "fflate";
import { PDFDocument } from "pdf-lib";
import { beforeAll, describe, expect, it } from "vitest";
import { openOriginal } from "~/use-cases/disclosures.server";
import { openPaperFile } from "~/use-cases/paper-files.server";
import { openPaper } from "~/use-cases/papers.server";
import { MAX_KEY_FILE_BYTES, signIssuedPaper } from "~/use-cases/sign-paper.server";
import { attachSignedCopy, openSignedCopy, verifyPaper } from "~/use-cases/signed-copies.server";
import { hospitalKey } from "../support/key-files";
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

describe("病院の電子証明書で署名する", () => {
  const sign = (scope: World["editor"], copyId: string, password = "ひみつ1") =>
    signIssuedPaper(world.ports, scope, { paperId: world.paperId, copyId, keyFile: hospitalKey(), password });

  it("keeps the signed file as a copy of the issued one that is recognised, and the key file and password nowhere", async () => {
    const { copyId } = expectDone(await sign(world.editor, ""));
    const { bytes, fileName } = expectDone(await openSignedCopy(world.ports, world.viewer, { copyId }));
    expect(fileName).toMatch(/_署名\.pdf$/);
    expect(Buffer.compare(bytes.subarray(0, issued.length), issued)).toBe(0);
    const hashes = `${hash(bytes)} ${hash(issued)}`;
    expect(expectDone(await verifyPaper(world.ports, hashes))).toMatchObject({ kind: "signed-copy" });
    // what an outsider holds who signed further
    const further = `${"e".repeat(64)} ${hash(issued)}`;
    expect(expectDone(await verifyPaper(world.ports, further))).toMatchObject({ kind: "extended" });
    const second = expectDone(await sign(world.editor, copyId));
    const twice = expectDone(
      await openSignedCopy(world.ports, world.viewer, { copyId: second.copyId }),
    ).bytes;
    expect(Buffer.compare(twice.subarray(0, bytes.length), bytes)).toBe(0);

    const { rows: tables } = await world.ports.db.$client.execute(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
    );
    for (const { name } of tables) {
      const { rows } = await world.ports.db.$client.execute(`SELECT * FROM "${String(name)}"`);
      const text = JSON.stringify(rows, (_key, value) =>
        value instanceof ArrayBuffer ? Buffer.from(value).toString("latin1") : value,
      );
      expect(text.includes("ひみつ1"), String(name)).toBe(false);
      expect(text.includes(Buffer.from(hospitalKey().bytes.slice(0, 64)).toString("latin1"))).toBe(false);
    }
  });

  it("is refused with another password, without a file, and over a scan", async () => {
    expect(codesOf(await sign(world.editor, "", "ひみつ2"))).toEqual(["key-file-unreadable"]);
    const none = { paperId: world.paperId, copyId: "", keyFile: null, password: "" };
    expect(codesOf(await signIssuedPaper(world.ports, world.editor, none))).toEqual(["file-missing"]);
    const large = { ...none, keyFile: { fileName: "a.p12", bytes: new Uint8Array(MAX_KEY_FILE_BYTES + 1) } };
    expect(codesOf(await signIssuedPaper(world.ports, world.editor, large))).toEqual(["file-too-large"]);
    const { copyId } = expectDone(await attach(new Uint8Array([1, 2, 3]), "読み取り.pdf"));
    expect(codesOf(await sign(world.editor, copyId))).toEqual(["not-found"]);
  });
});

describe("Word and Excel of a paper", () => {
  it("say what the issued PDF says: every string of the data inside it", async () => {
    const pdf = await PDFDocument.load(issued, { updateMetadata: false });
    const data = JSON.parse(Buffer.from(pdf.getAttachments()[0]?.data ?? []).toString("utf8"));
    const squeeze = (text: string) => text.replace(/\s/g, "");
    const strings = stringsOf(data).map(squeeze);
    const word = expectDone(
      await openPaperFile(world.ports, world.viewer, { paperId: world.paperId, kind: "docx" }),
    );
    expect(word.fileName).toMatch(/\.docx$/);
    const parts = unzipSync(word.bytes);
    const xml = ["word/document.xml", "word/header1.xml", "word/footer1.xml"]
      .map((name) => strFromU8(parts[name] ?? new Uint8Array()))
      .join("");
    const text = squeeze([...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)</g)].map((each) => each[1]).join(""));
    for (const each of strings) expect(text.includes(each), each).toBe(true);
    const excel = expectDone(
      await openPaperFile(world.ports, world.viewer, { paperId: world.paperId, kind: "xlsx" }),
    );
    expect(excel.fileName).toMatch(/\.xlsx$/);
    const book = XLSX.read(excel.bytes, { type: "array" });
    const cells = squeeze(
      book.SheetNames.flatMap((name) =>
        XLSX.utils.sheet_to_json<string[]>(book.Sheets[name] ?? {}, { header: 1, defval: "" }).flat(),
      ).join(""),
    );
    for (const each of strings) expect(cells.includes(each), each).toBe(true);
  });
});

function stringsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(stringsOf);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

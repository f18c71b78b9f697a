import { execFileSync } from "node:child_process";
import { PDFDocument } from "pdf-lib";
import { describe, expect, test } from "vitest";
import type { PaperBlock } from "../../app/domain/annex-document.ts";
import { relationOf } from "../../app/domain/signed-copy.ts";
import { greatestIterations, MAX_ITERATIONS } from "../../app/pdf/key-file.ts";
import { signPaper } from "../../app/pdf/sign-paper.server.ts";
import { keyFile } from "../support/key-files.ts";
import { paper, paragraph, printed } from "./paper-fixtures.ts";
import { pdfSig, qpdfCheck } from "./pdf-programs.ts";

const seal: PaperBlock = {
  kind: "signature",
  style: "seal",
  parties: [
    { label: "甲", name: "みずうみ市立病院" },
    { label: "乙", name: "ひばり医療システム株式会社" },
  ],
};
const issued = (await printed(paper(paragraph("甲及び乙は、次のとおり合意する。"), seal))).bytes;
const plain = (await printed(paper(paragraph("署名欄のない書面。")))).bytes;
const modern = keyFile({ password: "ひみつ1" });
const now = () => new Date();
const sign = async (pdf: Uint8Array, key: Uint8Array, password: string) => {
  const signed = await signPaper(pdf, { keyFile: key, password, at: now() });
  if (!signed.ok) throw new Error(JSON.stringify(signed.problems));
  return signed.value;
};
const refusal = async (key: Uint8Array, password: string) => {
  const signed = await signPaper(issued, { keyFile: key, password, at: now() });
  return signed.ok ? [] : signed.problems.map((each) => [each.code, each.at]);
};

describe("a signature with the hospital's key file", () => {
  test.each([
    ["as tools write it today", modern, "ひみつ1", "髙橋 花子"],
    ["as Windows writes it", keyFile({ password: "secret", isLegacy: true }), "secret", "髙橋 花子"],
    ["on an elliptic curve", keyFile({ password: "secret", isEllipticCurve: true }), "secret", "髙橋 花子"],
    ["of a subject without CN", keyFile({ password: "", subject: "/C=JP/O=病院" }), "", "C=JP O=病院"],
  ])(
    "%s: pdfsig finds it valid over the whole file, and the issued bytes stand unchanged before it",
    async (_name, key, password, signer) => {
      const signed = await sign(issued, key, password);
      expect(signed.signer).toBe(signer);
      expect(relationOf(issued, signed.bytes)).toBe("extended");
      const report = pdfSig(signed.bytes);
      expect(report).toContain("Signature is Valid.");
      expect(report).toContain("Signature Type: ETSI.CAdES.detached");
      expect(report).toContain("Total document signed");
      expect(report).toContain("Signature Field Name: Signature1");
      expect(qpdfCheck(signed.bytes)).toContain("No syntax or stream encoding errors found");
    },
  );

  test("names the certificate in its signed attributes, as PAdES B-B wants (ESS signing-certificate-v2)", async () => {
    const { bytes } = await sign(issued, modern, "ひみつ1");
    const text = Buffer.from(bytes).toString("latin1").toLowerCase();
    expect(text).toContain("060b2a864886f70d010910022f"); // 1.2.840.113549.1.9.16.2.47
  });

  test("the other party signs after it; both stay valid", async () => {
    const first = await sign(issued, modern, "ひみつ1");
    const vendor = keyFile({ password: "v", subject: "/C=JP/O=ひばり/CN=渡邉 一郎" });
    const both = await sign(first.bytes, vendor, "v");
    const report = pdfSig(both.bytes);
    expect(report.match(/Signature is Valid\./g)).toHaveLength(2);
    expect(report).toContain("Signature Field Name: Signature2");
    expect(relationOf(issued, both.bytes)).toBe("extended");
  });

  test("a byte changed afterwards is found", async () => {
    const { bytes } = await sign(issued, modern, "ひみつ1");
    const changed = Uint8Array.from(bytes);
    const place = Buffer.from(changed).indexOf("<xmp:CreatorTool>Buntan") + "<xmp:CreatorTool>".length;
    changed[place] = 0x43;
    expect(pdfSig(changed)).toContain("Digest Mismatch");
  });

  test("a paper without 署名欄 gets a field of its own", async () => {
    const { bytes } = await sign(plain, modern, "ひみつ1");
    expect(pdfSig(bytes)).toContain("Signature is Valid.");
    expect((await PDFDocument.load(bytes)).getPageCount()).toBe(1);
  });
});

describe("what is refused, at the file", () => {
  const unreadable = [["key-file-unreadable", "keyFile"]];
  test("another password", async () => expect(await refusal(modern, "ひみつ2")).toEqual(unreadable));
  test("no key file at all", async () => {
    expect(await refusal(new TextEncoder().encode("-----BEGIN"), "")).toEqual(unreadable);
    expect(await refusal(modern.slice(0, 500), "ひみつ1")).toEqual(unreadable);
    expect(await refusal(issued, "ひみつ1")).toEqual(unreadable);
  });
  test("a certificate that is not valid yet on the day", async () => {
    const before = new Date("2019-12-31T00:00:00Z");
    const signed = await signPaper(issued, { keyFile: modern, password: "ひみつ1", at: before });
    expect(signed.ok ? [] : signed.problems.map((each) => each.code)).toEqual(["certificate-not-valid"]);
  });
  test("one that lets its password be hashed for hours, before any hashing", async () => {
    expect(greatestIterations(modern)).toBe(2048);
    const endless = new Uint8Array([0x30, 0x0a, 0x04, 0x02, 0x01, 0x02, 0x02, 0x04, 0x7f, 0xff, 0xff, 0xff]);
    expect(greatestIterations(endless)).toBe(0x7fffffff);
    expect(MAX_ITERATIONS).toBeGreaterThan(600_000);
    expect(await refusal(keyFile({ password: "x", iterations: MAX_ITERATIONS + 1 }), "x")).toEqual(
      unreadable,
    );
  });
});

test("openssl, which makes the files, is there", () => {
  expect(execFileSync("openssl", ["version"], { encoding: "utf8" })).toMatch(/^OpenSSL/);
});

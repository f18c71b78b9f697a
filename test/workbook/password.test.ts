import * as XLSX from "@e965/xlsx";
import { expect, test } from "vitest";
import { readWorkbookBytes } from "~/workbook/read-workbook";

/** The container Excel writes for a workbook with a password: two streams instead of a zip. */
function protectedWorkbook(): Uint8Array {
  const container = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(container, "/EncryptionInfo", new Uint8Array(300).fill(1));
  XLSX.CFB.utils.cfb_add(container, "/EncryptedPackage", new Uint8Array(5000).fill(7));
  return new Uint8Array(Buffer.from(XLSX.CFB.write(container, { type: "buffer" })));
}

test("a workbook with a password is refused by name, not as a damaged file", async () => {
  const reading = await readWorkbookBytes(protectedWorkbook(), "開示書.xlsx");
  expect(reading.recognised).toBe("refused");
  expect(reading.problems.map((each) => each.code)).toEqual(["file-password-protected"]);
});

import { binaryFiles } from "./hostile/binary-files.ts";
import type { HostileFile } from "./hostile/hostile-file.ts";
import { largeFiles, slowFiles } from "./hostile/slow-files.ts";
import { textFiles } from "./hostile/text-files.ts";
import { xmlFiles } from "./hostile/xml-files.ts";
import { zipFiles } from "./hostile/zip-files.ts";
import { makeWorkbook } from "./make-workbook.ts";

export const hostileFiles: readonly HostileFile[] = [
  ...zipFiles,
  ...xmlFiles,
  ...slowFiles,
  ...largeFiles,
  ...binaryFiles,
  ...textFiles,
];

/** What follows each of them and must be read as if nothing had been. */
export const ordinaryFile = () =>
  makeWorkbook([
    {
      name: "MDS",
      rows: [
        ["製造業者による医療情報セキュリティ開示書 Ver.5.0"],
        ["項番", "設問", "はい", "いいえ", "対象外", "備考"],
        ["1.1", "記録しますか", "○"],
      ],
    },
  ]);

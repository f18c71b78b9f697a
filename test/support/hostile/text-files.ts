import { strToU8 } from "fflate";
import { random } from "./binary-files.ts";
import type { HostileFile } from "./hostile-file.ts";

export const textFiles: HostileFile[] = [
  {
    name: "10 MB in one line",
    fileName: "a.csv",
    outcome: ["file-cell-too-long"],
    bytes: () => strToU8("a".repeat(10_000_000)),
  },
  {
    name: "a quotation that never ends",
    fileName: "a.csv",
    outcome: ["file-cell-too-long"],
    bytes: () => strToU8(`"${"a,\n".repeat(3_000_000)}`),
  },
  {
    name: "a million columns",
    fileName: "a.csv",
    outcome: ["file-too-many-cells"],
    bytes: () => strToU8("a,".repeat(1_000_000)),
  },
  {
    name: "ten million commas",
    fileName: "a.csv",
    outcome: ["file-too-many-cells"],
    bytes: () => strToU8(",".repeat(10_000_000)),
  },
  {
    name: "five million rows",
    fileName: "a.csv",
    outcome: ["file-too-many-cells"],
    bytes: () => strToU8("a\n".repeat(5_000_000)),
  },
  {
    name: "ten million quotation marks",
    fileName: "a.csv",
    outcome: "any",
    bytes: () => strToU8('"'.repeat(10_000_000)),
  },
  {
    name: "a PDF of random bytes",
    fileName: "a.pdf",
    outcome: "any",
    bytes: () => Uint8Array.from({ length: 5_000_000 }, (_, at) => "%PDF-1.7\n".charCodeAt(at) || random(at)),
  },
  {
    name: "a PDF of endless brackets",
    fileName: "a.pdf",
    outcome: "any",
    bytes: () => strToU8(`%PDF-1.7\n1 0 obj ${"[<<".repeat(1_500_000)}`),
  },
];

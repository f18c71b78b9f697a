import type { HostileFile } from "./hostile-file.ts";

/** A compound file with sectors that point wherever `next` says. */
function compound(size: number, next: (at: number) => number, fill: (at: number) => number): Uint8Array {
  const bytes = Uint8Array.from({ length: size }, (_, at) => fill(at));
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set([0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0], 24);
  for (const [at, value] of [
    [40, 0],
    [44, 1],
    [48, 1],
    [56, 4096],
    [60, 2],
    [64, 1],
    [68, 0xfffffffe],
    [72, 0],
    [76, 0],
  ])
    view.setUint32(at ?? 0, value ?? 0, true);
  for (let at = 80; at < 512; at += 4) view.setUint32(at, 0xffffffff, true);
  for (let at = 0; at < 128; at += 1) view.setUint32(512 + at * 4, next(at), true);
  const entry = (at: number, name: string, type: number, start: number, length: number) => {
    for (const [index, letter] of [...name].entries())
      view.setUint16(at + index * 2, letter.charCodeAt(0), true);
    view.setUint16(at + 64, name.length * 2 + 2, true);
    view.setUint8(at + 66, type);
    for (const field of [68, 72, 76])
      view.setUint32(at + field, field === 76 && type === 5 ? 1 : 0xffffffff, true);
    view.setUint32(at + 116, start, true);
    view.setUint32(at + 120, length, true);
  };
  bytes.fill(0, 1024, 1536);
  entry(1024, "Root Entry", 5, 0xfffffffe, 0);
  entry(1152, "Workbook", 2, 3, size - 2048);
  return bytes;
}
export const random = (at: number) => (Math.imul(at, 2_654_435_761) >>> 13) & 0xff;

export const binaryFiles: HostileFile[] = [
  {
    name: "sectors in a circle",
    fileName: "a.xls",
    outcome: "any",
    bytes: () =>
      compound(
        200_000,
        (at) => (at === 0 ? 0xfffffffd : at === 1 ? 0xfffffffe : ((at + 1) % 120) + 3),
        random,
      ),
  },
  {
    name: "a sector that follows itself",
    fileName: "a.xls",
    outcome: "any",
    bytes: () => compound(200_000, (at) => (at < 2 ? 0xfffffffe : at), random),
  },
  {
    name: "10 MB of random records",
    fileName: "a.xls",
    outcome: "any",
    bytes: () =>
      compound(10_000_000, (at) => (at === 0 ? 0xfffffffd : at === 1 ? 0xfffffffe : at + 1), random),
  },
  {
    name: "10 MB of empty records",
    fileName: "a.xls",
    outcome: "any",
    bytes: () =>
      compound(
        10_000_000,
        (at) => (at === 0 ? 0xfffffffd : at === 1 ? 0xfffffffe : at + 1),
        () => 0,
      ),
  },
  {
    name: "10 MB of random bytes",
    fileName: "a.xls",
    outcome: ["file-not-a-workbook"],
    bytes: () => Uint8Array.from({ length: 10_000_000 }, (_, at) => random(at)),
  },
];

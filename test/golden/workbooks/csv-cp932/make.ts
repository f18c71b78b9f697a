export const fileName = "MDS.csv";
const shiftJis: Record<string, number[]> = {
  項: [0x8d, 0x80],
  番: [0x94, 0xd4],
  設: [0x90, 0xdd],
  問: [0x96, 0xe2],
  回: [0x89, 0xf1],
  答: [0x93, 0x9a],
  は: [0x82, 0xcd],
  い: [0x82, 0xa2],
  識: [0x8e, 0xaf],
  別: [0x95, 0xca],
  か: [0x82, 0xa9],
};
/** Shift_JIS, with a number that a spreadsheet would have shortened and a remark that begins with =. */
export const make = () =>
  Uint8Array.from(
    [...'MDS Ver.5.0,,,\r\n項番,設問,回答,備考\r\n1.10,識別か,はい,"\'=A1, 1"\r\n'].flatMap(
      (letter) =>
        shiftJis[letter] ??
        (letter === "備" ? [0x94, 0xf5] : letter === "考" ? [0x8d, 0x6c] : letter.charCodeAt(0)),
    ),
  );

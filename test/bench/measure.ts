/** Medians of the same work done by two sides in turns, so that both meet the same machine. */
export async function inTurns(
  runs: number,
  ours: () => unknown,
  peer: () => unknown,
): Promise<{ ours: number; peer: number; oursAll: number[] }> {
  const [a, b]: [number[], number[]] = [[], []];
  await ours();
  await peer();
  for (let run = 0; run < runs; run += 1) {
    a.push(await timed(ours));
    b.push(await timed(peer));
  }
  return { ours: median(a), peer: median(b), oursAll: a };
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Nearest-rank percentile; `share` 0.95 = p95. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((x, y) => x - y);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const round = (value: number) => Math.round(value * 100) / 100;

/** The row that `npm run bench` reads: the last line of the program's output. */
export function printRow(row: {
  ours: number;
  unit: string;
  peer: number;
  peerName: string;
  goal: string;
  [extra: string]: number | string;
}): void {
  console.log(JSON.stringify({ ...row, ours: round(row.ours), peer: round(row.peer) }));
}

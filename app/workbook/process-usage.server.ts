import { readFileSync } from "node:fs";

const PAGE_BYTES = 4096;
const CLOCK_TICK_MS = 10;

/** A file of the kernel's about a process; null where the system does not tell. */
function told(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

/**
 * Resident memory of the process in MiB, and processor time of the thread that reads, in ms. why that thread
 * alone: the collector's threads beside it would count a second twice on a machine with many cores.
 */
export function usageOf(pid: number): { residentMb: number; cpuMs: number } {
  const stat = told(`/proc/${pid}/task/${pid}/stat`) ?? "";
  // The name in brackets may hold anything; behind it the 12th and 13th field are user and system time, the
  // 22nd the pages of the whole process.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const number = (at: number) => Number(fields[at] ?? 0);
  return {
    residentMb: (number(21) * PAGE_BYTES) / 1024 / 1024,
    cpuMs: (number(11) + number(12)) * CLOCK_TICK_MS,
  };
}

import { readdirSync, readFileSync } from "node:fs";

/** Highest resident memory so far of this process's own children, in MiB; 0 where the system does not tell. */
export function peakOfChildren(): number {
  const peaks = childIds().map((id) => {
    try {
      const kib = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1];
      return Number(kib ?? 0) / 1024;
    } catch {
      return 0; // ended between the two looks
    }
  });
  return Math.max(0, ...peaks);
}

function childIds(): string[] {
  try {
    return readdirSync("/proc/self/task").flatMap((task) =>
      readFileSync(`/proc/self/task/${task}/children`, "utf8")
        .split(" ")
        .filter((id) => id !== ""),
    );
  } catch {
    return [];
  }
}

/** Processor time so far of the busiest of this process's own children (its main thread), in ms. */
export function cpuOfChildren(): number {
  const times = childIds().map((id) => {
    try {
      const stat = readFileSync(`/proc/${id}/task/${id}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return (Number(fields[11]) + Number(fields[12])) * 10;
    } catch {
      return 0; // ended between the two looks
    }
  });
  return Math.max(0, ...times);
}

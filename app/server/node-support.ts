import type { Day } from "~/domain/day";

export type NodeSupport = "supported" | "end-of-life";

/**
 * Last day on which a Node.js release line receives security updates.
 * Source: the release schedule of the Node.js project (github.com/nodejs/Release, schedule.json).
 */
const LAST_DAY_OF_LINE: Readonly<Record<number, Day>> = {
  18: "2025-04-30",
  19: "2023-06-01",
  20: "2026-04-30",
  21: "2024-06-01",
  22: "2027-04-30",
  23: "2025-06-01",
  24: "2028-04-30",
  25: "2026-06-01",
  26: "2029-04-30",
};
const OLDEST_KNOWN_LINE = 18;

/**
 * Whether the running Node.js still receives security updates on a day.
 *
 * A line newer than the table counts as supported: it did not exist when the table was written.
 *
 * @param version `process.version` or `process.versions.node` (`v22.20.0`, `22.20.0`)
 * @param today calendar day in Asia/Tokyo; the last day itself still counts as supported
 */
export function nodeSupport(version: string, today: Day): NodeSupport {
  const line = Number(/^v?(\d+)\./.exec(version)?.[1] ?? 0);
  const lastDay = LAST_DAY_OF_LINE[line];
  if (lastDay !== undefined) return today <= lastDay ? "supported" : "end-of-life";
  return line < OLDEST_KNOWN_LINE ? "end-of-life" : "supported";
}

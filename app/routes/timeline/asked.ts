import type { TimelineQuery } from "~/use-cases/timeline.server";

/** What the address asks: the two days, a vendor, an item. */
export function timelineQuery(url: string): TimelineQuery {
  const asked = new URL(url).searchParams;
  const text = (name: string) => asked.get(name) ?? "";
  return { day: text("day"), knownOn: text("knownOn"), vendorId: text("vendor"), rowKey: text("row") };
}

import type { Moment, Stretch, StretchKind } from "~/domain/hospital-timeline";
import type { Words } from "~/messages/words";
import type { TimelinePage } from "./route";

export const laneKinds = [
  "contracts",
  "items",
  "subcontractors",
  "connections",
  "joints",
  "systems",
  "incidents",
  "servers",
] as const;
export type LaneKind = (typeof laneKinds)[number];
/** One row of the timeline, and where its name leads. */
export type Lane = {
  kind: LaneKind;
  id: string;
  name: string;
  to: string;
  stretches: readonly Stretch[];
  moments: readonly Moment[];
};

/** Rows in the order in which they are drawn: contracts, the chosen item, outside parties, gaps in cover, incidents, servers. */
export function lanesOf(page: TimelinePage): Lane[] {
  const moments: Moment[] = [];
  return [
    ...page.contracts.map((each): Lane => ({ kind: "contracts", to: `/contracts/${each.id}`, ...each })),
    ...page.itemLanes.map(
      ({ id, name, vendorName, stretches }): Lane => ({
        kind: "items",
        id,
        name: `${name} ${vendorName}`,
        to: `/role-sheets/${id}`,
        stretches,
        moments,
      }),
    ),
    ...page.subcontractors.map(
      (each): Lane => ({
        kind: "subcontractors",
        to: `/contracts/${each.parentId}/subcontractors`,
        moments,
        ...each,
      }),
    ),
    ...page.connections.map(
      (each): Lane => ({ kind: "connections", to: `/connections/${each.id}`, moments, ...each }),
    ),
    ...page.joints.map((each): Lane => ({ kind: "joints", to: `/joints/${each.id}`, moments, ...each })),
    ...page.systems.map((each): Lane => ({ kind: "systems", to: `/systems/${each.id}`, moments, ...each })),
    ...page.incidents.map(
      (each): Lane => ({
        kind: "incidents",
        id: each.recordId,
        name: each.about,
        to: `/incidents/${each.recordId}`,
        stretches: [],
        moments: [each],
      }),
    ),
    ...page.servers.map(
      (each): Lane => ({ kind: "servers", to: `/servers/${each.id}/updates`, moments, ...each }),
    ),
  ];
}

type Said = Pick<Stretch, "kind" | "about" | "sides" | "emergency">;

/** What a stretch says, in words; of a joint also who acts in an emergency, where that is somebody else. */
export function stretchWord(words: Words, stretch: Said): string {
  const { timeline } = words.overTime;
  const said = bearerWord(words, stretch);
  return stretch.emergency ? timeline.inEmergency(said, bearerWord(words, stretch.emergency)) : said;
}

function bearerWord(words: Words, { kind, about, sides = [] }: Said): string {
  const { timeline } = words.overTime;
  switch (kind) {
    case "period":
      return timeline.period;
    case "gap":
      return timeline.gap;
    case "third-party":
      return `${words.parties[kind]} ${about}`.trim();
    default:
      return sides.map((each) => timeline.vendorOf(each)).join("・") || words.parties[kind];
  }
}

/** What a mark says, in words. */
export function momentWord(words: Words, moment: Moment): string {
  const { timeline } = words.overTime;
  return moment.kind === "incident" ? timeline.incident : `${timeline.amendment} ${moment.about}`.trim();
}

/** How a stretch is filled: by pattern, so that it can be told without colour. */
export function fillOf(kind: StretchKind): string {
  switch (kind) {
    case "period":
      return "period-bar";
    case "vendor":
      return "solid";
    case "hospital":
      return "soft";
    case "both":
      return "fill-stripe";
    case "third-party":
      return "fill-dots";
    case "undecided":
      return "empty-bar";
    case "gap":
      return "fill-hatch";
  }
}

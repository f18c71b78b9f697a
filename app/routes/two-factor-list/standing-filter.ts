import type { ListState } from "~/domain/list-query";
import { type BoardStanding, boardStandings } from "~/domain/two-factor-board";

/** The column and standing the address asks for; null shows every row. */
export function askedStanding(state: ListState): { against: string; standing: BoardStanding } | null {
  const standing = boardStandings.find((each) => each === state.filters.standing);
  const { against } = state.filters;
  return standing === undefined || against === undefined ? null : { against, standing };
}

export function isAsked(
  row: { against: Readonly<Record<string, BoardStanding>> },
  state: ListState,
): boolean {
  const asked = askedStanding(state);
  return asked === null || row.against[asked.against] === asked.standing;
}

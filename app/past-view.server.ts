import { dayInTokyo } from "./domain/day.ts";
import { problem } from "./domain/problem.ts";
import { refuse } from "./http.server.ts";
import type { Visit } from "./scope.server.ts";

/** The two dates out of an address; "" where nothing is asked. */
export function askedDates(url: string): { day: string; knownOn: string } {
  const asked = new URL(url).searchParams;
  return { day: asked.get("day") ?? "", knownOn: asked.get("knownOn") ?? "" };
}

/**
 * Refuses to write where the address shows another time than now: a past view is read only, whatever was posted.
 * @throws 409 past-view
 */
export function refusePastView({ ports }: Pick<Visit, "ports">, url: string): void {
  const today = dayInTokyo(ports.now());
  const { day, knownOn } = askedDates(url);
  if ([day, knownOn].some((each) => each !== "" && each !== today)) throw refuse([problem("past-view")]);
}

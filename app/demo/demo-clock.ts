import { addDays, type Day, dayInTokyo, type Moment } from "~/domain/day";

/** A clock that walks through the past of the demo hospital and never beyond the real present. */
export type DemoClock = {
  now(): Moment;
  /** Goes to the morning (09:30 in Tokyo) of the day that lies `days` from today; negative is the past. */
  goTo(days: number): void;
  /** The day that lies `days` from today, in Asia/Tokyo. */
  day(days: number): Day;
};

const SECOND_MS = 1000;

/** @param realNow the moment at which the demo is made; every day of the demo is counted from it */
export function walkingClock(realNow: () => Moment): DemoClock {
  const today = dayInTokyo(realNow());
  let time = Date.parse(realNow());
  return {
    now() {
      time = Math.min(time + SECOND_MS, Date.parse(realNow()));
      return new Date(time).toISOString();
    },
    goTo(days) {
      time = Date.parse(`${addDays(today, days)}T00:30:00Z`); // 09:30 in Tokyo
    },
    day: (days) => addDays(today, days),
  };
}

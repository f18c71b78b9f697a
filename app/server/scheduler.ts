import { everyHospital } from "#db/queries/schedule.server";
import { dayInTokyo } from "~/domain/day";
import { turnConnections } from "~/use-cases/connection-records.server";
import { turnContracts } from "~/use-cases/contract-terms.server";
import { deliverMails, endOldCodes } from "~/use-cases/deliver.server";
import { turnNames } from "~/use-cases/party-names.server";
import type { Ports } from "~/use-cases/ports.server";
import { runDayOnce } from "~/use-cases/schedule.server";
import { turnSubcontractors } from "~/use-cases/subcontractors.server";

/** Often enough for a code that a vendor waits for; a turn with nothing to do is five small reads a hospital. */
const TURN_MS = 15_000;
/** The day's letters are written in office hours of Japan, so that nobody is reminded at night. */
const OFFICE_HOURS = { from: 8, to: 18 } as const;

export type Scheduler = { stop(): Promise<void> };

/**
 * The one scheduler: the day's work once a day and hospital, codes that ended, mails that wait. It keeps nothing
 * in memory; what is done stands in the database, so that a second process or a restart writes nothing twice.
 */
export function startScheduler(ports: Ports, tell: (error: unknown) => void): Scheduler {
  let turn: Promise<void> | null = null;
  const timer = setInterval(() => {
    // why not while one runs: a slow mail server must not pile up turns.
    turn ??= runTurn(ports, tell).finally(() => {
      turn = null;
    });
  }, TURN_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await turn;
    },
  };
}

/** One turn over every hospital. A failure at one of them is told and does not keep the others waiting. */
export async function runTurn(ports: Ports, tell: (error: unknown) => void): Promise<void> {
  const hospitals = await everyHospital(ports.db).catch((error: unknown) => {
    tell(error);
    return [];
  });
  for (const owner of hospitals) {
    try {
      const now = ports.now();
      // What begins today is shown from midnight on, not from the morning.
      await turnContracts(ports, owner, dayInTokyo(now));
      await turnNames(ports, owner, dayInTokyo(now));
      await turnSubcontractors(ports, owner, dayInTokyo(now));
      await turnConnections(ports, owner, dayInTokyo(now));
      if (isOfficeHour(now)) await runDayOnce(ports, owner, dayInTokyo(now));
      await endOldCodes(ports, owner);
      await deliverMails(ports, owner);
    } catch (error) {
      tell(error);
    }
  }
}

/** Hour in Asia/Tokyo, which has no daylight saving. */
function isOfficeHour(moment: string): boolean {
  const hour = (new Date(moment).getUTCHours() + 9) % 24;
  return hour >= OFFICE_HOURS.from && hour < OFFICE_HOURS.to;
}

import type { DemoEvent, DemoPlay, DemoRegister } from "./demo-play";
import { contractEvents } from "./fill-registers.server";
import { agreementEvents } from "./play-agreements.server";
import { catalogueEvents } from "./play-catalogues.server";
import { choosingEvents } from "./play-choosing.server";
import { comparingEvents } from "./play-comparing.server";
import { contractRecordEvents } from "./play-contract-records.server";
import { decisionEvents, promiseEvents } from "./play-decisions.server";
import { receiptEvents } from "./play-disclosures.server";
import { importEvents } from "./play-imports.server";
import { negotiationEvents } from "./play-negotiation.server";
import { overTimeEvents } from "./play-over-time.server";
import { procurementEvents } from "./play-procurement.server";
import { otherReceiptEvents } from "./play-receipts.server";
import { requestEvents } from "./play-requests.server";
import { roleReviewEvents } from "./play-role-reviews.server";
import { selfCheckEvents } from "./play-self-checks.server";

/** Lets everything happen in the order of its days; on one day in the order of the lists. */
export async function playHistory(play: DemoPlay, register: DemoRegister): Promise<void> {
  const disclosures = new Map<string, string>();
  const decisions = new Map<string, string>();
  const events: DemoEvent[] = [
    ...contractEvents(play, register),
    ...contractRecordEvents(play, register),
    ...receiptEvents(play, register, disclosures),
    ...decisionEvents(play, disclosures, decisions),
    ...agreementEvents(play, register),
    ...roleReviewEvents(play, register),
    ...catalogueEvents(play),
    ...comparingEvents(play, disclosures),
    ...overTimeEvents(play, register),
    ...choosingEvents(play),
    ...procurementEvents(play, register),
    ...importEvents(play),
    ...otherReceiptEvents(play, register),
    ...requestEvents(play, register),
    ...promiseEvents(play, decisions),
    ...negotiationEvents(play, register),
    ...selfCheckEvents(play, register),
  ];
  events.sort((a, b) => a.on - b.on);
  for (const event of events) {
    play.clock.goTo(event.on);
    await event.happen();
  }
}

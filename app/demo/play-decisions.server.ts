import { assessDisclosure, defaultEdition } from "~/use-cases/assess.server";
import { closeDecision, decide } from "~/use-cases/decide.server";
import { approveDecision, commentDecision, linkDecision } from "~/use-cases/decision-records.server";
import { askForPromises } from "~/use-cases/promises.server";
import { showDecision } from "~/use-cases/show-decision.server";
import { type DemoDecision, demoDecisions } from "./decisions";
import { type DemoEvent, type DemoPlay, expectDone, idOf } from "./demo-play";
import { submitAll } from "./play-requests.server";

/** Every decision, and the evidence that closed two of them. */
export function decisionEvents(
  play: DemoPlay,
  disclosures: ReadonlyMap<string, string>,
  decisions: Map<string, string>,
): DemoEvent[] {
  return demoDecisions.flatMap((decision) => {
    const key = `${decision.receipt} ${decision.no}`;
    const taking: DemoEvent = {
      on: decision.decidedOn,
      happen: async () => {
        const disclosureId = idOf(disclosures, decision.receipt);
        decisions.set(key, await take(play, disclosureId, decision));
      },
    };
    const events = [taking, ...afterwards(play, decision, () => idOf(decisions, key))];
    const { closed } = decision;
    if (!closed) return events;
    const closing: DemoEvent = {
      on: closed.on,
      happen: async () => {
        const decisionId = idOf(decisions, key);
        const closedOn = play.clock.day(closed.on);
        const { reason } = closed;
        expectDone(await closeDecision(play.ports, play.editor, { decisionId, reason, closedOn }));
      },
    };
    return [...events, closing];
  });
}

/** What follows a decision: the management accepts it on paper, somebody links it to a row and writes about it. */
function afterwards(play: DemoPlay, decision: DemoDecision, decisionId: () => string): DemoEvent[] {
  const { ports, editor, clock } = play;
  const { approved, linkedOn } = decision;
  const events: DemoEvent[] = [];
  if (approved) {
    const { on, approver, title } = approved;
    const file = {
      fileName: "承認書（写し）.txt",
      bytes: new TextEncoder().encode(`${title} ${approver}\n`),
    };
    const happen = async () => {
      const approval = { decisionId: decisionId(), approver, title, approvedOn: clock.day(on), file };
      expectDone(await approveDecision(ports, editor, approval));
    };
    events.push({ on, happen });
  }
  if (linkedOn !== undefined) {
    const happen = async () => {
      const page = expectDone(await showDecision(ports, editor, { decisionId: decisionId() }));
      const row = page.choices.rows[0];
      if (row) {
        const target = `role-row:${row.id}`;
        expectDone(await linkDecision(ports, editor, { decisionId: decisionId(), target }));
      }
      const text = "切り離した保管の容量は足りる見込み。作業の日程を保守の会議で決める。";
      expectDone(await commentDecision(ports, editor, { decisionId: decisionId(), text }));
    };
    events.push({ on: linkedOn, happen });
  }
  return events;
}

/** One promise was put before the vendor, which confirmed it by the link. */
export function promiseEvents(play: DemoPlay, decisions: ReadonlyMap<string, string>): DemoEvent[] {
  const { ports, editor, clock } = play;
  const ask = async (key: string, on: number) => {
    const decisionId = idOf(decisions, key);
    const { contacts } = expectDone(await showDecision(ports, editor, { decisionId }));
    const asking = { decisionIds: [decisionId], contactId: contacts[0]?.id ?? "", message: "" };
    const title = "対応と期日の確認";
    const asked = await askForPromises(ports, editor, { ...asking, title, dueOn: clock.day(on + 21) });
    return expectDone(asked).requestId;
  };
  return [
    {
      on: -35,
      happen: async () => {
        await submitAll(play, await ask("pacs 14-3", -35), "yes");
      },
    },
    {
      on: -2,
      happen: async () => {
        await ask("karte EX-22", -2);
      },
    },
  ];
}

/** Decides the first gap that rests on the question; a second decision on it supersedes the first. */
async function take(play: DemoPlay, disclosureId: string, decision: DemoDecision): Promise<string> {
  const { ports, editor, clock } = play;
  const guideline = defaultEdition(ports.catalogues);
  const assessed = expectDone(await assessDisclosure(ports, editor, { disclosureId, guideline }));
  const finding = assessed.assessment.findings.find((each) =>
    each.lines.some(
      (line) =>
        line.verdict !== "met" &&
        line.answers.some((answer) => answer.no === decision.no && answer.answer !== "yes"),
    ),
  );
  if (!finding) throw new Error(`${decision.receipt}: no gap on ${decision.no}`);
  const requirement = finding.requirement.key;
  const dueOn = decision.dueOn === null ? "" : clock.day(decision.dueOn);
  const taken = await decide(ports, editor, {
    disclosureId,
    guideline,
    requirement,
    supersedes: assessed.decisions.get(requirement)?.id ?? null,
    raw: { ...decision.raw, dueOn },
  });
  return expectDone(taken).decisionId;
}

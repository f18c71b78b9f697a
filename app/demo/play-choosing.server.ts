import { defaultEdition } from "~/use-cases/assess.server";
import {
  addMappingLine,
  beginMapping,
  decideMappingLine,
  publishMapping,
  showMapping,
} from "~/use-cases/mappings.server";
import { type DemoEvent, type DemoPlay, expectDone } from "./demo-play";

type DemoLine = { requirement: string; questions: string[]; relation: "covers" | "touches"; reason: string };

/** What the people of the demo hospital found to be on one matter, beyond what the forms print. */
const ofRoleSheet: readonly DemoLine[] = [
  {
    requirement: "GL6.0-SO-14-5",
    questions: ["starter:two-factor"],
    relation: "covers",
    reason: "二要素認証を備えること。",
  },
  {
    requirement: "GL6.0-SO-10-4",
    questions: ["starter:remote-maintenance"],
    relation: "touches",
    reason: "遠隔保守の記録と突合せを含む。接続の方法は別の行。",
  },
  {
    requirement: "GL6.0-SO-17-1",
    questions: ["starter:log-keeping"],
    relation: "covers",
    reason: "アクセスログを取り、確かめること。",
  },
  {
    requirement: "GL6.0-PM-15-6",
    questions: ["starter:security-updates"],
    relation: "touches",
    reason: "脆弱性への対応のうち、更新の適用。",
  },
];
const ofChecklist: readonly DemoLine[] = [
  {
    requirement: "GL6.0-SO-14-5",
    questions: ["starter:checklist-11"],
    relation: "covers",
    reason: "二要素認証の実装。",
  },
  {
    requirement: "GL6.0-SO-17-1",
    questions: ["starter:checklist-12"],
    relation: "touches",
    reason: "サーバのアクセスログに限る。",
  },
];

/** Mappings of the role sheet and the checklist to the guideline, published by the hospital for itself. */
export function choosingEvents(play: DemoPlay): DemoEvent[] {
  const { roleSheetForms, checklists } = play.ports.catalogues;
  const [sheet = ""] = roleSheetForms.keys();
  const [checklist = ""] = checklists.keys();
  return [
    { on: -30, happen: () => publishLines(play, sheet, ofRoleSheet) },
    { on: -29, happen: () => publishLines(play, checklist, ofChecklist) },
  ];
}

async function publishLines(
  { ports, editor }: DemoPlay,
  from: string,
  lines: readonly DemoLine[],
): Promise<void> {
  const to = defaultEdition(ports.catalogues);
  const { draftId } = expectDone(await beginMapping(ports, editor, { from, to }));
  const version = async () => expectDone(await showMapping(ports, editor, { draftId })).version;
  for (const { requirement, questions, relation, reason } of lines) {
    const raw = { rule: "all-yes", relation, acceptsNotApplicable: true, reason };
    const line = { draftId, version: await version(), requirement, questions, raw };
    expectDone(await addMappingLine(ports, editor, line));
  }
  for (const each of expectDone(await showMapping(ports, editor, { draftId })).lines) {
    if (each.state !== "proposed") continue;
    const raw = { rule: each.rule, relation: "touches", acceptsNotApplicable: true, reason: each.reason };
    const decided = { draftId, version: await version(), lineId: each.id, isTaken: true, raw };
    expectDone(await decideMappingLine(ports, editor, decided));
  }
  expectDone(await publishMapping(ports, editor, { draftId, version: await version() }));
}

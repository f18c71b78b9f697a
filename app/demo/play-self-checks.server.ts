import { addDays, type Day, dayInTokyo, daysBetween } from "~/domain/day";
import { fiscalYearOf } from "~/domain/figures";
import { startOfFiscalYear } from "~/domain/own-checklist";
import { catalogueRef } from "~/domain/provenance";
import { beginOwnChecklist, freezeOwnRound, saveOwnChecklist } from "~/use-cases/fill-own-checklist.server";
import { recordMeasure } from "~/use-cases/measures.server";
import { showOwnChecklist } from "~/use-cases/own-checklists.server";
import { saveSurvey, showSurvey } from "~/use-cases/surveys.server";
import { type DemoEvent, type DemoPlay, type DemoRegister, expectDone, idOf } from "./demo-play";

/** Rows the demo hospital answers いいえ, by a word of theirs, and what it writes beside. */
const notYet: readonly { word: string; remark: string }[] = [
  { word: "二要素認証", remark: "臨床検査のシステムが対応していない。更改のときに対応する。" },
  { word: "開示書", remark: "提出のない事業者に依頼している。" },
];

/** The own checklist of last fiscal year, frozen, and of this one, half filled in. */
export function selfCheckEvents(play: DemoPlay, register: DemoRegister): DemoEvent[] {
  const today = play.clock.day(0);
  const inYear = daysBetween(startOfFiscalYear(fiscalYearOf(today)), today);
  return [
    { on: -inYear - 55, happen: () => answerSurvey(play, 1) },
    { on: -Math.min(20, inYear), happen: () => doMeasures(play, register) },
    { on: -Math.min(10, inYear), happen: () => answerSurvey(play, 0.6) },
    { on: -inYear - 60, happen: () => fill(play, { isWhole: true }) },
    { on: -Math.min(6, inYear), happen: () => fill(play, { isWhole: false }) },
  ];
}

/** Fills in the sheet of the fiscal year of that day; one that is there already stays as it is. */
async function fill({ ports, editor }: DemoPlay, { isWhole }: { isWhole: boolean }): Promise<void> {
  const today = dayInTokyo(ports.now());
  const fiscalYear = fiscalYearOf(today);
  const [edition] = ports.catalogues.checklists.values();
  if (!edition) throw new Error("the demo has no checklist");
  const checklistRef = catalogueRef(edition.head);
  const begun = await beginOwnChecklist(ports, editor, { fiscalYear, checklistRef });
  if (!begun.ok) return;
  const { checklistId } = begun.value;
  const { rows, sheet } = expectDone(await showOwnChecklist(ports, editor, { checklistId }));
  const open = isWhole ? 0 : 5;
  const typed = rows.slice(0, rows.length - open).map(({ item }) => {
    const later = notYet.find((each) => item.item.includes(each.word));
    return {
      itemKey: item.key,
      answer: later ? "no" : "yes",
      remark: later?.remark ?? "",
      targetOn: later ? addDays(startOfFiscalYear(fiscalYear + 1), -1) : "",
      cites: true,
    };
  });
  const saved = { checklistId, version: sheet.version, gate: "yes", rows: typed };
  expectDone(await saveOwnChecklist(ports, editor, saved));
  if (!isWhole) return;
  const round = { checklistId, version: sheet.version + 1, answeredOn: today };
  expectDone(await freezeOwnRound(ports, editor, round));
}

/** What the demo hospital says of itself where its records do not know; years and days are counted from the day. */
const said: Readonly<Record<string, { value: string; note?: string; daysAgo?: number }>> = {
  "responsible-person": { value: "yes", note: "医療情報室長が務める", daysAgo: 500 },
  "responsible-full-time": { value: "no", note: "室長との兼務" },
  "responsible-qualification": { value: "no" },
  "department-staff": { value: "4", note: "専任2人、兼任2人" },
  "department-contact": { value: "yes" },
  csirt: { value: "no", note: "連絡体制図で代えている" },
  training: { value: "yes", note: "全職員にeラーニング", daysAgo: 45 },
  bcp: { value: "yes", note: "サイバー攻撃の章を加えた", daysAgo: 120 },
  "bcp-drill": { value: "yes", note: "紙の運用への切替え訓練", daysAgo: 30 },
  "backup-methods": { value: "yes", note: "サーバとテープ" },
  "backup-offline": { value: "yes", note: "テープ7世代", daysAgo: 15 },
  "it-ledger": { value: "some", note: "端末の台帳を整備中" },
};

async function answerSurvey({ ports, editor }: DemoPlay, share: number): Promise<void> {
  const today = dayInTokyo(ports.now());
  const fiscalYear = fiscalYearOf(today);
  const shown = await showSurvey(ports, editor, { fiscalYear });
  // why: a demo made early in the first year the survey knows has no year before it.
  if (!shown.ok) return;
  const { rows } = shown.value;
  const own = rows.filter(({ question }) => said[question.key]);
  const answers = own.slice(0, Math.ceil(own.length * share)).map(({ question, held }) => ({
    questionKey: question.key,
    value: said[question.key]?.value ?? "",
    happenedOn: dayAgo(today, said[question.key]?.daysAgo),
    note: said[question.key]?.note ?? "",
    seenId: held?.id ?? "",
  }));
  expectDone(await saveSurvey(ports, editor, { fiscalYear, answers }));
}

function dayAgo(today: Day, days: number | undefined): string {
  return days === undefined ? "" : addDays(today, -days);
}

const measuresDone = [
  {
    system: "電子カルテ",
    measureKey: "patches",
    what: "月次の更新を当て、動作を確かめた",
    evidence: "作業報告書",
  },
  {
    system: "電子カルテ",
    measureKey: "backup",
    what: "前日分を試験環境に戻した",
    evidence: "復元試験の記録",
  },
  {
    system: "臨床検査",
    measureKey: "logs",
    what: "遠隔保守のログを作業計画と突き合わせた",
    evidence: "月次点検表",
  },
] as const;

async function doMeasures({ ports, editor }: DemoPlay, { systems }: DemoRegister): Promise<void> {
  const doneOn = dayInTokyo(ports.now());
  for (const { system, ...raw } of measuresDone) {
    const systemId = idOf(systems, system);
    expectDone(await recordMeasure(ports, editor, { systemId, raw: { ...raw, doneOn } }));
  }
}

import type { PaperDocument } from "~/domain/annex-document";
import { receiveFile } from "~/use-cases/receive-file.server";
import { saveChecklists } from "~/use-cases/save-checklist.server";
import { tableAsXlsx } from "~/workbook/table-file.server";
import { type DemoEvent, type DemoPlay, type DemoRegister, expectDone, idOf } from "./demo-play";

const CHECKLIST = "cybersecurity-checklist-starter@1.0";
/** Rows the vendor answered with いいえ, by number: the day they aim at, and why. */
const open: Readonly<Record<string, { inDays: number; remark: string }>> = {
  "2-③": { inDays: 60, remark: "開示書を改訂中" },
};

/** What arrived besides disclosures: answered checklists (one kept, one waits), a questionnaire on paper, scanned. */
export function otherReceiptEvents(play: DemoPlay, register: DemoRegister): DemoEvent[] {
  return [
    { on: -32, happen: () => receiveChecklist(play, idOf(register.vendors, "hibari")) },
    { on: -3, happen: () => receiveAnswers(play, "あかね_チェックリスト_事業者確認用.xlsx") },
    { on: -1, happen: () => receiveScan(play) },
  ];
}

/** The vendor's side of the checklist, filled in as a workbook. @returns the id of the reading */
async function receiveAnswers({ ports, editor, clock }: DemoPlay, fileName: string): Promise<string> {
  const checklist = ports.catalogues.checklists.get(CHECKLIST);
  if (!checklist) throw new Error(`the demo has no ${CHECKLIST}`);
  const columns = ["項番", "チェック項目", "はい", "いいえ", "目標日", "備考"].map((heading) => ({
    key: heading,
    heading,
  }));
  const rows = checklist.items
    .filter((each) => each.audience !== "hospital")
    .map(({ no, item }) => {
      const later = open[no];
      const [yes, not] = later ? ["", "○"] : ["○", ""];
      const target = later ? clock.day(later.inDays) : "";
      return {
        項番: no,
        チェック項目: item,
        はい: yes,
        いいえ: not,
        目標日: target,
        備考: later?.remark ?? "",
      };
    });
  const bytes = await tableAsXlsx("事業者確認用", columns, rows);
  const { received } = expectDone(await receiveFile(ports, editor, { fileName, bytes }));
  return received[0]?.intakeId ?? "";
}

async function receiveChecklist(play: DemoPlay, vendorId: string): Promise<void> {
  const { ports, editor, clock } = play;
  const intakeId = await receiveAnswers(play, "ひばり_チェックリスト_事業者確認用.xlsx");
  const list = {
    index: 0,
    respondent: "vendor" as const,
    vendorId,
    checklistRef: CHECKLIST,
    title: "チェックリスト 事業者確認用",
    round: 1,
    answeredOn: clock.day(-34),
    systemIds: [],
  };
  expectDone(await saveChecklists(ports, editor, { intakeId, lists: [list] }));
}

/** A page that came on paper: printed, drawn as a picture, and waiting for somebody to enter it. */
async function receiveScan({ ports, editor, clock }: DemoPlay): Promise<void> {
  const questions = ports.catalogues.questionnaireOfForm("in-house-service")?.questions.slice(0, 10) ?? [];
  const document: PaperDocument<"contract"> = {
    audience: "contract",
    printedNo: null,
    title: "院内質問票（サービス） 回答",
    header: "つむぎ検査センター（紙で届いた回答）",
    footer: "",
    isDraft: false,
    editions: [],
    blocks: [
      {
        kind: "table",
        caption: "回答",
        columns: [
          { title: "番号", width: 12, align: "center" },
          { title: "設問", width: 70, align: "left" },
          { title: "回答", width: 18, align: "center" },
        ],
        rows: questions.map(({ no, question }, at) => ({
          cells: [no, question, at % 4 === 2 ? "いいえ" : "はい"],
        })),
      },
    ],
  };
  const createdAt = new Date(`${clock.day(-2)}T00:00:00.000Z`);
  const { bytes } = expectDone(await ports.printPaper(document, { createdAt }));
  const picture = expectDone(await ports.drawPage(bytes, { fileName: "回答.pdf", page: 1 }));
  expectDone(await receiveFile(ports, editor, { fileName: "つむぎ_質問票_スキャン.png", bytes: picture }));
}

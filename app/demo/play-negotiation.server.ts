import { contactsOf } from "#db/queries/request-candidates.server";
import { listRoleSheets } from "#db/queries/role-sheets.server";
import { defaultReminderDays } from "~/domain/request";
import type { Proposed } from "~/domain/role-proposal";
import { askVendors } from "~/use-cases/ask-vendors.server";
import { receiveFile } from "~/use-cases/receive-file.server";
import { showRoleSheet } from "~/use-cases/role-sheets.server";
import { proposeRow, showProposals } from "~/use-cases/vendor-proposals.server";
import { tableAsXlsx } from "~/workbook/table-file.server";
import { type DemoEvent, type DemoPlay, type DemoRegister, expectDone, idOf } from "./demo-play";
import { enter, send } from "./play-requests.server";

const VENDOR = "shirakaba";
const CONTRACT = "booking";
/** What the vendor would have otherwise, by the row's key. */
const proposals: readonly { rowKey: string; typed: Proposed; comment: string }[] = [
  {
    rowKey: "starter:security-updates",
    typed: { party: "vendor", what: "クラウド側の更新は当社が適用し、終えた日に報告する", cost: "included" },
    comment: "サービスの基盤は当社が管理しているため。",
  },
  {
    rowKey: "starter:log-keeping",
    typed: { party: "vendor", deadline: "1年間" },
    comment: "2年間をご希望の場合は、別にお見積りします。",
  },
];

/** The role sheet of the cloud contract while it is talked about: asked, two rows proposed, a filled sheet received. */
export function negotiationEvents(play: DemoPlay, register: DemoRegister): DemoEvent[] {
  let requestId = "";
  return [
    {
      on: -12,
      happen: async () => {
        requestId = await ask(play, register);
      },
    },
    { on: -6, happen: () => propose(play, requestId) },
    { on: -2, happen: () => receiveSheet(play, register) },
  ];
}

async function sheetOf({ ports, editor }: DemoPlay, contractId: string) {
  const [sheet] = (await listRoleSheets(ports.db, editor, { contractId, page: 1, pageSize: 1 })).rows;
  if (!sheet) throw new Error("the demo has no role sheet to talk about");
  return expectDone(await showRoleSheet(ports, editor, { roleSheetId: sheet.id }));
}

async function ask(play: DemoPlay, register: DemoRegister): Promise<string> {
  const { ports, editor, clock } = play;
  const [vendorId, contractId] = [idOf(register.vendors, VENDOR), idOf(register.contracts, CONTRACT)];
  const [contact] = await contactsOf(ports.db, editor, [vendorId], clock.day(-12));
  const { sheet } = await sheetOf(play, contractId);
  const asked = expectDone(
    await askVendors(ports, editor, {
      kind: "role-sheet",
      title: "診療予約・地域連携の役割分担",
      message: "空いている行をご確認のうえ、ご提案をお書きください。",
      dueOn: clock.day(9),
      recurrence: "once",
      reminderDays: defaultReminderDays,
      catalogueRef: sheet.form,
      targets: [{ vendorId, contactId: contact?.id ?? "", contractId }],
    }),
  );
  await send(ports, editor);
  return asked.requestIds[0] ?? "";
}

async function propose(play: DemoPlay, requestId: string): Promise<void> {
  const scope = await enter(play, requestId);
  const { rows } = expectDone(await showProposals(play.ports, scope));
  for (const { rowKey, ...proposal } of proposals) {
    const row = rows.find((each) => each.rowKey === rowKey);
    if (!row) throw new Error(`the demo's role sheet has no row ${rowKey}`);
    expectDone(await proposeRow(play.ports, scope, { rowId: row.id, ...proposal }));
  }
}

/** The sheet as the vendor sent it besides, by mail: waits for a person to take rows over. */
async function receiveSheet(play: DemoPlay, register: DemoRegister): Promise<void> {
  const { ports, editor, clock } = play;
  const { rows } = await sheetOf(play, idOf(register.contracts, CONTRACT));
  const columns = ["No.", "項目", "確認内容", "はい", "いいえ", "確認日", "完了日", "担当", "備考"].map(
    (heading) => ({ key: heading, heading }),
  );
  const filled = rows.slice(0, 12).map(({ no, label, content }, at) => ({
    "No.": no,
    項目: label,
    確認内容: content,
    はい: at % 4 === 2 ? "" : "○",
    いいえ: at % 4 === 2 ? "○" : "",
    確認日: clock.day(-5),
    完了日: "",
    担当: at % 3 === 1 ? "事業者" : "医療機関",
    備考: at % 4 === 2 ? "手順書を改訂中です。" : "",
  }));
  const bytes = await tableAsXlsx("役割分担確認表", columns, filled);
  expectDone(await receiveFile(ports, editor, { fileName: "しらかば_役割分担確認表.xlsx", bytes }));
}

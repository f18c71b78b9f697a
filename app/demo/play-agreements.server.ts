import { catalogueRef } from "~/domain/provenance";
import { ja } from "~/messages/ja";
import {
  openTemplateDraft,
  publishTemplate,
  writeTemplateDraft,
} from "~/use-cases/edit-annex-template.server";
import { addJoint, changeJoint } from "~/use-cases/joints.server";
import { draftPaper, issuePaper } from "~/use-cases/papers.server";
import { addRow, leaveOutRow, writeRow } from "~/use-cases/role-rows.server";
import { agreeRoleSheet, openRoleSheet, showRoleSheet } from "~/use-cases/role-sheets.server";
import { type DemoEvent, type DemoPlay, type DemoRegister, expectDone, idOf } from "./demo-play";
import { type DemoRow, firstAgreement, openTalks, secondAgreement } from "./role-rows";

const FORM = "role-sheet-starter";
type Row = DemoRow & { completedOn?: number };

/** Role sheets, what was agreed on them over time, and the papers made of them. */
export function agreementEvents(play: DemoPlay, register: DemoRegister): DemoEvent[] {
  return [
    ...karteEvents(play, () => idOf(register.contracts, "karte")),
    ...pacsEvents(play, () => idOf(register.contracts, "pacs")),
    { on: -60, happen: () => joints(play, register) },
    {
      on: -35,
      happen: async () => {
        const contractId = idOf(register.contracts, "booking");
        const sheet = await open(play, contractId, "診療予約・地域連携 役割分担確認表", -35);
        await write(play, sheet, openTalks);
      },
    },
  ];
}

/** Three revisions: the second moves the updates to the vendor, the third corrects a clerical error. */
function karteEvents(play: DemoPlay, contractId: () => string): DemoEvent[] {
  let [sheet, roleAnnex] = ["", ""];
  return [
    {
      on: -600,
      happen: async () => {
        sheet = await open(play, contractId(), "電子カルテ 役割分担確認表", -600);
        await write(play, sheet, firstAgreement);
        await agree(play, sheet, -596, "契約の開始に合わせた初回の合意");
      },
    },
    {
      on: -190,
      happen: async () => {
        await write(play, sheet, secondAgreement);
        await agree(play, sheet, -180, "セキュリティ更新と遠隔保守の分担を見直した");
      },
    },
    {
      on: -150,
      happen: async () => {
        roleAnnex = await draft(play, contractId(), "role-sharing");
        expectDone(await issuePaper(play.ports, play.editor, { draftId: roleAnnex }));
      },
    },
    {
      on: -100,
      happen: async () => {
        const rows = firstAgreement.filter((each) => each.key === "starter:log-keeping");
        await write(
          play,
          sheet,
          rows.map((each) => ({ ...each, deadline: "2年間", what: "操作と接続の記録を2年間保つ" })),
        );
        const shown = expectDone(await showRoleSheet(play.ports, play.editor, { roleSheetId: sheet }));
        const corrects = shown.lastRevision?.id ?? null;
        await agree(play, sheet, -180, "記録の保存期間の書き誤り（1年→2年）を正した", corrects);
        expectDone(await issuePaper(play.ports, play.editor, { draftId: roleAnnex }));
      },
    },
  ];
}

/** Two revisions, with a row of the hospital's own; the annexes are drafted but not issued. */
function pacsEvents(play: DemoPlay, contractId: () => string): DemoEvent[] {
  let sheet = "";
  return [
    {
      on: -584,
      happen: async () => {
        sheet = await open(play, contractId(), "医用画像 役割分担確認表", -584);
        await write(play, sheet, firstAgreement);
        await agree(play, sheet, -580, "契約の開始に合わせた初回の合意");
      },
    },
    {
      on: -84,
      happen: async () => {
        const label = "画像保存装置（NAS）の更新";
        const content = "保守契約の対象外となっている保存装置の更新を、だれが行うかを決める。";
        const row = { roleSheetId: sheet, part: 2, label, content };
        expectDone(await addRow(play.ports, play.editor, row));
        await agree(play, sheet, -80, "保存装置の行を加えた（担当は協議中）");
      },
    },
    {
      on: -70,
      happen: async () => {
        const second = await open(play, contractId(), "内視鏡部門 役割分担確認表", -70);
        await write(play, second, openTalks);
        await leaveOut(play, second, "starter:seen-p2-external-storage", "院外に置くデータがないため");
        await agree(play, second, -65, "内視鏡部門は別の表で分担を決めた（残りの行は協議中）");
      },
    },
    { on: -30, happen: () => draft(play, contractId(), "disclosure-results") },
    { on: -29, happen: () => draft(play, contractId(), "internal-decisions") },
    { on: -28, happen: () => draft(play, contractId(), "memorandum") },
    { on: -27, happen: () => reword(play) },
  ];
}

async function open(play: DemoPlay, contractId: string, title: string, roundOn: number): Promise<string> {
  const forms = [...play.ports.catalogues.roleSheetForms.values()];
  const current = forms.find(({ head }) => head.id === FORM && head.replacedBy === null);
  if (!current) throw new Error(`no form ${FORM}`);
  const input = { contractId, form: catalogueRef(current.head), title, roundOn: play.clock.day(roundOn) };
  return expectDone(await openRoleSheet(play.ports, play.editor, input)).roleSheetId;
}

async function write(play: DemoPlay, roleSheetId: string, rows: readonly Row[]): Promise<void> {
  const shown = expectDone(await showRoleSheet(play.ports, play.editor, { roleSheetId }));
  const byKey = new Map(shown.rows.map((each) => [each.rowKey, each]));
  for (const { key, completedOn, thirdPartyName = "", emergencyParty, endParty, ...fields } of rows) {
    const row = byKey.get(key);
    if (!row) throw new Error(`the demo's role sheet has no row ${key}`);
    const raw = {
      ...fields,
      thirdPartyName,
      emergencyParty: emergencyParty ?? "",
      endParty: endParty ?? "",
      evidence: fields.evidence ?? "",
      firstCheckOn: "",
      completedOn: completedOn === undefined ? "" : play.clock.day(completedOn),
      clause: "",
      remark: "",
    };
    const input = { roleSheetId, rowId: row.id, version: row.version, raw };
    expectDone(await writeRow(play.ports, play.editor, input));
  }
}

async function leaveOut(play: DemoPlay, roleSheetId: string, rowKey: string, reason: string): Promise<void> {
  const shown = expectDone(await showRoleSheet(play.ports, play.editor, { roleSheetId }));
  const row = shown.rows.find((each) => each.rowKey === rowKey);
  if (!row) throw new Error(`the demo's role sheet has no row ${rowKey}`);
  const input = { roleSheetId, rowId: row.id, version: row.version, reason };
  expectDone(await leaveOutRow(play.ports, play.editor, input));
}

/** Where systems of two vendors meet: one joint settled since a year, one that nobody looks after yet. */
async function joints(play: DemoPlay, register: DemoRegister): Promise<void> {
  const { ports, editor } = play;
  const meet = (first: string, second: string, what: string) => ({
    firstSystemId: idOf(register.systems, first),
    secondSystemId: idOf(register.systems, second),
    ...{ what, party: "undecided", thirdPartyName: "", emergencyParty: "undecided", note: "" },
  });
  const images = meet("電子カルテ", "放射線画像（PACS）", "検査の予約と画像の参照");
  const { id } = expectDone(await addJoint(ports, editor, { raw: images }));
  const settled = { party: "both-vendors", emergencyParty: "hospital", note: "切り離しは当直責任者が決める" };
  const raw = { ...images, ...settled, effectiveFrom: play.clock.day(-365) };
  expectDone(await changeJoint(ports, editor, { jointId: id, version: 1, raw }));
  const results = meet("電子カルテ", "臨床検査", "検査の依頼と結果の受渡し");
  expectDone(await addJoint(ports, editor, { raw: results }));
}

async function agree(
  play: DemoPlay,
  roleSheetId: string,
  effectiveFrom: number,
  note: string,
  corrects: string | null = null,
): Promise<void> {
  const input = { roleSheetId, effectiveFrom: play.clock.day(effectiveFrom), note, corrects };
  expectDone(await agreeRoleSheet(play.ports, play.editor, input));
}

async function draft(play: DemoPlay, contractId: string, template: string): Promise<string> {
  const input = {
    contractId,
    template: shippedRef(play, template),
    printedNo: "",
    dateStyle: "japanese",
  };
  return expectDone(await draftPaper(play.ports, play.editor, input)).draftId;
}

/** 雛形の文言: one version of the hospital's own, and one change that is not finished. */
async function reword(play: DemoPlay): Promise<void> {
  const { ports, editor } = play;
  const begin = async (id: string, fields: Record<string, string>) => {
    const { draftId } = expectDone(await openTemplateDraft(ports, editor, { basis: shippedRef(play, id) }));
    expectDone(await writeTemplateDraft(ports, editor, { draftId, version: 1, fields, act: null }));
    return draftId;
  };
  const draftId = await begin("contact-chart", { title: "緊急連絡体制図" });
  const note = "院内の呼び方に合わせた";
  expectDone(await publishTemplate(ports, editor, { draftId, version: 2, note, words: ja.paperTemplates }));
  await begin("role-sharing", { "sections.0.heading": "目的及び適用" });
}

/** `id@version` of a shipped template. */
function shippedRef(play: DemoPlay, id: string): string {
  const current = play.ports.catalogues.currentAnnexTemplate(id);
  if (!current) throw new Error(`no template ${id}`);
  return catalogueRef(current.head);
}

import type { CostBearing, FirstCheck, RowParty, SituationParty } from "~/domain/role-sheet";

/** How the demo hospital filled its role sheets. Keys are those of the starter form. */
export type DemoRow = {
  key: string;
  party: RowParty;
  what: string;
  cost: CostBearing;
  deadline: string;
  firstCheck: FirstCheck;
  thirdPartyName?: string;
  emergencyParty?: SituationParty;
  endParty?: SituationParty;
  evidence?: string;
};
type Short = readonly [
  key: string,
  party: RowParty,
  what: string,
  cost?: CostBearing,
  deadline?: string,
  firstCheck?: FirstCheck,
];

const short: readonly Short[] = [
  ["RS2024-P1-A1", "hospital", "開示資料を年に一度受け取り、内容を確かめる", "none", "毎年4月"],
  ["starter:seen-p1-contract-partners", "hospital", "契約と連絡先の一覧を保ち、写しを病棟に置く", "none"],
  ["RS2024-P1-B3-1", "hospital", "職員の守秘を就業規則と誓約書で定める", "none"],
  ["RS2024-P1-B3-2", "hospital", "年2回の教育と、年1回の緊急時の訓練を行う", "none", "年2回", "no"],
  ["starter:seen-p1-vendor-selection", "hospital", "選定の記録に確かめた資料と結果を残す", "none"],
  [
    "RS2024-P1-REF3-1",
    "both",
    "台帳は病院が保ち、変更のたびに事業者が知らせる",
    "included",
    "変更から10日以内",
  ],
  ["RS2024-P2-A1", "vendor", "提供事業者向けガイドラインへの対応状況を書面で示す", "included", "毎年4月"],
  ["RS2024-P2-A8", "vendor", "預かった個人情報の取扱いと事故時の連絡を定め、守る", "included"],
  [
    "starter:seen-p2-external-storage",
    "both",
    "院外に置くデータの範囲を病院が決め、事業者が守る",
    "included",
  ],
  ["RS2024-P2-A11", "vendor", "脅威と対策の情報を、分かる言葉で知らせる", "included", "四半期ごと"],
  ["starter:seen-p2-encryption", "vendor", "院外との通信と持ち出す媒体を暗号化する", "included"],
  ["starter:seen-p2-backup-environment", "both", "方式は事業者が設計し、媒体の保管は病院が行う", "separate"],
  ["starter:seen-p2-network-path", "third-party", "回線とVPN装置を管理する", "separate"],
  [
    "starter:security-updates",
    "hospital",
    "適用の可否を事業者に尋ね、病院が適用する",
    "separate",
    "公表から30日以内",
  ],
  [
    "starter:vulnerability-notice",
    "vendor",
    "影響の有無を知らせる。影響がない場合も知らせる",
    "included",
    "公表から10日以内",
  ],
  [
    "starter:remote-maintenance",
    "hospital",
    "作業のたびに回線を開け閉めする",
    "included",
    "作業の前日まで",
    "no",
  ],
  [
    "starter:incident-first-notice",
    "both",
    "疑いの段階で電話により知らせ合う",
    "none",
    "気付いてから1時間以内",
  ],
  ["starter:log-keeping", "vendor", "操作と接続の記録を1年間保つ", "included", "1年間"],
  [
    "starter:backup-restore-test",
    "vendor",
    "年1回、戻せることを確かめて結果を渡す",
    "separate",
    "毎年9月",
    "no",
  ],
  ["starter:account-ledger", "hospital", "人事異動に合わせて停止し、年2回突き合わせる", "none", "年2回"],
  ["starter:two-factor", "vendor", "次の版で利用者の二要素認証を備える", "negotiate", "次期更新まで", "no"],
  ["starter:network-devices", "third-party", "型番、版、サポート終了日を台帳にし、更新する", "separate"],
  ["starter:bcp-drill", "both", "年1回の訓練に事業者が半日参加する", "included", "毎年11月"],
  [
    "starter:subcontractors",
    "vendor",
    "再委託先の一覧を渡し、変更を前もって知らせる",
    "included",
    "変更の30日前",
  ],
  [
    "starter:data-return-erasure",
    "vendor",
    "終了から60日以内に返し、消去の証明書を渡す",
    "separate",
    "60日以内",
  ],
  ["starter:end-of-life", "vendor", "終了日の一覧を見直し、更新の計画を示す", "included", "毎年10月"],
  ["starter:vendor-joints", "both", "つなぎ目の一覧を病院が作り、事業者が確かめる", "none"],
  ["starter:emergency-shutdown", "hospital", "医療情報室長が決め、不在の時は当直責任者が決める", "none"],
  ["starter:contact-chart", "hospital", "連絡体制図を作り、異動のたびに見直す", "none"],
  [
    "starter:evidence-investigation",
    "vendor",
    "記録を保全し、24時間以内に調査を始める",
    "negotiate",
    "24時間以内",
  ],
  ["starter:reconnection", "both", "確認の項目に沿って事業者が確かめ、病院が判断する", "negotiate"],
];

/** Who acts in an emergency where it is not the one of normal times; the demo left some rows open on purpose. */
const inEmergency: Readonly<Record<string, SituationParty>> = {
  "starter:security-updates": "vendor",
  "starter:remote-maintenance": "vendor",
  "starter:incident-first-notice": "hospital",
  "starter:backup-restore-test": "both",
  "starter:seen-p2-backup-environment": "",
  "starter:vendor-joints": "",
  "starter:network-devices": "hospital",
};
/** Who has to do what when the contract ends. */
const atTheEnd: Readonly<Record<string, SituationParty>> = {
  "starter:data-return-erasure": "vendor",
  "starter:account-ledger": "hospital",
  "starter:contact-chart": "hospital",
};
/** What the demo hospital keeps to show that a thing was done. */
const evidenceOf: Readonly<Record<string, string>> = {
  "RS2024-P1-B3-2": "研修の記録簿",
  "starter:backup-restore-test": "復元試験の報告書",
  "starter:data-return-erasure": "消去証明書",
  "starter:security-updates": "適用の報告書",
};

/** The company behind every third-party row of the demo. */
const NETWORK_VENDOR = "かざみどりネットワークス株式会社";

/** The first agreement of a maintenance contract: every row settled. */
export const firstAgreement: readonly DemoRow[] = short.map(
  ([key, party, what, cost = "", deadline = "", firstCheck = "yes"]) => ({
    key,
    party,
    what,
    cost,
    deadline,
    firstCheck,
    emergencyParty: inEmergency[key] ?? "same",
    endParty: atTheEnd[key] ?? "",
    evidence: evidenceOf[key] ?? "",
    ...(party === "third-party" ? { thirdPartyName: NETWORK_VENDOR } : {}),
  }),
);

/** What the second agreement changed: who applies updates, who opens the line, who tests the backup. */
const changedRows: readonly (DemoRow & { completedOn?: number })[] = [
  {
    key: "starter:security-updates",
    party: "vendor",
    what: "動作を確かめたうえで、事業者が適用し、結果を報告する",
    cost: "included",
    deadline: "公表から30日以内",
    firstCheck: "yes",
  },
  {
    key: "starter:remote-maintenance",
    party: "both",
    what: "病院が作業のたびに許可し、事業者が記録を突き合わせて報告する",
    cost: "included",
    deadline: "終了後3営業日以内",
    firstCheck: "no",
    completedOn: -200,
  },
  {
    key: "starter:backup-restore-test",
    party: "both",
    what: "事業者が年1回戻し、病院が立ち会って結果を残す",
    cost: "included",
    deadline: "毎年9月",
    firstCheck: "no",
    completedOn: -195,
  },
];

export const secondAgreement = changedRows.map((each) => ({
  ...each,
  emergencyParty: inEmergency[each.key] ?? ("same" as const),
  endParty: atTheEnd[each.key] ?? ("" as const),
  evidence: evidenceOf[each.key] ?? "",
}));

/** A sheet in the middle of the talks: only these rows are settled. */
export const openTalks: readonly DemoRow[] = firstAgreement
  .filter((each) => each.key.startsWith("RS2024-P1") || each.key.startsWith("RS2024-P2-A"))
  .map((each) => ({ ...each, firstCheck: each.party === "vendor" ? "" : each.firstCheck }));

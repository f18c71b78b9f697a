import type { ClauseKind } from "../../domain/contract-clause.ts";
import type { ContractDocumentKind } from "../../domain/contract-document.ts";
import type {
  ContractTerms,
  feeKinds,
  SubcontractModel,
  serverScopes,
  TermsOrigin,
} from "../../domain/contract-terms.ts";
import type { NameChangeKind } from "../../domain/party-name.ts";
import type { OpenMatterKind, RenewalAlarm } from "../../domain/renewal.ts";
import type { dataContacts, SubcontractorConcern, sameDuties } from "../../domain/subcontractor.ts";

const origins: Record<TermsOrigin, string> = {
  first: "最初の内容",
  amendment: "覚書による改定",
  renewal: "更新",
};
const feeKindWords: Record<(typeof feeKinds)[number], string> = {
  included: "含む",
  separate: "別途",
  open: "協議中",
};
const serverScopeWords: Record<(typeof serverScopes)[number], string> = {
  all: "対象システムのすべてのサーバ",
  listed: "選んだサーバだけ",
  unclear: "契約に書かれていない",
};
const subcontracting: Record<SubcontractModel, string> = {
  forbidden: "禁止",
  "prior-consent": "事前承諾",
  listed: "個別列挙",
  "report-after": "事後報告",
  free: "自由",
  unclear: "契約に書かれていない",
};
const documentKinds: Record<ContractDocumentKind, string> = {
  original: "契約書（原本）",
  memorandum: "覚書",
  "terms-of-service": "約款・利用規約",
  sla: "SLA",
  "role-sheet": "役割分担表",
  quotation: "見積書・仕様書",
  notice: "通知",
  other: "その他",
};
const clauseKinds: Record<ClauseKind, string> = {
  "security-update": "セキュリティ更新の責任",
  "incident-notice": "インシデントの通知",
  "audit-right": "監査・立入り",
  subcontracting: "再委託",
  "return-erasure": "返却・消去",
  "remote-maintenance": "リモート保守",
  backup: "バックアップ・復旧",
  fee: "費用",
  "term-and-renewal": "期間・更新",
  liability: "損害賠償",
  confidentiality: "秘密保持・個人情報",
  other: "その他",
};
const nameKinds: Record<NameChangeKind, string> = {
  first: "最初の名称",
  renamed: "名称の変更",
  merger: "合併",
  transfer: "事業譲渡・移管",
};
const dataContactWords: Record<(typeof dataContacts)[number], string> = {
  none: "触れない",
  possible: "触れる可能性がある",
  handled: "取り扱う",
  unclear: "はっきりしない",
};
const sameDutyWords: Record<(typeof sameDuties)[number], string> = {
  yes: "書面で課している",
  no: "課していない",
  unclear: "はっきりしない",
};
const concerns: Record<SubcontractorConcern, string> = {
  forbidden: "契約は再委託を禁止",
  "not-approved": "承諾日の記録なし",
  "not-listed": "列挙の記録なし",
  "no-same-duty": "同じ義務の書面が未確認",
  "certificate-expired": "認証の期限切れ",
  "certificate-ends-soon": "認証の期限が間近",
  abroad: "国外",
  "data-contact-unclear": "情報に触れるか不明",
};
const alarms: Record<RenewalAlarm, string> = {
  ended: "期間終了",
  "notice-over": "通知期限を過ぎた",
  "notice-soon": "通知期限が近い",
  "ends-soon": "終わりが近い",
  calm: "先",
};
const matters: Record<OpenMatterKind, (count: number) => string> = {
  "gaps-undecided": (count) => `方針のない不足 ${count} 件`,
  "promises-overdue": (count) => `期日を過ぎた約束 ${count} 件`,
  "two-factor": (count) => `二要素認証が確かめられないシステム ${count}`,
  "disclosure-missing": (count) => `開示書のないシステム ${count}`,
  "disclosure-old": (count) => `1 年を過ぎた開示書 ${count} 件`,
  "role-sheet-missing": () => "合意した役割分担表がない",
  "role-sheet-old": (count) => `1 年を過ぎた役割分担表 ${count} 件`,
  "role-sheet-review": (count) => `再確認を求めた役割分担表 ${count} 件`,
  "roles-undecided": (count) => `担当が未定の行 ${count}`,
  "servers-unclear": (count) => `更新の担当がはっきりしないサーバ ${count} 台`,
  "update-clause-missing": (count) => `更新の条項の引用がない事業者担当サーバ ${count} 台`,
  "subcontractor-unapproved": (count) => `承諾の記録のない再委託先 ${count} 社`,
  "connection-unconfirmed": (count) => `未確認の外部接続 ${count} 件`,
};
const terms: Record<keyof ContractTerms, string> = {
  vendorId: "事業者",
  title: "契約名",
  kind: "種類",
  signedOn: "締結日",
  inForceFrom: "契約期間の始まり",
  inForceTo: "契約期間の終わり",
  renewal: "更新",
  renewalMonths: "一回の更新の月数",
  noticeMonths: "更新通知（何か月前）",
  noticeDays: "更新通知（何日前）",
  hospitalLabel: "病院の呼び方",
  vendorLabel: "事業者の呼び方",
  thirdParties: "第三の当事者",
  feeLines: "費用",
  systemIds: "対象システム",
  serverScope: "対象サーバ",
  serverIds: "選んだサーバ",
  subcontracting: "再委託の定め",
};

/** Words of every closed list around contracts. */
export const contractOptions = {
  origins,
  terms,
  feeKinds: feeKindWords,
  serverScopes: serverScopeWords,
  subcontracting,
  documentKinds,
  clauseKinds,
  nameKinds,
  dataContacts: dataContactWords,
  sameDuties: sameDutyWords,
  concerns,
  alarms,
  matters,
};

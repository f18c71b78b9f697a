import type { MentionState } from "../../domain/clause-mentions.ts";
import type { EditionEffectKind } from "../../domain/edition-effect.ts";

const kinds: Record<EditionEffectKind, { title: string; help: string }> = {
  "no-longer": {
    title: "前の版では足りていた回答が、足りない",
    help: "同じ回答にもとづく前の版の要求事項には不足がありませんでした。",
  },
  "new-gap": {
    title: "新しく不足になる",
    help: "前の版では使っていない回答にもとづく不足です。",
  },
  "still-gap": { title: "前の版でも不足だった", help: "前の版でも、同じ回答に不足がありました。" },
  unknown: {
    title: "わからない",
    help: "この要求事項につながる対応付けが、この書式からは公開されていません。",
  },
  fine: { title: "不足なし", help: "新しい版でも、開示上の回答に不足はありません。" },
};
const mentions: Record<MentionState, { title: string; next: string }> = {
  gone: { title: "新しい版にない条項", next: "次の覚書か確認表の改訂で、引用を直してください。" },
  moved: { title: "移った条項", next: "移った先を公式本文で確かめ、引用を直してください。" },
  unknown: {
    title: "わからない",
    next: "収載している新しい版は一部だけです。公式本文で、条項が残っているかを確かめてください。",
  },
  holds: { title: "新しい版にもある", next: "番号は同じでも、内容が変わっていないかを確かめてください。" },
};

/** 版の移行の影響: what a newer edition of the guideline does to answers and contract lines. */
export const editionEffects = {
  title: "版の移行の影響",
  lead: "新しい版のガイドラインで足りなくなる回答と、契約・確認表が引いている条項のゆくえを一覧にします。",
  help: "公開された対応付けと条項の移行の一覧から言えることだけを示し、言えないことは「わからない」とします。版どうしは、同じ回答にもとづくかどうかだけで結びます。",
  from: "前の版",
  to: "新しい版",
  show: "表示",
  partly: (items: number) =>
    `新しい版は ${items} 件だけを収載しています（全体数は未確認）。一覧にない要求事項については何も言えません。`,
  kinds,
  answers: "回答への影響",
  answersNone: "現行の開示書がないか、新しい版の要求事項につながる回答がありません。",
  filter: "影響の種類",
  columns: {
    system: "システム・製品",
    clause: "新しい版の要求事項",
    kind: "影響",
    before: "前の版では",
    answers: "もとにした回答",
  },
  noBefore: "つながる要求事項なし",
  lines: "条項を引いている契約・確認表の行",
  linesNone: "期間内の契約と、効力のある確認表に、ガイドラインの条項を番号で引いている行はありません。",
  lineColumns: { place: "どこで", text: "文", clause: "引いている条項", state: "新しい版では" },
  lineKinds: { "contract-clause": "契約の条項", "role-row": "確認表の行" },
  movedTo: (clauses: string) => `移った先：${clauses}`,
  mentions,
  exportName: (from: string, to: string) => `版の移行の影響_${from}_${to}`,
};

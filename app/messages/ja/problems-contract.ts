import type { ProblemWords } from "../problem-words.ts";

/** Contracts over time, their documents and clauses, servers, subcontractors and connections. */
export const contractProblems = {
  "lines-too-many": (p) => ({
    what: `行が多すぎます（${p.max ?? "?"} 行まで）。`,
    next: "似た行をまとめてから保存してください。",
  }),
  "amendment-before-contract": (p) => ({
    what: `改定の効力発生日が、契約の最初の日（${p.day ?? "?"}）より前です。`,
    next: "日付を確かめてください。最初の内容を直すときは、「訂正する」を使ってください。",
  }),
  "amendment-unnamed": () => ({
    what: "覚書の番号も表題もありません。",
    next: "どの書面による改定かが分かるように、番号か表題のどちらかを入れてください。",
  }),
  "amendment-without-change": () => ({
    what: "効力発生日の時点の内容と、変わったところがありません。",
    next: "変わった項目を直すか、項目にないことを定めた覚書なら、その内容を書いてください。",
  }),
  "renewal-not-later": (p) => ({
    what: `契約の終わりの日が、更新の前（${p.day ?? "?"}）より後になっていません。`,
    next: "更新されたあとの終わりの日を入れてください。終わりを早めるときは、「覚書で改定」を使ってください。",
  }),
  "revision-superseded": () => ({
    what: "この内容は、すでに別の訂正に置き換えられています。",
    next: "契約のページで、いま有効な内容を開いてから訂正してください。",
  }),
  "document-withdrawn": () => ({
    what: "この書類は、すでに取り下げられています。",
    next: "書類の一覧を読み直してください。正しいファイルは、新しい書類として加えられます。",
  }),
  "document-in-use": (p) => ({
    what: `この書類は、引用した条項や改定 ${p.count ?? "?"} 件が根拠にしています。`,
    next: "先に、その条項や改定の書類を付け替えてください。",
  }),
  "clause-page-outside": (p) => ({
    what: `${p.page ?? "?"} ページは、書類（全 ${p.pages ?? "?"} ページ）の外です。`,
    next: "PDFの先頭を 1 ページとして数えたページを入れてください。",
  }),
  "clause-page-without-document": () => ({
    what: "ページがありますが、どの書類のページかが選ばれていません。",
    next: "書類を選ぶか、ページを空にしてください。",
  }),
  "clause-not-then": (p) => ({
    what: `条項「${p.number ?? "?"}」は、${p.day ?? "?"} には、このサーバを対象とする契約の有効な条項ではありません${p.from ? `（${p.from} からの条項）` : ""}。`,
    next: "日付を確かめるか、その日に有効だった条項を選んでください。引用がなければ、条項を文で残せます。",
  }),
  "clause-other-contract": () => ({
    what: "選んだ条項は、このサーバを対象とする契約のものではありません。",
    next: "このサーバのシステムを対象とする契約の条項から選んでください。",
  }),
  "subcontractor-cycle": () => ({
    what: "その再委託元を選ぶと、再委託のつながりが輪になります。",
    next: "この会社より上の会社か、契約の相手方を再委託元に選んでください。",
  }),
  "subcontractor-too-deep": (p) => ({
    what: `再委託は ${p.max ?? "?"} 段までです。`,
    next: "再委託元を選び直してください。実際にさらに先がある場合は、いちばん下の会社のメモに残してください。",
  }),
  "subcontractor-has-children": (p) => ({
    what: `この会社から先の再委託先が ${p.count ?? "?"} 社残っています。`,
    next: "先に、その会社を保管庫へ移すか、再委託元を変えてください。",
  }),
  "name-change-same": () => ({
    what: "新しい名称が、その日の名称と同じです。",
    next: "名称か、変わった日を確かめてください。",
  }),
  "declaration-list-changed": () => ({
    what: "確かめているあいだに、サーバかシステムの登録が変わりました。",
    next: "新しい一覧を見直してから、もう一度「全数を確認した」を押してください。",
  }),
} satisfies ProblemWords;

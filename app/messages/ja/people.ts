/** First run, sign-in, settings. */
export const welcome = {
  title: "はじめに",
  heading: "だれが、何を、いつから守るか。",
  lead: "事業者の開示書を読み、足りないところを決め、役割分担と契約の別紙にまとめます。",
  create: "病院をつくる",
  createWhat: "病院名と、最初の管理者を決めます。事業者や契約は、開示書を受け取りながら増やせます。",
  tryDemo: "デモ病院で試す",
  tryDemoWhat: "架空の 320 床の病院です。自由に触って、いつでも消せます。",
  demoHas: [
    "8 つの事業者と 14 のシステム",
    "よい開示書・古い開示書・まだ届かない開示書",
    "発効中・期限間近・期限切れの契約",
  ],
  demoOpening: "はじめて開くときは、用意に少し時間がかかります。",
  steps: [
    { title: "受け取る", what: "MDS/SDS の Excel をそのまま置きます。読めなかった欄だけ確かめます。" },
    { title: "決める", what: "「いいえ」と未回答に、対応方針と理由を書きます。" },
    { title: "書面にする", what: "役割分担表と別紙を PDF で発行し、内容を固定します。" },
  ],
  dataNote: "データはこの施設の中の 1 つのファイルに保存されます。公式の書式は貴院が読み込みます。",
  toSignIn: "アカウントをお持ちの方はサインインへ",
};

export const accounts = {
  signInTitle: "サインイン",
  signInLead: "病院の管理者から受け取ったサインイン名とパスワードを入力してください。",
  signIn: "サインイン",
  hospitalName: "病院名",
  hospitalNameHint: "例：みずうみ市立病院",
  beds: "病床数",
  name: "氏名",
  department: "部署",
  signInName: "サインイン名",
  signInNameHint: "半角の英数字と . _ @ + - で 3 文字以上。メールアドレスでも構いません。",
  password: "パスワード",
  passwordHint: (min: number) => `${min} 文字以上。覚えやすい長い文でも構いません。`,
  setupCode: "初回設定コード",
  setupCodeHint: "サーバを起動したときに表示された 8 桁の数字です。",
  role: "権限",
};

export const settings = {
  title: "設定",
  lead: "病院・利用者・表示のことばと、使っている書式の版です。",
  hospital: "病院",
  me: "あなた",
  people: "利用者",
  peopleCount: (count: number) => `${count} 名`,
  addPerson: "利用者を加える",
  addPersonWhat: "決めたパスワードは、本人に直接伝えてください。",
  personAdded: "利用者を加えました。",
  onlyAdmins: "利用者の追加は管理者が行います。",
  disabled: "停止中",
  editions: "使っている書式とガイドラインの版",
  editionsWhat: "照合や書面は、どの版にもとづくかを必ず示します。",
  edition: "版",
  kind: "種類",
  issuer: "発行者",
  count: "収載",
  countKnown: (count: number) => `${count} 件`,
  countUnknownTotal: (count: number) => `${count} 件・全体数は未確認`,
  replacedBy: (edition: string, day: string) => `${day === "" ? "" : `${day} に `}${edition} に替わりました`,
  kinds: { guideline: "ガイドライン", questionnaire: "質問票", mapping: "対応付け", roleSheet: "役割分担表" },
  machine: "サーバ",
  demo: "デモ病院",
  demoWhat: "デモ病院のデータだけを消します。貴院のデータには触れません。",
};

export const home = {
  title: "ホーム",
  emptyTitle: "まず、事業者を 1 社登録しましょう",
  empty: "事業者を登録すると、その製品・サービスの開示書を受け取れるようになります。",
};

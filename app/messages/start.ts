/** What the server says on the terminal when it starts or cannot. Japanese first, English second. */
const problems = {
  "server-running": (detail: string) =>
    `分担はすでに動いています（データ: ${detail}）。動いている方を使うか、止めてからもう一度 npm start をしてください。\nBuntan is already running on this data folder.`,
  "port-in-use": (detail: string) =>
    `${detail} はほかのプログラムが使っています。PORT=3001 npm start のように、別の番号で起動してください。\nThe port is in use; start with another PORT.`,
  "cannot-listen": (detail: string) =>
    `${detail} で待ち受けできません。HOST と PORT を確かめてください。\nCannot listen there; check HOST and PORT.`,
  "no-backup": (detail: string) =>
    `新しい版へ移る前のバックアップが取れなかったので、起動をやめました（場所: ${detail}）。データは変えていません。空き容量と書き込み権限を確かめて、もう一度起動してください。\nNo backup could be taken before moving to the new version; the data was not changed.`,
  "database-newer": (detail: string) =>
    `このデータは、より新しい版の分担で作られています。新しい版のプログラムで起動してください。データは変えていません。\nThe database is newer than this program (${detail}).`,
  "database-read-only": (detail: string) =>
    `データに書き込めません。フォルダの書き込み権限と空き容量を確かめてください。\nThe database is read-only (${detail}).`,
  "database-token-refused": (detail: string) =>
    `データベースのサーバが合言葉を受け付けません。DATABASE_AUTH_TOKEN を確かめてください。データは変えていません。\nThe database server refuses the token (${detail}).`,
  "database-unreachable": (detail: string) =>
    `データベースのサーバにつながりません。DATABASE_URL と、サーバが動いているかを確かめてください。\nThe database server does not answer (${detail}).`,
  "catalogue-invalid": (detail: string) =>
    `templates/ のファイルに誤りがあります。次の場所を直してください。\nA catalogue file is broken:\n${detail}`,
  unexpected: (detail: string) =>
    `起動できませんでした。次の内容を管理者に伝えてください。\nCould not start:\n${detail}`,
} as const;

export function startProblem(code: keyof typeof problems, detail: string): string {
  return problems[code](detail);
}

/** The one clear line with the address; on other addresses than loopback the setup code stands below it. */
export function startedLine(
  host: string,
  port: number,
  setupCode: string,
  node: "supported" | "end-of-life",
): string {
  const isLoopback = ["127.0.0.1", "localhost", "::1"].includes(host);
  const shown = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  const lines = [`分担 Buntan を開けます: http://${shown}:${port}/`];
  if (!isLoopback) lines.push(`初回設定コード（最初の病院をつくるとき） setup code: ${setupCode}`);
  if (node === "end-of-life") {
    lines.push(
      "お使いの Node.js は保守期間が終わっています。新しい版（24）をお勧めします。 This Node.js is end of life.",
    );
  }
  return lines.join("\n");
}

import type { ConnectionMethod, openings, patchBearers, sourceLimits } from "./connection.ts";

/** Words that turn a remark around, put it off, or leave a choice: such a remark is for a person to read. */
const doubtful =
  /ない|なし|無し|ません|せず|不可|不要|未(?:対応|実施|設定|導入|定)|予定|検討|今後|以前|従来|廃止|場合|除[くき]|原則|一部|または|又は|もしくは|いずれか|[?？]/;

/** True when a remark can be taken at its word. An empty one can. */
export function speaksPlainly(remark: string): boolean {
  return !doubtful.test(remark.normalize("NFKC"));
}

const methodWords: readonly (readonly [ConnectionMethod, RegExp])[] = [
  ["ssl-vpn", /SSL[-‐－ ]?VPN/i],
  ["ip-vpn", /(?:^|[^a-z])IP[-‐－ ]?VPN/i],
  ["ipsec-ike", /IPsec/i],
  ["tls-client-certificate", /クライアント(?:証明書|認証)/],
  ["leased-line", /専用線|専用回線/],
  ["remote-tool", /リモート(?:デスクトップ|ツール)|遠隔操作(?:ソフト|ツール)/],
];

/** The one method a remark names; several or none is for a person to tell. */
export function methodNamed(remark: string): ConnectionMethod {
  return onlyNamed(methodWords, remark);
}

const openingWords: readonly (readonly [(typeof openings)[number], RegExp])[] = [
  ["always", /(?<!非)常時/],
  ["on-demand", /都度|(?:必要|作業|申請)(?:な|の)?(?:とき|時)(?:に)?(?:だけ|のみ)/],
];

/** 接続の開き方 a remark names: 常時, or 都度. */
export function openingNamed(remark: string): (typeof openings)[number] {
  return onlyNamed(openingWords, remark);
}

const sourceWords: readonly (readonly [(typeof sourceLimits)[number], RegExp])[] = [
  ["limited", /(?:接続元|発信元|送信元|IPアドレス)[^。]{0,12}(?:限定|(?<!無)制限|固定|限[るりっ])/i],
  ["unlimited", /(?:接続元|発信元|送信元|IPアドレス)[^。]{0,12}無制限/i],
];

/** Whether a remark says that 接続元 are limited. */
export function sourceLimitNamed(remark: string): (typeof sourceLimits)[number] {
  return onlyNamed(sourceWords, remark);
}

const doing =
  "(?:様)?(?:が|にて|で|側で|側が|の責任で|において)[^。]{0,24}(?:更新|適用|実施|行[いうっ]|対応|担当|負[いう])";
const patcherWords: readonly (readonly [(typeof patchBearers)[number], RegExp])[] = [
  ["vendor", new RegExp(`(?:当社|弊社|自社)${doing}`)],
  ["hospital", new RegExp(`(?:貴院|医療機関|病院|お客様)${doing}`)],
  ["third-party", new RegExp(`(?:回線|通信)(?:事業者|会社)${doing}`)],
];

/** Who updates the device, where a remark names one who does it; 当社 is the vendor that answers. */
export function patcherNamed(remark: string): (typeof patchBearers)[number] {
  return onlyNamed(patcherWords, remark);
}

function onlyNamed<V extends string>(
  words: readonly (readonly [V | "unclear", RegExp])[],
  remark: string,
): V | "unclear" {
  const text = remark.normalize("NFKC");
  const [first, ...others] = words.filter(([, word]) => word.test(text)).map(([value]) => value);
  return first !== undefined && others.length === 0 ? first : "unclear";
}

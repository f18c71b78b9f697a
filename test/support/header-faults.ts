/** What every answer of the program says, whatever it is about. */
const always: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=()",
};
const policy: Readonly<Record<string, RegExp>> = {
  "default-src": /^'none'$/,
  "script-src": /^'self' 'nonce-[A-Za-z0-9+/=]{22,}'$/,
  "style-src": /^'self'$/,
  "img-src": /^'self' data:$/,
  "font-src": /^'self'$/,
  "connect-src": /^'self'$/,
  "manifest-src": /^'self'$/,
  "form-action": /^'self'$/,
  "base-uri": /^'none'$/,
  "frame-ancestors": /^'none'$/,
};

/**
 * What is missing or wrong in the headers of an answer.
 * @param given.html the document, "" for what is none: scripts in it carry the nonce, nothing in it is inline
 * @param given.isKept true for the program's own scripts and styles, which a browser may keep
 */
export function headerFaults(given: {
  headers: Headers;
  html?: string;
  isTls?: boolean;
  isKept?: boolean;
}): string[] {
  const { headers, html = "", isTls = false, isKept = false } = given;
  const faults = Object.entries(always)
    .filter(([name, value]) => headers.get(name) !== value)
    .map(([name]) => `${name}: ${headers.get(name)}`);
  const parts = (headers.get("content-security-policy") ?? "").split("; ");
  const said = new Map(parts.map((each) => each.split(/ (.*)/s).slice(0, 2) as [string, string])); // parsed: name and rest
  for (const [name, rule] of Object.entries(policy)) {
    if (!rule.test(said.get(name) ?? "")) faults.push(`${name} ${said.get(name)}`);
  }
  if (said.size !== Object.keys(policy).length) faults.push(`policy ${[...said.keys()].join(" ")}`);
  const hsts = headers.get("strict-transport-security");
  if (isTls !== (hsts !== null && Number(/^max-age=(\d+)/.exec(hsts)?.[1]) >= 31_536_000)) {
    faults.push(`strict-transport-security: ${hsts}`);
  }
  const cache = headers.get("cache-control");
  if (isKept ? !/max-age=\d/.test(cache ?? "") : cache !== "no-store") faults.push(`cache-control: ${cache}`);
  if (headers.has("access-control-allow-origin")) faults.push("opens itself to other origins");
  const kind = headers.get("content-type") ?? "";
  if (/^text\/|\/(?:json|javascript)\b/.test(kind) && !/; charset=utf-8$/i.test(kind))
    faults.push(`names no charset: ${kind}`);
  if (headers.get("x-powered-by") !== null || headers.get("server") !== null)
    faults.push("names its software");
  const nonce = /'nonce-([^']+)'/.exec(said.get("script-src") ?? "")?.[1];
  return [...faults, ...documentFaults(html, nonce ?? "")];
}

function documentFaults(html: string, nonce: string): string[] {
  const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map((each) => each[0]);
  const tags = [...html.replace(/<script\b[\s\S]*?<\/script>/g, "").matchAll(/<[a-z][^>]*>/g)].map(
    (each) => each[0],
  );
  return [
    ...scripts.filter((each) => !each.includes(`nonce="${nonce}"`)).map((each) => `no nonce: ${each}`),
    ...tags.filter((each) => / (?:style|on[a-z]+)="/.test(each)).map((each) => `inline: ${each}`),
    ...tags.filter((each) => /^<style\b/.test(each)).map((each) => `inline: ${each}`),
    ...[...html.matchAll(/ (?:src|href|action)="(https?:|\/\/)[^"]*"/g)].map(
      (each) => `another origin: ${each[0]}`,
    ),
  ];
}

import type { Request, RequestHandler } from "express";

/** Headers of every answer. Scripts need the nonce of this answer; no inline style, no frame, no foreign origin. */
export function securityHeaders(
  nonce: string,
  isSecure: boolean,
  provider: string | null = null,
): Record<string, string> {
  return {
    "Content-Security-Policy": [
      "default-src 'none'",
      `script-src 'self' 'nonce-${nonce}'`,
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "manifest-src 'self'",
      // why: a form that ends at the identity provider is stopped by browsers that follow the redirect with this rule.
      `form-action 'self'${provider === null ? "" : ` ${new URL(provider).origin}`}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join("; "),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    // why: no-referrer would make browsers send "Origin: null" on posts.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    ...(isSecure ? { "Strict-Transport-Security": "max-age=31536000" } : {}),
  };
}

/**
 * Whatever says nothing of caches is kept by none: pages, their data, downloads and refusals belong to whoever is
 * signed in. The program's own scripts and styles say that they may be kept.
 */
export const keptByNoCache: RequestHandler = (_request, response, next) => {
  // why here: only when the head is written is it known whether the answer said something itself.
  response.writeHead = new Proxy(response.writeHead, {
    apply(writeHead, _self, given) {
      if (!response.hasHeader("Cache-Control")) response.setHeader("Cache-Control", "no-store");
      return Reflect.apply(writeHead, response, given);
    },
  });
  next();
};

/**
 * Addresses that are a key themselves (a vendor's link and the desk behind it): listed by no search engine, and never
 * told to another origin. `same-origin` tells them to ourselves only, and to nobody else: `no-referrer` would make
 * browsers send "Origin: null" on the desk's own forms.
 */
export const privateAddresses: RequestHandler = (_request, response, next) => {
  response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
  next();
};

/** TRACE would give a request back with its cookie; no page and no form uses anything but these. */
export const refuseUnusedMethods: RequestHandler = (request, response, next) => {
  if (["GET", "HEAD", "OPTIONS", "POST"].includes(request.method)) return next();
  response.status(405).set("Allow", "GET, HEAD, OPTIONS, POST").end();
};

/**
 * Refuses every request that changes something and does not come from our own pages. Remix checks actions of
 * pages only, and trusts X-Forwarded-Host; this looks at the browser's own headers and at Host.
 */
export const refuseCrossSite: RequestHandler = (request, response, next) => {
  if (["GET", "HEAD", "OPTIONS"].includes(request.method) || isFromOurselves(request)) return next();
  response.status(403).json({ problems: [{ code: "cross-site-request", params: {} }] });
};

function isFromOurselves(request: Request): boolean {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return false;
  const origin = request.headers.origin;
  if (origin === undefined) return site === "same-origin";
  try {
    return new URL(origin).host === request.headers.host;
  } catch {
    return false;
  }
}

const loopbackNames = new Set(["localhost", "127.0.0.1", "[::1]", "::1"]);

/** True when the server listens on loopback, the peer is loopback, Host is loopback and no proxy spoke. */
export function isLoopbackRequest(request: Request, listensOn: string): boolean {
  const hostName = (request.headers.host ?? "").replace(/:\d+$/, "");
  const peer = (request.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  const isProxied =
    request.headers["x-forwarded-for"] !== undefined || request.headers.forwarded !== undefined;
  return loopbackNames.has(listensOn) && loopbackNames.has(hostName) && loopbackNames.has(peer) && !isProxied;
}

/**
 * Takes what is left of a body that was answered before it was read (a refusal, a form that is too large). Left in the
 * connection it would hold up whatever the same browser asks next, until the connection is given up.
 */
export const takeRestOfBody: RequestHandler = (request, response, next) => {
  response.once("finish", () => {
    if (request.readableEnded) return;
    request.removeAllListeners("data").removeAllListeners("readable").resume();
  });
  next();
};

/** Limit of a body that is no upload; uploads have their own, larger one. */
export const FORM_BYTES = 2 * 1024 * 1024;
export const UPLOAD_BYTES = 64 * 1024 * 1024;

/** Looks at the announced length before anything is read; chunked bodies without a length are refused. */
export const limitBodies: RequestHandler = (request, response, next) => {
  if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return next();
  const isUpload = (request.headers["content-type"] ?? "").startsWith("multipart/form-data");
  const limit = isUpload ? UPLOAD_BYTES : FORM_BYTES;
  const length = Number(
    request.headers["content-length"] ?? (request.headers["transfer-encoding"] ? Infinity : 0),
  );
  if (length <= limit) return next();
  response.status(413).json({ problems: [{ code: "body-too-large", params: { limit } }] });
};

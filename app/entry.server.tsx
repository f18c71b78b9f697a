import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { errorText } from "~/domain/error-text";
import { NonceContext } from "~/nonce";
import { withoutNul } from "~/without-nul.server";

const ABORT_MS = 10_000;

/** Streams the document with the nonce of this answer. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const whenReady = isbot(request.headers.get("user-agent")) ? "onAllReady" : "onShellReady";
  return new Promise((resolve, reject) => {
    let isShellSent = false;
    let code = status;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={context.nonce}>
        <RemixServer context={remixContext} url={request.url} abortDelay={ABORT_MS} nonce={context.nonce} />
      </NonceContext.Provider>,
      {
        nonce: context.nonce,
        [whenReady]() {
          isShellSent = true;
          const body = withoutNul();
          // why: an abort timer that is left running keeps every rendered page alive (780 → 200 MB measured).
          body.on("close", () => clearTimeout(timer));
          headers.set("Content-Type", "text/html; charset=utf-8");
          headers.set("Cache-Control", "no-store");
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: code }));
          pipe(body);
        },
        onShellError: reject,
        onError(error: unknown) {
          code = 500;
          if (isShellSent) console.error(errorText(error));
        },
      },
    );
    const timer = setTimeout(abort, ABORT_MS + 1000);
    timer.unref();
  });
}

/** Errors of loaders and actions that are no Problems: written with the request's id, shown without detail. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
): void {
  // why: a method or an address that nothing answers is the asker's mistake, and the answer says so (405, 404).
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  // why: the rest of such an address is a key, and a log is read by more people than a mail.
  const path = new URL(request.url).pathname.replace(/^\/(r|join)\/(?!desk\/)[^/]+/, "/$1/…");
  console.error(
    JSON.stringify({
      level: "error",
      requestId: context.requestId,
      method: request.method,
      path,
      error: errorText(error),
    }),
  );
}

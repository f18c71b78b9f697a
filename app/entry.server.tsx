import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { errorText } from "~/domain/error-text";
import { loggedPath } from "~/logged-path";
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

/**
 * Errors of loaders and actions that are no Problems: written with the request's id, shown without detail. A form sent
 * to a page that takes none (405) is written as a warning with the name of the route, for it is a form of ours that
 * leads nowhere or somebody trying addresses; an address that nothing answers (404) is not written.
 */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
): void {
  if (request.signal.aborted) return;
  const path = loggedPath(new URL(request.url).pathname);
  const head = { requestId: context.requestId, method: request.method, path };
  if (isRouteErrorResponse(error) && error.status < 500) {
    if (error.status !== 405) return;
    console.warn(JSON.stringify({ level: "warn", ...head, status: 405, route: routeNamed(error.data) }));
    return;
  }
  console.error(JSON.stringify({ level: "error", ...head, error: errorText(error) }));
}

/** The route in the framework's sentence about a missing action; the rest of the sentence repeats the whole address. */
function routeNamed(sentence: unknown): string | null {
  return typeof sentence === "string" ? (/for route "([^"]+)"/.exec(sentence)?.[1] ?? null) : null;
}

import type { RequestHandler } from "express";
import { loggedPath } from "~/logged-path";

/** Not signed in or a wrong proof; not allowed, or from another site; too often. */
const refusals = new Set([401, 403, 429]);

/**
 * Writes one line of JSON for every answer that turned somebody away: what was asked for and from which address (as the
 * audit log has it), without a name, a query or a key. A record of another hospital is "not there" (404) and leaves none.
 */
export function noteRefusals(write: (line: string) => void): RequestHandler {
  return (request, response, next) => {
    response.once("finish", () => {
      const { statusCode: status } = response;
      if (!refusals.has(status)) return;
      const path = loggedPath(request.originalUrl);
      write(
        JSON.stringify({ level: "warn", status, method: request.method, path, address: request.ip ?? "" }),
      );
    });
    next();
  };
}

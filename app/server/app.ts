import { randomBytes, timingSafeEqual } from "node:crypto";
import path from "node:path";
import { createRequestHandler, type RequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express, type Request, type Response } from "express";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { v7 } from "uuid";
import { isDbReady } from "#db/client.server";
import type { LoadContext } from "~/load-context";
import type { Ports } from "~/use-cases/ports.server";
import type { Provider } from "~/use-cases/provider";
import { createBackOff } from "./back-off";
import type { DemoPlace } from "./demo-place";
import type { Env } from "./env";
import { createMetrics } from "./metrics";
import { noteRefusals } from "./refusal-log";
import { withRefusalPages } from "./refusal-pages";
import {
  isLoopbackRequest,
  keptByNoCache,
  limitBodies,
  privateAddresses,
  refuseCrossSite,
  refuseUnusedMethods,
  securityHeaders,
  takeRestOfBody,
} from "./security";

export type AppParts = {
  root: string;
  env: Env;
  own: Ports;
  demo: DemoPlace;
  setupCode: string;
  provider: Provider | null;
  /** Where the log of refusals goes, line by line. */
  writeRefusal: (line: string) => void;
  remixBuild: ServerBuild;
  nodeNotice: LoadContext["nodeNotice"];
};

/** The express application around the Remix build: headers, limits, static files, health, pages. */
export function buildApp(parts: AppParts): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", parts.env.trustsProxy ? "loopback, uniquelocal" : false);
  app.use(keptByNoCache, (request, response, next) => {
    // why: Remix would believe this header for its origin check; only a configured proxy may set it.
    if (!parts.env.trustsProxy) delete request.headers["x-forwarded-host"];
    response.locals.nonce = randomBytes(16).toString("base64");
    for (const [name, value] of Object.entries(
      securityHeaders(response.locals.nonce, request.secure, parts.env.oidc?.issuer ?? null),
    )) {
      response.setHeader(name, value);
    }
    next();
  });
  const metrics = createMetrics({
    listensOn: parts.env.host,
    token: parts.env.metricsToken,
    isReady: () => isDbReady(parts.own.db),
  });
  app.use(metrics.count, noteRefusals(parts.writeRefusal), refuseUnusedMethods);
  app.get("/metrics", metrics.show);
  app.get("/healthz", (_request, response) => {
    response.type("text/plain").send("ok");
  });
  app.get("/readyz", async (_request, response) => {
    const isReady = await isDbReady(parts.own.db).catch(() => false);
    response
      .status(isReady ? 200 : 503)
      .type("text/plain")
      .send(isReady ? "ready" : "database");
  });
  app.use(compression());
  const client = path.join(parts.root, "build/client");
  app.use("/assets", express.static(path.join(client, "assets"), { immutable: true, maxAge: "1y" }));
  app.use(express.static(client, { maxAge: "1h", index: false }));
  app.use(["/r", "/calendar"], privateAddresses);
  app.use(takeRestOfBody, limitBodies, refuseCrossSite);
  app.all("*", pages(parts));
  return app;
}

function pages(parts: AppParts): RequestHandler {
  // Wrong passwords and codes: twenty wrong tries a quarter of an hour per address, kept in memory only.
  const tries = new RateLimiterMemory({ points: 20, duration: 15 * 60 });
  const backOff = createBackOff(Date.now);
  return createRequestHandler({
    build: withRefusalPages(parts.remixBuild),
    mode: "production",
    getLoadContext: (request: Request, response: Response): LoadContext => ({
      nonce: String(response.locals.nonce),
      own: parts.own,
      demo: () => parts.demo.current(),
      openDemo: () => parts.demo.open(),
      discardDemo: () => parts.demo.discard(),
      isSecure: request.secure,
      isLoopback: isLoopbackRequest(request, parts.env.host),
      remoteAddress: request.ip ?? "",
      answersName: (name) => backOff.answers(name),
      noteName: (name, isRight) => backOff.note(name, isRight),
      provider: parts.provider,
      isSetupCode: (given) => isSame(given.normalize("NFKC").trim(), parts.setupCode),
      countTry: async (key) => {
        try {
          await tries.consume(key);
          return true;
        } catch {
          return false;
        }
      },
      hasTries: async (key) => ((await tries.get(key))?.remainingPoints ?? 1) > 0,
      nodeNotice: parts.nodeNotice,
      requestId: v7(),
    }),
  });
}

function isSame(given: string, secret: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}

import type { Server } from "node:http";
import Oidc from "oidc-provider";

/** A real provider of OpenID Connect on this machine: its own keys, its own login page, its own rules on PKCE. */
export type LocalProvider = {
  settings: { issuer: string; clientId: string; clientSecret: string };
  /** Walks through the provider's login pages as a browser would. @returns where it sends the browser back to */
  walk(start: string, login: string): Promise<URL>;
  stop(): void;
};

/** @param callback the one address it sends browsers back to */
export async function localProvider(callback: string): Promise<LocalProvider> {
  const { createServer } = await import("node:http");
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const settings = {
    issuer: `http://127.0.0.1:${address.port}`,
    clientId: "buntan",
    clientSecret: "a-secret-of-the-client",
  };
  const oidc = new Oidc(settings.issuer, {
    clients: [
      { client_id: settings.clientId, client_secret: settings.clientSecret, redirect_uris: [callback] },
    ],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
    cookies: { keys: ["test"] },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
  });
  server.on("request", oidc.callback());
  return {
    settings,
    walk: (start, login) => walk({ issuer: settings.issuer, callback }, start, login),
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function walk(at: { issuer: string; callback: string }, start: string, login: string): Promise<URL> {
  const jar = new Map<string, string>();
  let next: { address: string; body?: URLSearchParams } = { address: start };
  for (let step = 0; step < 12; step++) {
    if (next.address.startsWith(at.callback)) return new URL(next.address);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(next.address, {
      headers: { cookie },
      redirect: "manual",
      ...(next.body ? { method: "POST", body: next.body } : {}),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = line.split(";")[0]?.split(/=(.*)/s) ?? [];
      if (value === "") jar.delete(name);
      else jar.set(name, value);
    }
    const location = answer.headers.get("location");
    if (location) {
      next = { address: new URL(location, at.issuer).href };
      continue;
    }
    const page = await answer.text();
    const action = /action="([^"]+)"/.exec(page)?.[1] ?? "";
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? "";
    next = {
      address: new URL(action, at.issuer).href,
      body: new URLSearchParams({ prompt, login, password: "x" }),
    };
  }
  throw new Error("the provider's pages did not end");
}

import { afterAll, beforeAll, expect, it } from "vitest";
import { parseEnv } from "~/server/env";
import { testHospital } from "../support/ports";
import { startWeb, type Web } from "../support/web";

const token = "a-token-of-the-watching-machine";
let near: Web;
let far: Web;
beforeAll(async () => {
  const { ports } = await testHospital();
  near = await startWeb(ports);
  far = await startWeb(ports, { isLoopback: false, metricsToken: token });
}, 300_000);
afterAll(async () => {
  await near?.stop();
  await far?.stop();
});

const read = async (web: Web, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${web.url}/metrics`, { headers });
  return { status: answer.status, text: await answer.text() };
};
const figureIn = (text: string, name: string) =>
  Number(new RegExp(`^${name.replace(/[{}]/g, "\\$&")} (\\S+)$`, "m").exec(text)?.[1]);

it("count answers by class and duration, and say whether the database answers", async () => {
  const before = (await read(near)).text;
  for (const path of ["/healthz", "/assets/nothing.js"]) await (await fetch(near.url + path)).arrayBuffer();
  const gained = (text: string, kind: string) => {
    const name = `buntan_http_answers_total{class="${kind}"}`;
    return figureIn(text, name) - figureIn(before, name);
  };
  await expect.poll(async () => gained((await read(near)).text, "4xx")).toBe(1);
  const { status, text } = await read(near);
  expect(status).toBe(200);
  expect(figureIn(text, "buntan_database_ready")).toBe(1);
  expect(gained(text, "2xx")).toBeGreaterThanOrEqual(2);
  expect(gained(text, "5xx")).toBe(0);
  const name = "buntan_http_request_duration_seconds";
  expect(figureIn(text, `${name}_count`)).toBe(figureIn(text, `${name}_bucket{le="\\+Inf"}`));
  for (const line of text.trim().split("\n"))
    expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="[^"]+"\})? [\d.e+-]+)$/);
});

it("name no address, no person and no hospital", async () => {
  await fetch(`${near.url}/vendors?q=secret-words`);
  expect((await read(near)).text).not.toMatch(/vendors|secret-words|試験|127\.0\.0\.1/);
});

it("are closed to another machine without the token, and through a proxy", async () => {
  expect((await read(near, { "x-forwarded-for": "192.0.2.1" })).status).toBe(404);
  expect((await read(far)).status).toBe(404);
  expect((await read(far, { authorization: "Bearer another-token-of-the-length" })).status).toBe(404);
  expect((await read(far, { authorization: `Bearer ${token}` })).status).toBe(200);
});

it("need a token that cannot be guessed", () => {
  expect(parseEnv({ BUNTAN_METRICS_TOKEN: token }, "/").metricsToken).toBe(token);
  expect(parseEnv({}, "/").metricsToken).toBeNull();
  expect(() => parseEnv({ BUNTAN_METRICS_TOKEN: "short" }, "/")).toThrow(/BUNTAN_METRICS_TOKEN/);
});

import { Agent, request as plainRequest } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { testHospital } from "../support/ports";
import { startWeb, type Web } from "../support/web";

let web: Web;
beforeAll(async () => {
  web = await startWeb((await testHospital()).ports);
}, 300_000);
afterAll(() => web?.stop());

it("a form that is refused unread does not hold up what the same connection asks next", async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (method: string, path: string, body = "") =>
    new Promise<{ status: number; isReused: boolean }>((resolve, reject) => {
      const headers = {
        origin: web.url,
        "content-type": "application/x-www-form-urlencoded",
        "content-length": Buffer.byteLength(body),
      };
      const { hostname, port } = new URL(web.url);
      const asked = plainRequest({ hostname, port, agent, method, path, headers }, (answer) => {
        answer
          .resume()
          .once("end", () => resolve({ status: answer.statusCode ?? 0, isReused: asked.reusedSocket }));
      });
      // why an error: a connection that is held up is closed by the server in the end, and this asks only once.
      asked.once("error", reject).end(body);
    });
  const large = `note=${"x".repeat(1_500_000)}`;
  expect(await ask("POST", "/vendors/new", large)).toMatchObject({ status: 401 });
  expect(await ask("GET", "/healthz")).toEqual({ status: 200, isReused: true });
  agent.destroy();
});

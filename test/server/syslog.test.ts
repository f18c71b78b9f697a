import dgram from "node:dgram";
import net from "node:net";
import { expect, it } from "vitest";
import { dayInTokyo } from "~/domain/day";
import { createHeadTeller, headLine, type Syslog } from "~/server/syslog";
import { parseSyslogEnv } from "~/server/syslog-env";
import { auditHead } from "~/use-cases/audit-head.server";
import { runDay } from "~/use-cases/schedule.server";
import { testHospital } from "../support/ports";

const told = { seq: 12, hash: "a".repeat(64), at: "2026-11-24T01:00:00.000Z" };

it("is one line of RFC 5424, with the head and nothing else", () => {
  expect(headLine(told, { host: "buntan 病院", process: 7 })).toBe(
    `<110>1 2026-11-24T01:00:00.000Z buntan buntan 7 audit-head - 12:${"a".repeat(64)}`,
  );
  expect(headLine(told, { host: "", process: 7 })).toContain(" - buntan 7 ");
});

it("leaves with the day's work as a datagram", async () => {
  const { ports, admin } = await testHospital();
  const server = dgram.createSocket("udp4");
  await new Promise<void>((resolve) => server.bind(0, "127.0.0.1", resolve));
  const heard = new Promise<string>((resolve) => server.once("message", (each) => resolve(each.toString())));
  const syslog: Syslog = { protocol: "udp", host: "127.0.0.1", port: server.address().port };
  await runDay({ ...ports, tellHead: createHeadTeller(syslog) }, admin, dayInTokyo(ports.now()));
  const head = await auditHead(ports);
  expect(await heard).toMatch(new RegExp(` audit-head - ${head?.seq}:${head?.hash}$`));
  server.close();
});

it("goes over TCP with its length before it, and a log that is away is told", async () => {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const heard = new Promise<string>((resolve) =>
    server.once("connection", (socket) => {
      const chunks: Buffer[] = [];
      socket.on("data", (chunk) => chunks.push(chunk));
      socket.on("end", () => resolve(Buffer.concat(chunks).toString()));
    }),
  );
  const syslog: Syslog = { protocol: "tcp", host: "127.0.0.1", port: address.port };
  await createHeadTeller(syslog)(told);
  const [, length, line] = /^(\d+) (.+)$/s.exec(await heard) ?? [];
  expect(line).toContain(`12:${told.hash}`);
  expect(Buffer.byteLength(line ?? "")).toBe(Number(length));
  await new Promise((resolve) => server.close(resolve));
  await expect(createHeadTeller(syslog)(told)).rejects.toThrow();
});

it("is configured as udp or tcp with a port", () => {
  const at = (text: string) => parseSyslogEnv({ BUNTAN_SYSLOG: text });
  expect(parseSyslogEnv({})).toBeNull();
  expect(at("udp://log.hospital.example:514")).toEqual({
    protocol: "udp",
    host: "log.hospital.example",
    port: 514,
  });
  expect(at("tcp://[::1]:601")).toEqual({ protocol: "tcp", host: "::1", port: 601 });
  for (const wrong of ["log:514", "http://log:514", "udp://log", "udp://log:0"]) expect(at(wrong)).toBeNull();
});

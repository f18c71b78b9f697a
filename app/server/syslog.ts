import dgram from "node:dgram";
import net from "node:net";
import os from "node:os";
import type { TellHead } from "~/use-cases/audit-head.server";

export type Syslog = { protocol: "udp" | "tcp"; host: string; port: number };

const PATIENCE_MS = 10_000;
/** Facility 13 (log audit), severity 6 (informational): 13 × 8 + 6 (RFC 5424, 6.2.1). */
const PRIORITY = 110;

/**
 * One RFC 5424 line with the head of the audit log: number and hash, nothing of any record.
 * @param head.at UTC moment of the newest entry
 */
export function headLine(
  head: { seq: number; hash: string; at: string },
  from: { host: string; process: number },
): string {
  const host = from.host.replace(/[^\x21-\x7e]/g, "").slice(0, 255) || "-";
  return `<${PRIORITY}>1 ${head.at} ${host} buntan ${from.process} audit-head - ${head.seq}:${head.hash}`;
}

/** Sends the head to a log on another machine: a datagram, or over TCP with its length before it (RFC 6587). */
export function createHeadTeller(syslog: Syslog): TellHead {
  return async (head) => {
    const line = headLine(head, { host: os.hostname(), process: process.pid });
    await (syslog.protocol === "udp" ? byDatagram(syslog, line) : byStream(syslog, line));
  };
}

function byDatagram({ host, port }: Syslog, line: string): Promise<void> {
  const socket = dgram.createSocket(net.isIPv6(host) ? "udp6" : "udp4");
  return new Promise<void>((resolve, reject) => {
    socket.once("error", reject);
    socket.send(line, port, host, (error) => (error ? reject(error) : resolve()));
  }).finally(() => socket.close());
}

function byStream({ host, port }: Syslog, line: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, host);
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error("syslog says nothing")));
    socket.once("error", reject);
    socket.once("close", (hadError) => (hadError ? undefined : resolve()));
    socket.end(`${Buffer.byteLength(line)} ${line}`);
    socket.resume();
  });
}

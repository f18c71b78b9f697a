import { z } from "zod";
import type { Syslog } from "./syslog";

/** The log on another machine that keeps the head of the audit log, by choice. */
export const syslogVariables = {
  /** `udp://log.hospital.example:514` or `tcp://…:601`. */
  BUNTAN_SYSLOG: z
    .string()
    .refine((text) => syslogAt(text) !== null, "must be udp://host:port or tcp://host:port")
    .optional(),
};

/** @returns null when none is configured */
export function parseSyslogEnv(given: z.infer<z.ZodObject<typeof syslogVariables>>): Syslog | null {
  return given.BUNTAN_SYSLOG === undefined ? null : syslogAt(given.BUNTAN_SYSLOG);
}

function syslogAt(text: string): Syslog | null {
  const found = /^(udp|tcp):\/\/(?:\[([0-9a-f:]+)\]|([\w.-]+)):(\d{1,5})$/i.exec(text);
  const port = Number(found?.[4]);
  if (!found || port < 1 || port > 65_535) return null;
  return { protocol: found[1] === "tcp" ? "tcp" : "udp", host: found[2] ?? found[3] ?? "", port };
}

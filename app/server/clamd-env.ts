import { z } from "zod";
import type { Clamd } from "./clamd";

/** The virus scanner, by choice. */
export const clamdVariables = {
  /** `tcp://127.0.0.1:3310`, or `unix:/run/clamav/clamd.ctl`. */
  BUNTAN_CLAMD: z
    .string()
    .refine((text) => clamdAt(text) !== null, "must be tcp://host:port or unix:/path")
    .optional(),
};

/** @returns null when none is configured: files are then shown as not scanned */
export function parseClamdEnv(given: z.infer<z.ZodObject<typeof clamdVariables>>): Clamd | null {
  return given.BUNTAN_CLAMD === undefined ? null : clamdAt(given.BUNTAN_CLAMD);
}

function clamdAt(text: string): Clamd | null {
  const socketPath = /^unix:(\/.+)$/.exec(text)?.[1];
  if (socketPath !== undefined) return { socketPath };
  const found = /^tcp:\/\/(?:\[([0-9a-f:]+)\]|([\w.-]+)):(\d{1,5})$/i.exec(text);
  const port = Number(found?.[3]);
  if (!found || port < 1 || port > 65_535) return null;
  return { host: found[1] ?? found[2] ?? "", port };
}

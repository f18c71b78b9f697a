import { z } from "zod";

/** The hospital's own identity provider; all three or none. */
export const oidcVariables = {
  /** Issuer, as its discovery document says it: `https://login.hospital.example/realms/staff`. */
  BUNTAN_OIDC_ISSUER: z
    .string()
    .refine((text) => URL.canParse(text), "must be the issuer's address")
    .optional(),
  BUNTAN_OIDC_CLIENT_ID: z.string().min(1).max(200).optional(),
  BUNTAN_OIDC_CLIENT_SECRET: z.string().min(1).max(1000).optional(),
};

export type OidcSettings = { issuer: string; clientId: string; clientSecret: string };

/**
 * @param baseUrl where browsers reach this program: the way back has to be known before anybody goes
 * @throws Error when some of the three are missing, or the issuer speaks no TLS (loopback aside)
 */
export function parseOidcEnv(
  given: z.infer<z.ZodObject<typeof oidcVariables>>,
  baseUrl: string | null,
): OidcSettings | null {
  const { BUNTAN_OIDC_ISSUER: issuer, BUNTAN_OIDC_CLIENT_ID: clientId } = given;
  const clientSecret = given.BUNTAN_OIDC_CLIENT_SECRET;
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return null;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined)
    throw new Error(
      "BUNTAN_OIDC_ISSUER, BUNTAN_OIDC_CLIENT_ID and BUNTAN_OIDC_CLIENT_SECRET belong together",
    );
  if (baseUrl === null) throw new Error("BUNTAN_BASE_URL: the address of this program is needed for OIDC");
  const { protocol, hostname } = new URL(issuer);
  const isLoopback = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  if (protocol !== "https:" && !isLoopback) throw new Error("BUNTAN_OIDC_ISSUER: must be https");
  return { issuer, clientId, clientSecret };
}

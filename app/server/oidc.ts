import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import type { Provider } from "~/use-cases/provider";
import type { OidcSettings } from "./oidc-env";

/**
 * The hospital's identity provider over OpenID Connect: authorisation code with PKCE (S256), state and nonce. Its
 * discovery document is read at the first sign-in, so that the program starts while the provider is away; a failure is
 * not kept. The signature of every ID token is checked with the issuer's published keys, although it came over TLS.
 */
export function createProvider(settings: OidcSettings): Provider {
  let found: Promise<Configuration> | null = null;
  const configuration = () => {
    found ??= discover(settings).catch((error: unknown) => {
      found = null;
      throw error;
    });
    return found;
  };
  return {
    async begin(callback) {
      const trip = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const address = buildAuthorizationUrl(await configuration(), {
        redirect_uri: callback,
        scope: "openid",
        code_challenge: await calculatePKCECodeChallenge(trip.verifier),
        code_challenge_method: "S256",
        state: trip.state,
        nonce: trip.nonce,
      });
      return { address: address.href, trip };
    },
    async finish(returned, trip) {
      try {
        const tokens = await authorizationCodeGrant(await configuration(), returned, {
          pkceCodeVerifier: trip.verifier,
          expectedState: trip.state,
          expectedNonce: trip.nonce,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        return claims ? { issuer: claims.iss, subject: claims.sub } : null;
      } catch {
        return null;
      }
    },
  };
}

function discover(settings: OidcSettings): Promise<Configuration> {
  const server = new URL(settings.issuer);
  // why: the environment lets plain HTTP through for this machine only (`parseOidcEnv`).
  const reach = server.protocol === "http:" ? [allowInsecureRequests] : [];
  const execute = [...reach, enableNonRepudiationChecks];
  return discovery(server, settings.clientId, settings.clientSecret, undefined, { execute });
}

declare module "oidc-provider" {
  import type { RequestListener } from "node:http";
  /** The part of the provider that tests use. */
  export default class Provider {
    constructor(
      issuer: string,
      configuration: {
        clients: { client_id: string; client_secret: string; redirect_uris: string[] }[];
        pkce: { required: () => boolean };
        features: { devInteractions: { enabled: boolean } };
        cookies: { keys: string[] };
        findAccount: (context: unknown, sub: string) => { accountId: string; claims: () => { sub: string } };
      },
    );
    callback(): RequestListener;
  }
}

/** What is kept between going to the identity provider and coming back. */
export type ProviderTrip = { state: string; nonce: string; verifier: string };

/** The hospital's own identity provider (OpenID Connect): authorisation code with PKCE, state and nonce. */
export type Provider = {
  /** Where the browser goes, and what has to be remembered until it comes back. */
  begin(callback: string): Promise<{ address: string; trip: ProviderTrip }>;
  /**
   * Proves what came back.
   * @param returned the whole address the browser came back to
   * @returns issuer and subject, which name a person for good; null when anything does not fit
   */
  finish(returned: URL, trip: ProviderTrip): Promise<{ issuer: string; subject: string } | null>;
};

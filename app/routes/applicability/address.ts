/** The page's address with some of its state changed; anything not named stays at its beginning. */
export function applicabilityAddress(state: {
  ref: string;
  system?: string | undefined;
  page?: number;
}): string {
  const params = new URLSearchParams({ guideline: state.ref });
  if (state.system) params.set("system", state.system);
  if (state.page && state.page > 1) params.set("page", String(state.page));
  return `/applicability?${params}`;
}

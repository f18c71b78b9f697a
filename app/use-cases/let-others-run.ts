/**
 * Lets other work of the process go first: pages that were asked for meanwhile. The local database answers at once,
 * so a long chain of statements never leaves the event loop by itself.
 */
export const letOthersRun = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Work between two rests of a longer calculation, in milliseconds: about what one page takes. */
const TURN_MS = 5;

/** A rest that is taken only when the last one is long enough ago. */
export function restingNowAndThen(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < TURN_MS) return;
    await letOthersRun();
    last = performance.now();
  };
}

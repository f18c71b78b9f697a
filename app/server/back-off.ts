import { waitAfter } from "~/domain/sign-in";

/** More names than people ever sign in with; the oldest goes first, so that guessing fills no memory. */
const MOST_NAMES = 10_000;

/**
 * Wrong tries per name, whether anybody has it or not, so that waiting tells nobody which names exist.
 * @param now milliseconds
 */
export function createBackOff(now: () => number) {
  const tries = new Map<string, { wrong: number; until: number }>();
  return {
    answers: (name: string) => (tries.get(name)?.until ?? 0) <= now(),
    note(name: string, isRight: boolean) {
      const wrong = (tries.get(name)?.wrong ?? 0) + 1;
      tries.delete(name);
      if (isRight) return;
      tries.set(name, { wrong, until: now() + waitAfter(wrong) * 1000 });
      const oldest = tries.keys().next();
      if (tries.size > MOST_NAMES && !oldest.done) tries.delete(oldest.value);
    },
  };
}

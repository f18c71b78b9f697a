/** Numbers from 0 to 1 that are the same in every run with this seed (mulberry32). */
export type Random = {
  /** A whole number below `count`. */
  below(count: number): number;
  /** One of them; the list must not be empty. */
  of<T>(all: readonly T[]): T;
  /** Some of them, at most `count`, in their order. */
  some<T>(all: readonly T[], count: number): T[];
};

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(next() * count);
  return {
    below,
    of(all) {
      if (all.length === 0) throw new Error("nothing to choose from");
      return all[below(all.length)] as (typeof all)[number]; // parsed: a place below its length
    },
    some(all, count) {
      const left = all.map((_, at) => at);
      while (left.length > count) left.splice(below(left.length), 1);
      return all.filter((_, at) => left.includes(at));
    },
  };
}

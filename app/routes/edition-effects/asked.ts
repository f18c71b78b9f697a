import { editionEffects } from "~/domain/edition-effect";
import { parseListState } from "~/domain/list-query";

/** Editions, kind of effect and page out of the address; by default what needs somebody. */
export function askedEffects(url: string) {
  const state = parseListState(new URL(url).searchParams, { filters: ["from", "to", "kind"], sort: "" });
  const { from, to, kind } = state.filters;
  return {
    state,
    editions: { from: from ?? null, to: to ?? null },
    kind: editionEffects.find((each) => each === kind) ?? ("no-longer" as const),
  };
}

type Answered<E> = {
  disclosure: { id: string; product: string; form: string };
  systems: string[];
  effects: E[];
};

/** The effects of one kind over all disclosures, each with the disclosure it is about. */
export function effectRows<E extends { kind: string }>(answers: readonly Answered<E>[], kind: string) {
  return answers.flatMap(({ effects, ...rest }) =>
    effects.filter((each) => each.kind === kind).map((effect) => ({ ...rest, effect })),
  );
}

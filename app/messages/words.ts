import type { Language } from "../domain/scope.ts";
import { en } from "./en.ts";
import { ja } from "./ja.ts";

/** Strings of any content where the Japanese words have strings; functions keep their arguments. */
type Widened<T> = T extends string
  ? string
  : T extends (...args: infer A) => infer R
    ? (...args: A) => Widened<R>
    : { readonly [K in keyof T]: Widened<T[K]> };

/** All words of the interface. Japanese is the original; another language has exactly its keys. */
export type Words = Widened<typeof ja>;

const all: Readonly<Record<Language, Words>> = { ja, en };

/** The words of a language. */
export function wordsOf(language: Language): Words {
  return all[language];
}

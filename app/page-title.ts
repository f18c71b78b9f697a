import type { MetaArgs, MetaFunction } from "@remix-run/react";
import { type Language, languages } from "~/domain/scope";
import { type Words, wordsOf } from "~/messages/words";

/**
 * `<title>` of a page in the visitor's language.
 * @param title out of the words and the loader's data; "" for the product's name alone
 */
export function pageTitle<Loader = unknown>(
  title: (words: Words, data: MetaArgs<Loader>["data"]) => string,
): MetaFunction<Loader> {
  return ({ data, matches }) => {
    const root: unknown = matches.find((each) => each.id === "root")?.data;
    const words = wordsOf(languageIn(root));
    return [{ title: words.shell.title(title(words, data)) }];
  };
}

function languageIn(root: unknown): Language {
  const given: unknown =
    typeof root === "object" && root !== null && "language" in root ? root.language : undefined;
  return languages.find((each) => each === given) ?? "ja";
}

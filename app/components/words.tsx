import { createContext, type ReactNode, useContext } from "react";
import type { Language } from "~/domain/scope";
import { type Words, wordsOf } from "~/messages/words";

const LanguageContext = createContext<Language>("ja");

/** Set once, around the whole document. */
export function LanguageProvider(props: { language: Language; children: ReactNode }) {
  return <LanguageContext.Provider value={props.language}>{props.children}</LanguageContext.Provider>;
}

/** The language of whoever looks: the account's, else the cookie's, else Japanese. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** All words in that language. */
export function useWords(): Words {
  return wordsOf(useLanguage());
}

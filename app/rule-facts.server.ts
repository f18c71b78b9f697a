import type { Catalogues } from "./catalogues.server";
import { hasOfficialText } from "./domain/applicability";
import type { EditionRules } from "./domain/applicability-data";

/** Facts of an edition's catalogue that a page rests on, as it shows them; none while no edition names any. */
export function factsNamed(catalogues: Catalogues, keysOf: (rules: EditionRules) => readonly string[]) {
  const rules = catalogues.rules.applicability.find((each) => keysOf(each).length > 0);
  const guideline = rules && catalogues.guideline(rules.guideline);
  const keys = rules ? keysOf(rules) : [];
  return {
    facts: (guideline?.facts ?? [])
      .filter((each) => keys.includes(each.key))
      .map(({ key, text, sourceCount, source }) => ({ key, text, sourceCount, source })),
    isOfficialTextLoaded:
      guideline != null && hasOfficialText(catalogues.guidelines.values(), guideline.head.version),
  };
}

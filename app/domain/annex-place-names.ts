import type { AnnexTemplate } from "./annex-template.ts";

/**
 * Names of values inside sentences, as a person reads and writes them: `{{hospitalLabel}}` ⇄ ｛病院の呼び方｝,
 * `{{field.firstNoticeHours}}` ⇄ ｛記入欄：第1報まで｝, `{{ref:notice}}` ⇄ ｛条項：通知｝. Full-width braces, because a contract
 * never prints them.
 */
export type PlaceNames = {
  /** Every name that the sentences of this template can use, in the order of a list to choose from. */
  readonly names: readonly { name: string; shown: string }[];
  /** A stored sentence as shown. */
  readonly show: (text: string) => string;
  /** A typed sentence as stored; a name that nobody knows stays as typed and is refused when the template is checked. */
  readonly read: (text: string) => string;
};

type PlaceWords = {
  /** Placeholder → word. */
  values: Readonly<Record<string, string>>;
  field: (label: string) => string;
  section: (heading: string) => string;
  clause: (heading: string, key: string) => string;
};

/** @param known placeholders that the template's audience may name */
export function placeNamesOf(
  template: AnnexTemplate,
  known: readonly string[],
  words: PlaceWords,
): PlaceNames {
  const named: { name: string; shown: string }[] = [];
  const taken = new Set<string>();
  const add = (name: string, wanted: string) => {
    // why the code itself for a second one: two places of one name could not be told apart when read back.
    const shown = taken.has(wanted) ? name : wanted;
    taken.add(shown);
    named.push({ name, shown });
  };
  for (const name of known) add(name, words.values[name] ?? name);
  for (const field of template.fields)
    if (field.type !== "rows") add(`field.${field.key}`, words.field(field.label));
  for (const { key, heading, body } of template.sections) {
    add(`ref:${key}`, words.section(heading));
    for (const block of body)
      if (block.kind === "clause" && block.key !== undefined)
        add(`ref:${key}.${block.key}`, words.clause(heading, block.key));
  }
  const byName = new Map(named.map((each) => [each.name, each.shown]));
  const byShown = new Map(named.map((each) => [each.shown, each.name]));
  return {
    names: named,
    show: (text) =>
      text.replace(/\{\{([^{}]*)\}\}/g, (all, name: string) =>
        byName.has(name) ? `｛${byName.get(name)}｝` : all,
      ),
    read: (text) =>
      text.replace(/[｛{]+([^｛｝{}]*)[｝}]+/g, (_all, shown: string) => {
        const plain = shown.trim();
        return `{{${byShown.get(plain) ?? plain}}}`;
      }),
  };
}

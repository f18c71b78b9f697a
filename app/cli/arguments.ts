import { parseArgs } from "node:util";

/** Options of every verb; a verb refuses those that are not its own. */
const optionKinds = {
  json: "boolean",
  issue: "boolean",
  hospital: "string",
  as: "string",
  "product-version": "string",
  vendor: "string",
  product: "string",
  version: "string",
  "form-version": "string",
  "issued-on": "string",
  guideline: "string",
  contract: "string",
  template: "string",
  out: "string",
  head: "string",
  reason: "string",
  "key-file": "string",
  person: "string",
} as const;
export type OptionName = keyof typeof optionKinds;

export type Arguments = {
  /** What stands without a name, the verb left out. */
  words: string[];
  flags: ReadonlySet<OptionName>;
  values: ReadonlyMap<OptionName, string>;
};

/** The command was written wrongly; the message is for a person. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** @throws UsageError with the parser's own words, or naming an option the verb does not know */
export function parseArguments(args: readonly string[], known: readonly OptionName[]): Arguments {
  const options = Object.fromEntries(known.map((name) => [name, { type: optionKinds[name] }]));
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    const given = known.flatMap((name) => {
      const value: unknown = Reflect.get(parsed.values, name);
      return value === undefined ? [] : [{ name, value }];
    });
    return {
      words: parsed.positionals,
      flags: new Set(given.filter((each) => each.value === true).map((each) => each.name)),
      values: new Map(
        given.flatMap(({ name, value }) => (typeof value === "string" ? [[name, value] as const] : [])),
      ),
    };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

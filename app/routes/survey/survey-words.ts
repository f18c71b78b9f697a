import type { Words } from "~/messages/words";

/** An answer in words: options by their names, a number with its unit. */
export function answerWords({ surveys }: Words, value: string, unit: string): string {
  if (/^\d+$/.test(value)) return `${value}${unit}`;
  const names = value.split(",").map((each) => surveys.options[each] ?? each);
  return names.join("・");
}

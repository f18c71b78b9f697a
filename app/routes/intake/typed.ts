/** What was typed into a field before, or what the page proposes. */
export function textOf(
  typed: Readonly<Record<string, string | string[]>>,
  name: string,
  proposed: string,
): string {
  const value = typed[name];
  return (Array.isArray(value) ? value[0] : value) ?? proposed;
}

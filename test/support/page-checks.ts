import type { TestPorts } from "./ports";
import type { Visitor } from "./web";

/** What a person reads of a page: without the marks React puts between texts. */
export async function readPage(visitor: Visitor, path: string): Promise<string> {
  return plainText(await visitor.get(path));
}

export async function plainText(answer: Response): Promise<string> {
  return (await answer.text()).replaceAll("<!-- -->", "");
}

/** How many statements one visit of a page asks of the database; the page has to open. */
export async function queriesOf(ports: TestPorts, visitor: Visitor, path: string): Promise<number> {
  const before = ports.queries.count;
  const answer = await visitor.get(path);
  await answer.text();
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  return ports.queries.count - before;
}

/** The sentence a page shows beside a field, or null: a problem is tied to its control by its id. */
export function problemBeside(html: string, field: string): string | null {
  const at = html.indexOf(`id="field-${field}-problem"`);
  if (at < 0) return null;
  const inner = html.slice(html.indexOf(">", at) + 1, at + 600);
  return inner.slice(0, inner.indexOf("</")).replace(/<[^>]+>/g, "");
}

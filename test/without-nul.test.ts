import { PassThrough, type Transform } from "node:stream";
import { createElement } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { expect, it } from "vitest";
import { withoutNul } from "~/without-nul.server";

/** Many short texts, as a list has them: React gathers those in its buffer. */
async function rendered(body: Transform, lines: readonly string[]): Promise<string> {
  const items = lines.map((line) => createElement("li", { key: line, title: line }, line));
  const { pipe } = renderToPipeableStream(createElement("ul", null, items), {
    onShellReady: () => pipe(body),
  });
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

const lines = Array.from({ length: 500 }, (_, at) => `${at}役割分担確認表の${"行".repeat(at % 7)}`);

it("a page of Japanese text arrives as it was written, wherever its characters fall in React's buffer", async () => {
  const written = lines.map((line) => `<li title="${line}">${line}</li>`).join("");
  expect(await rendered(withoutNul(), lines)).toBe(`<ul>${written}</ul>`);
});

it("is still needed: React's own stream holds NUL bytes", async () => {
  expect(await rendered(new PassThrough(), lines)).toContain("\u0000");
});

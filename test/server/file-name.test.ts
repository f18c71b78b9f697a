import { expect, it } from "vitest";
import { contentDisposition } from "~/file-reply.server";

it("a name of a file stays a name in the header: no line, no quote, no second parameter gets out of it", () => {
  const hostile = '開示書"; filename=evil.html\r\nX-Evil: 1\\%/..\u{d800}.xlsx';
  const value = contentDisposition(hostile, "attachment");
  expect(value).toMatch(/^attachment; filename="[\x20-\x21\x23-\x7e]*"; filename\*=UTF-8''[\w.~!*%-]+$/);
  const plain = /filename="([^"]*)"/.exec(value)?.[1] ?? "";
  expect(plain).not.toMatch(/[\\%;/]/);
  const encoded = /filename\*=UTF-8''(.*)$/.exec(value)?.[1] ?? "";
  expect(decodeURIComponent(encoded)).toBe(hostile.replace("\u{d800}", "_"));
  expect(new Headers({ "content-disposition": value }).get("content-disposition")).toBe(value);
});

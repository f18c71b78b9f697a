import { Transform } from "node:stream";

/**
 * Drops NUL bytes from a stream of UTF-8 HTML, in which none can stand.
 * why: React 18 writes its buffer to the full length when a character of several bytes does not fit at the
 * end, and the unused bytes go out as NUL (facebook/react#24985, mended in React 19 only). Japanese pages meet
 * it on every few kilobytes; inside an attribute or a script a browser shows U+FFFD for it.
 */
export function withoutNul(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}

import type { Pixels } from "./draw-page.ts";

/** The picture at most this wide, each new pixel the mean of those it stands for; see-through becomes white. */
export function smaller(given: Pixels, width: number): Pixels {
  const step = Math.max(1, Math.ceil(given.width / width));
  const size = {
    width: Math.floor(given.width / step),
    height: Math.max(1, Math.floor(given.height / step)),
  };
  const data = new Uint8Array(size.width * size.height * 4);
  for (let y = 0; y < size.height; y += 1) {
    for (let x = 0; x < size.width; x += 1) {
      mean(given, x * step, y * step, step, data, (y * size.width + x) * 4);
    }
  }
  return { ...size, data };
}

function mean(from: Pixels, left: number, top: number, step: number, into: Uint8Array, at: number): void {
  let [red, green, blue, count] = [0, 0, 0, 0];
  for (let y = top; y < Math.min(top + step, from.height); y += 1) {
    for (let x = left; x < Math.min(left + step, from.width); x += 1) {
      const place = (y * from.width + x) * 4;
      const cover = (from.data[place + 3] ?? 255) / 255;
      red += (from.data[place] ?? 0) * cover + 255 * (1 - cover);
      green += (from.data[place + 1] ?? 0) * cover + 255 * (1 - cover);
      blue += (from.data[place + 2] ?? 0) * cover + 255 * (1 - cover);
      count += 1;
    }
  }
  into[at] = red / count;
  into[at + 1] = green / count;
  into[at + 2] = blue / count;
  into[at + 3] = 255;
}

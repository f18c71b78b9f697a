import { PNG } from "pngjs";

/** A picture without any text layer: grey lines on white, as a scanner leaves them. */
export function scannedPage(width = 620, height = 877): Uint8Array {
  const image = new PNG({ width, height });
  for (let at = 0; at < width * height; at += 1) {
    const isLine = Math.floor(at / width) % 40 === 0 && at % width > 40 && at % width < width - 40;
    image.data.fill(isLine ? 120 : 255, at * 4, at * 4 + 3);
    image.data[at * 4 + 3] = 255;
  }
  return new Uint8Array(PNG.sync.write(image));
}

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** Debian's libjaxb-java, which Java no longer brings and veraPDF needs. */
const jars = [
  "jaxb-api",
  "jaxb-runtime",
  "jaxb-core",
  "txw2",
  "istack-commons-runtime",
  "javax.activation",
].map((name) => `/usr/share/java/${name}.jar`);
const library = fileURLToPath(
  new URL("../../node_modules/@opendataloader/pdf/lib/opendataloader-pdf-cli.jar", import.meta.url),
);
const program = fileURLToPath(new URL("vera-pdf.java", import.meta.url));

/** Why veraPDF cannot run here; null when it can. */
export function whyNoVera(): string | null {
  const missing = [library, ...jars].filter((each) => !existsSync(each));
  if (missing.length > 0) return `no ${missing.map((each) => path.basename(each)).join(", ")}`;
  try {
    execFileSync("javac", ["-version"], { stdio: "ignore" });
    return null;
  } catch {
    return "no Java compiler";
  }
}

/**
 * What veraPDF says of each file under each flavour (`3a`, `ua1`): `PASS 3a name.pdf` or `FAIL [6.2.11-1] 3a name.pdf`.
 * One Java process for all of them: its start costs more than a file.
 */
export function veraReport(files: ReadonlyMap<string, Uint8Array>, flavours: readonly string[]): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), "buntan-vera-"));
  try {
    const paths = [...files].map(([name, bytes]) => {
      const file = path.join(folder, `${name}.pdf`);
      writeFileSync(file, bytes);
      return file;
    });
    const args = ["-cp", [library, ...jars].join(":"), program, flavours.join(","), ...paths];
    return execFileSync("java", args, { encoding: "utf8", maxBuffer: 1 << 26 })
      .trim()
      .split("\n");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

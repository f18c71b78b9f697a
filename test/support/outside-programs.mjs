import { accessSync, constants } from "node:fs";
import path from "node:path";
import { runCaptured } from "../../app/cli/child-process.mjs";

// Programs that the tests drive and npm cannot bring. Names of packages are Debian's and Ubuntu's.

/** @typedef {{ name: string, debianPackage: string, isThere: () => Promise<boolean> }} OutsideProgram */

/** @type {OutsideProgram[]} */
export const outsidePrograms = [
  { name: "Chromium", debianPackage: "chromium", isThere: async () => findChromium() !== null },
  { name: "pdftoppm", debianPackage: "poppler-utils", isThere: async () => findInPath("pdftoppm") !== null },
  {
    name: "pdftotext",
    debianPackage: "poppler-utils",
    isThere: async () => findInPath("pdftotext") !== null,
  },
  { name: "pdfsig", debianPackage: "poppler-utils", isThere: async () => findInPath("pdfsig") !== null },
  { name: "openssl", debianPackage: "openssl", isThere: async () => findInPath("openssl") !== null },
  { name: "qpdf", debianPackage: "qpdf", isThere: async () => findInPath("qpdf") !== null },
  { name: "LibreOffice Calc", debianPackage: "libreoffice-calc", isThere: hasLibreOfficeCalc },
  { name: "fc-list", debianPackage: "fontconfig", isThere: async () => findInPath("fc-list") !== null },
  { name: "a Japanese font", debianPackage: "fonts-noto-cjk", isThere: hasJapaneseFont },
];

/**
 * What a few checks use when it is there and name as missing when it is not.
 *
 * @type {OutsideProgram[]}
 */
export const optionalPrograms = [
  {
    name: "LibreOffice Writer",
    debianPackage: "libreoffice-writer",
    isThere: async () => isReadable("/usr/lib/libreoffice/program/libswlo.so"),
  },
  {
    name: "Java compiler (veraPDF)",
    debianPackage: "default-jdk-headless",
    isThere: async () => findInPath("javac") !== null,
  },
  {
    name: "JAXB (veraPDF)",
    debianPackage: "libjaxb-java",
    isThere: async () => isReadable("/usr/share/java/jaxb-api.jar"),
  },
];

/**
 * The path of the browser the tests drive, or null. BUNTAN_CHROMIUM names another one.
 *
 * @returns {string | null}
 */
export function findChromium() {
  const named = process.env.BUNTAN_CHROMIUM;
  if (named) return isExecutable(named) ? named : null;
  if (isExecutable("/usr/bin/chromium")) return "/usr/bin/chromium";
  for (const name of ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]) {
    const found = findInPath(name);
    if (found) return found;
  }
  return null;
}

/**
 * The absolute path of a program in PATH, or null.
 *
 * @param {string} name
 * @returns {string | null}
 */
export function findInPath(name) {
  for (const folder of (process.env.PATH ?? "").split(path.delimiter)) {
    const file = path.join(folder, name);
    if (folder && isExecutable(file)) return file;
  }
  return null;
}

/** @param {OutsideProgram[]} programs */
export async function missingPrograms(programs = outsidePrograms) {
  const there = await Promise.all(programs.map((program) => program.isThere()));
  return programs.filter((_, index) => !there[index]);
}

/**
 * The command a person runs to get what is missing.
 *
 * @param {OutsideProgram[]} missing
 */
export function installCommand(missing) {
  return `sudo apt-get install --no-install-recommends ${packagesOf(missing).join(" ")}`;
}

/**
 * Installs what is missing by apt-get; only for root on a CI machine.
 *
 * @param {OutsideProgram[]} missing
 * @returns {Promise<string>} what apt-get printed
 */
export async function installPrograms(missing) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const update = await runCaptured("apt-get", ["update", "-q"], { env });
  const args = ["install", "-y", "-q", "--no-install-recommends", ...packagesOf(missing)];
  const install = await runCaptured("apt-get", args, { env });
  return `${update.output}\n${install.output}`;
}

/** @param {OutsideProgram[]} missing */
function packagesOf(missing) {
  return [...new Set(missing.map((program) => program.debianPackage))].sort();
}

/** soffice may be there with Writer only; the Calc part is a file of its own beside it. */
async function hasLibreOfficeCalc() {
  if (!findInPath("soffice")) return false;
  const parts = ["/usr/lib/libreoffice/program/libsclo.so", "/usr/lib64/libreoffice/program/libsclo.so"];
  return findInPath("localc") !== null || parts.some(isReadable);
}

async function hasJapaneseFont() {
  if (!findInPath("fc-list")) return false;
  const { output } = await runCaptured("fc-list", [":lang=ja", "family"]);
  return output.trim() !== "";
}

/** @param {string} file */
function isExecutable(file) {
  return isAllowed(file, constants.X_OK);
}

/** @param {string} file */
function isReadable(file) {
  return isAllowed(file, constants.R_OK);
}

/**
 * @param {string} file
 * @param {number} mode
 */
function isAllowed(file, mode) {
  try {
    accessSync(file, mode);
    return true;
  } catch {
    return false;
  }
}

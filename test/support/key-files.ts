import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

type Wish = {
  password: string;
  subject?: string;
  /** As Windows and old tools write it: 3DES and RC2. */
  isLegacy?: boolean;
  isEllipticCurve?: boolean;
  iterations?: number;
};

/** The demo clock of tests stands before today: the certificates hold from 2020 on. */
const validity = ["-startdate", "20200101000000Z", "-enddate", "20450101000000Z"];
const authority = (folder: string) => `[ca]
default_ca = own
[own]
database = ${folder}/index
serial = ${folder}/serial
new_certs_dir = ${folder}
default_md = sha256
policy = any
[any]
countryName = optional
organizationName = optional
commonName = optional
`;

/** A PKCS#12 file as a hospital has it, made by openssl with a certificate signed by its own key. */
export function keyFile({
  password,
  subject = "/C=JP/O=みずうみ市立病院/CN=髙橋 花子",
  ...wish
}: Wish): Uint8Array {
  const folder = mkdtempSync(path.join(tmpdir(), "buntan-key-"));
  const file = (name: string) => path.join(folder, name);
  const openssl = (...args: string[]) => execFileSync("openssl", args, { stdio: "pipe" });
  try {
    writeFileSync(file("index"), "");
    writeFileSync(file("serial"), "1000\n");
    writeFileSync(file("config"), authority(folder));
    const kind = wish.isEllipticCurve
      ? ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
      : ["-newkey", "rsa:2048"];
    openssl(
      "req",
      "-new",
      ...kind,
      "-nodes",
      "-keyout",
      file("key"),
      "-out",
      file("asked"),
      "-utf8",
      "-subj",
      subject,
    );
    const own = ["-selfsign", "-batch", "-notext", "-utf8", "-config", file("config")];
    openssl("ca", ...own, "-keyfile", file("key"), "-in", file("asked"), "-out", file("cert"), ...validity);
    const parts = ["-inkey", file("key"), "-in", file("cert"), "-out", file("p12")];
    const iterations = wish.iterations === undefined ? [] : ["-iter", String(wish.iterations)];
    const form = [...(wish.isLegacy ? ["-legacy"] : []), ...iterations];
    openssl("pkcs12", "-export", ...form, ...parts, "-passout", `pass:${password}`);
    return new Uint8Array(readFileSync(file("p12")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

let made: Uint8Array | null = null;

/** The same file for every test that only needs one; its password is 「ひみつ1」. */
export function hospitalKey(): { fileName: string; bytes: Uint8Array } {
  made ??= keyFile({ password: "ひみつ1" });
  return { fileName: "病院.p12", bytes: made };
}

import { z } from "zod";

/** Name of the form; a program that reads exports knows by it what it has before it. */
export const EXPORT_FORM = "buntan-export-1";

/**
 * Tables that stay behind: they open doors or name browsers, and nobody can be told by them what was agreed. After an
 * import people get a new way in by `lost-sign-in`; a vendor has the link he was sent (its hash is a record of the request).
 */
export const leftBehind: readonly string[] = [
  "account_link",
  "calendar_feed",
  "recovery_code",
  "session",
  "sign_in_step",
  "totp_seed",
  "vendor_session",
];

/** Columns that are emptied, by table: proofs of a password, a code that is still under way. */
export const emptied: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  account: { password_hash: "" },
  mail: { code: "" },
};

/** Bytes live in files of their own, named by their SHA-256; this table is made from them again. */
export const BLOB_TABLE = "blob_chunk";

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** `manifest.json`: what the export holds, with a hash of each file of it. */
export const exportManifestSchema = z.strictObject({
  form: z.literal(EXPORT_FORM),
  takenAt: z.string(),
  /** Hashes of the migrations, in their order: an import goes into the same state only. */
  migrations: z.array(z.string()),
  /** Last number the audit log gave out. */
  lastAudit: z.number().int(),
  tables: z.array(
    z.strictObject({
      name: z.string().regex(/^[a-z_]+$/),
      columns: z.array(z.string().regex(/^[a-z_0-9]+$/)),
      rows: z.number().int(),
      sha256: hash,
    }),
  ),
  files: z.array(z.strictObject({ groupId: z.string(), sha256: hash, size: z.number().int() })),
});
export type ExportManifest = z.infer<typeof exportManifestSchema>;

/** One line of a table's file: the values in the order of the manifest's columns. */
export const exportRowSchema = z.array(z.union([z.string(), z.number(), z.null()]));
export type ExportRow = z.infer<typeof exportRowSchema>;

import { inventedForm } from "./form-editions";

/** The invented form as JSON under a version of its own, the way it would be exported. */
export function inventedVersionJson(version: string): { fileName: string; bytes: Uint8Array } {
  const form = inventedForm("5.0");
  const text = JSON.stringify({ ...form, head: { ...form.head, version } });
  return { fileName: `test-mds_${version}.json`, bytes: new TextEncoder().encode(text) };
}

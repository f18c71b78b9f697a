import type { Scope } from "~/domain/scope";
import {
  openTemplateDraft,
  publishTemplate,
  showTemplateDraft,
  writeTemplateDraft,
} from "~/use-cases/edit-annex-template.server";
import type { Ports } from "~/use-cases/ports.server";
import { expectDone } from "./ports";

export const versionWords = {
  issuer: (name: string) => name,
  source: (ref: string) => `${ref} を改めたもの`,
};

/** A version of the hospital's own with other wording at some places; answers its ref. */
export async function ownWording(
  ports: Ports,
  scope: Scope,
  basis: string,
  fields: Readonly<Record<string, string>>,
): Promise<string> {
  const { draftId } = expectDone(await openTemplateDraft(ports, scope, { basis }));
  const version = await versionOf(ports, scope, draftId);
  expectDone(await writeTemplateDraft(ports, scope, { draftId, version, fields, act: null }));
  const next = { draftId, version: version + 1, note: "法務の指摘", words: versionWords };
  return expectDone(await publishTemplate(ports, scope, next)).ref;
}

export async function versionOf(ports: Ports, scope: Scope, draftId: string): Promise<number> {
  return expectDone(await showTemplateDraft(ports, scope, { draftId })).draft.version;
}

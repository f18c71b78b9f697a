import type { Scope } from "~/domain/scope";
import {
  addMappingLine,
  beginMapping,
  decideMappingLine,
  publishMapping,
  showMapping,
} from "~/use-cases/mappings.server";
import type { Ports } from "~/use-cases/ports.server";
import { expectDone } from "./ports";

export type TestLine = { requirement: string; questions: string[]; relation?: "covers" | "touches" };

/** Publishes a mapping of these lines as a person would; what the printed clauses propose is turned down. */
export async function publishTestMapping(
  ports: Ports,
  scope: Scope,
  ends: { from: string; to: string },
  lines: readonly TestLine[],
): Promise<string> {
  const { draftId } = expectDone(await beginMapping(ports, scope, ends));
  const version = async () => expectDone(await showMapping(ports, scope, { draftId })).version;
  const raw = { rule: "all-yes", acceptsNotApplicable: true, reason: "試験の対応" };
  for (const { requirement, questions, relation = "covers" } of lines) {
    const line = { draftId, version: await version(), requirement, questions, raw: { ...raw, relation } };
    expectDone(await addMappingLine(ports, scope, line));
  }
  for (const { id: lineId, state } of expectDone(await showMapping(ports, scope, { draftId })).lines) {
    if (state !== "proposed") continue;
    const decided = { draftId, version: await version(), lineId, isTaken: false };
    expectDone(await decideMappingLine(ports, scope, { ...decided, raw: { ...raw, relation: "touches" } }));
  }
  return expectDone(await publishMapping(ports, scope, { draftId, version: await version() })).ref;
}

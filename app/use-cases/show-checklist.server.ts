import {
  answersOfResponse,
  findChecklistResponse,
  unreadOfResponse,
} from "#db/queries/checklist-responses.server";
import { systemNames } from "#db/queries/requests.server";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { cataloguesOf } from "./catalogues.server";
import type { Ports } from "./ports.server";
import { systemIdsOf } from "./requests.server";

export type ShownChecklist =
  Awaited<ReturnType<typeof showChecklistResponse>> extends Result<infer T> ? T : never;

/** 点検回答を見る: one answered checklist with its rows, in a constant number of queries. Problems: not-found. */
export async function showChecklistResponse(ports: Ports, scope: Scope, input: { responseId: string }) {
  const found = await findChecklistResponse(ports.db, scope, input.responseId);
  if (!found) return failed(problem("not-found"));
  const [answers, unread, systems, catalogues] = await Promise.all([
    answersOfResponse(ports.db, scope, found.id),
    unreadOfResponse(ports.db, scope, found.id),
    systemNames(ports.db, scope, systemIdsOf(found.systemIds)),
    cataloguesOf(ports, scope),
  ]);
  const edition = found.checklistRef === null ? null : catalogues.checklists.get(found.checklistRef);
  return done({ response: found, answers, unread, systems, edition: edition?.head.title ?? null });
}

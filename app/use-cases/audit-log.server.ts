import { verifyChain } from "#db/audit-chain";
import {
  type AuditFilter,
  countLog,
  logToExport,
  nounsOfLog,
  pageOfLog,
  peopleOfLog,
} from "#db/queries/audit-log.server";
import { findSetting } from "#db/queries/mail.server";
import type { ChainCheck } from "~/domain/audit-chain";
import { isRealDay } from "~/domain/day";
import { done, failed, problem, type Result } from "~/domain/problem";
import { may } from "~/domain/rights";
import type { Scope } from "~/domain/scope";
import { letOthersRun } from "./let-others-run";
import type { Ports } from "./ports.server";
import { record } from "./record.server";

export type { AuditFilter } from "#db/queries/audit-log.server";

/** The log tells what people did all day: not everybody's to read. */
const forbidden = problem("forbidden", { needed: "audit:see" });

/** Unreadable days ask for nothing, as everywhere in lists. */
function readable(filter: AuditFilter): AuditFilter {
  const day = (text: string) => (isRealDay(text) ? text : "");
  return { ...filter, fromOn: day(filter.fromOn), toOn: day(filter.toOn) };
}

/**
 * 監査ログ: a page of what was done, newest first, with what the filters can be set to.
 * @param query.page from 1
 * @returns Problems: forbidden
 */
export async function listAudit(
  ports: Ports,
  scope: Scope,
  query: { filter: AuditFilter; page: number; pageSize: number },
) {
  if (!may(scope, "audit:see")) return failed(forbidden);
  const filter = readable(query.filter);
  const page = { offset: (query.page - 1) * query.pageSize, limit: query.pageSize };
  const [rows, total, people, nouns, setting] = await Promise.all([
    pageOfLog(ports.db, scope, filter, page),
    countLog(ports.db, scope, filter),
    peopleOfLog(ports.db, scope),
    nounsOfLog(ports.db, scope),
    findSetting(ports.db, scope),
  ]);
  const headTo = { address: setting?.auditHeadTo ?? "", version: setting?.version ?? 0 };
  return done({ rows, total, people, nouns, headTo });
}

/** An entry as it is exported: everything the hash covers, the hash before it, and the person's name of today. */
export type ExportedEntry = Awaited<ReturnType<typeof logToExport>>[number];

const PIECE = 500;

/**
 * 書き出し: what the filters ask for, newest first, to the last entry; written down as an entry of its own, because
 * the file leaves the program. Other work goes on between the pieces.
 * @returns Problems: forbidden
 */
export async function exportAudit(
  ports: Ports,
  scope: Scope,
  input: { filter: AuditFilter },
): Promise<Result<ExportedEntry[]>> {
  const filter = readable(input.filter);
  const set = Object.entries(filter).filter(([, value]) => value !== "");
  const change = Object.fromEntries(
    set.map(([name, value]) => [name, [null, value] satisfies [unknown, unknown]]),
  );
  const head = { verb: "export-audit", noun: "audit", recordId: scope.hospitalId, change };
  const noted = await record(ports, scope, "audit:export", head, async () => done(null));
  if (!noted.ok) return noted;
  const entries: ExportedEntry[] = [];
  for (let below: number | null = null; ; below = entries.at(-1)?.seq ?? 0) {
    const piece: ExportedEntry[] = await logToExport(ports.db, scope, filter, { below, limit: PIECE });
    entries.push(...piece);
    if (piece.length < PIECE) return done(entries);
    await letOthersRun();
  }
}

/**
 * 鎖の検査: walks the whole log of the database and says where it breaks, by number only.
 * @returns Problems: forbidden
 */
export async function checkAuditChain(ports: Ports, scope: Scope): Promise<Result<ChainCheck>> {
  if (!may(scope, "audit:see")) return failed(forbidden);
  return done(await verifyChain(ports.db.$client));
}

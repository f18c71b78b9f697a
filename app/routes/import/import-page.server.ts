import { PAGE_SIZE } from "~/domain/list-query";
import { done, type Result } from "~/domain/problem";
import { mappedTargets, parseImportColumns } from "~/domain/register-import";
import { type Notice, noticeKey, rangesOf } from "~/domain/register-import-notices";
import { reportFilterOf } from "~/domain/register-import-report";
import type { TakeBack } from "~/domain/register-import-take-back";
import type { Scope } from "~/domain/scope";
import { showImportReport } from "~/use-cases/import-report.server";
import { previewTakeBack } from "~/use-cases/import-take-back.server";
import type { Ports } from "~/use-cases/ports.server";

/** Records that stay are named up to this many. */
const SHOWN_STAYS = 100;
/** Lines of notices, and places of one line. */
const SHOWN_NOTICES = 50;
const SHOWN_RANGES = 200;

/** The page of one import: its report (a page of it), and what taking it back would do now. */
export async function importPage(ports: Ports, scope: Scope, batchId: string, asked: URLSearchParams) {
  const number = Number(asked.get("page") ?? "1");
  const page = Number.isInteger(number) && number > 0 ? number : 1;
  const only = reportFilterOf(asked.get("only"));
  const shown = await showImportReport(ports, scope, { batchId, only, page, pageSize: PAGE_SIZE });
  if (!shown.ok) return shown;
  const { batch, notices, ...report } = shown.value;
  const isWritten = !report.isWriting && (batch.state === "done" || batch.state === "stopped");
  const takeBack = isWritten ? await previewTakeBack(ports.db, scope, batchId) : null;
  return done({
    ...report,
    notices: notices.slice(0, SHOWN_NOTICES).map(shortNotice),
    // why: what stands above for many rows is told in a few words at each of them.
    repeated: notices.filter((each) => each.rows.length > 1).map((each) => noticeKey(each.first)),
    id: batch.id,
    fileName: batch.fileName,
    sheet: batch.sheet,
    state: batch.state,
    version: batch.version,
    doneCount: batch.doneCount,
    rowCount: batch.rowCount,
    targets: mappedTargets(parseImportColumns(batch.columns)).map((each) => each.target),
    only,
    page,
    takeBack: takeBack && inShort(takeBack),
  });
}

function shortNotice({ first, isSame, rows }: Notice) {
  const ranges = rangesOf(rows);
  return {
    first,
    isSame,
    count: rows.length,
    ranges: ranges.slice(0, SHOWN_RANGES),
    rangeCount: ranges.length,
  };
}

function inShort({ leaving, vendorsPutAway, stays }: TakeBack) {
  const count = Object.values(leaving).reduce((sum, ids) => sum + ids.length, vendorsPutAway.length);
  return { count, stays: stays.slice(0, SHOWN_STAYS), staysCount: stays.length };
}

export type ImportPageResult = Awaited<ReturnType<typeof importPage>> extends Result<infer T> ? T : never;

import type { LoaderFunctionArgs } from "@remix-run/node";
import { buildOwnChecklistPaper, type OwnPaperWords } from "~/domain/own-checklist-paper";
import { fileReply } from "~/file-reply.server";
import { refuse } from "~/http.server";
import type { Words } from "~/messages/words";
import { readOwnTable } from "~/routes/self-check/own-table.server";
import { requireScope } from "~/scope.server";
import { printOwnChecklist, type ShownOwnChecklist } from "~/use-cases/own-checklists.server";

/** 点検表の控え as PDF, made on the spot; nothing is stored. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  const { words, shown, table } = await readOwnTable(visit, params.id);
  const vendors = shown.vendors.map((each) => ({ vendor: each.vendor, state: stateOf(words, each) }));
  const texts = paperWords(words, shown, visit.hospital.name);
  const document = buildOwnChecklistPaper(table, vendors, texts, shown.edition.ref);
  const printed = await printOwnChecklist(visit.ports, document);
  if (!printed.ok) throw refuse(printed.problems);
  const name = `${words.selfChecks.fileName(shown.sheet.fiscalYear)}.pdf`;
  return fileReply(printed.value.bytes, name, { isInline: true });
}

function stateOf({ selfChecks }: Words, sheet: ShownOwnChecklist["vendors"][number]): string {
  const { vendorSheets } = selfChecks;
  const [newest] = sheet.received;
  if (newest) return vendorSheets.received(newest.answeredOn, newest.yesCount, newest.noCount);
  return sheet.open === null ? vendorSheets.missing : vendorSheets.asked(sheet.open.dueOn);
}

function paperWords({ selfChecks }: Words, shown: ShownOwnChecklist, hospital: string): OwnPaperWords {
  const { paper, table, vendorSheets } = selfChecks;
  return {
    title: paper.title(shown.edition.title),
    header: paper.header(hospital, selfChecks.sheet.yearName(shown.sheet.fiscalYear)),
    footer: paper.footer(shown.today),
    rows: paper.rows,
    notice: shown.sheet.gate === "no" ? paper.gateNo : paper.draft,
    vendorsTitle: paper.vendors,
    columns: {
      no: table.no,
      item: table.item,
      answer: table.answer,
      targetOn: table.targetOn,
      remark: table.remark,
      vendor: vendorSheets.columns.vendor,
      state: vendorSheets.columns.state,
    },
  };
}

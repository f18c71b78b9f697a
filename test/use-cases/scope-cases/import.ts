import { reviseImport, showImportColumns } from "~/use-cases/import-columns.server";
import {
  answerImport,
  answerRestAsNew,
  chooseImportRow,
  showDryRun,
} from "~/use-cases/import-dry-run.server";
import { openImport } from "~/use-cases/import-open.server";
import { listImports, showImportReport } from "~/use-cases/import-report.server";
import { takeBackImport } from "~/use-cases/import-take-back.server";
import { beginImport, continueImport, stopImport, writeImportRows } from "~/use-cases/import-write.server";
import { answerAll, draftImport, listBook, listDefaults, versionOf } from "../../support/clerk-list";
import { expectDone } from "../../support/ports";
import type { World } from "../../support/world";
import type { ScopeCases } from "./case";

/** One batch for each verb, because most verbs move it to another state. */
const batches: Record<string, string> = {};
const verbs = [
  "revise",
  "answer",
  "rest",
  "choose",
  "begin",
  "write",
  "stop",
  "continue",
  "takeBack",
] as const;
const batchOf = (verb: (typeof verbs)[number]) => ({ batchId: batches[verb] ?? "" });

async function prepare({ ports, editor, contractId }: World): Promise<void> {
  // The list of imports shows files' names only: this one can be told from another hospital's.
  await openImport(ports, editor, { fileName: `${contractId}.xlsx`, bytes: listBook() });
  for (const verb of verbs) {
    const batchId = await draftImport(ports, editor, listBook());
    batches[verb] = batchId;
    // The world has a system of that name with another vendor: a person says that the list means another one.
    await answerAll(ports, editor, batchId, () => "new");
    if (verb === "write" || verb === "stop" || verb === "continue") {
      const version = await versionOf(ports, editor, batchId);
      expectDone(await beginImport(ports, editor, { batchId, version }));
    }
  }
}

export const cases: ScopeCases = {
  prepare,
  writing: {
    openImport: {
      owner: "none",
      run: ({ ports }, scope) => openImport(ports, scope, { fileName: "一覧.xlsx", bytes: listBook() }),
    },
    reviseImport: {
      owner: "hospital",
      run: async ({ ports, editor }, scope) => {
        const shown = expectDone(await showImportColumns(ports, editor, batchOf("revise")));
        const { sheet, headerRow, version } = shown.batch;
        const chosen = { ...shown.settings, sheet, headerRow, version, defaults: listDefaults };
        return reviseImport(ports, scope, { ...chosen, ...batchOf("revise"), columns: shown.columns });
      },
    },
    answerImport: {
      owner: "hospital",
      run: async ({ ports, editor }, scope) => {
        const version = await versionOf(ports, editor, batchOf("answer").batchId);
        return answerImport(ports, scope, { ...batchOf("answer"), version, answers: { "vendor|x": "new" } });
      },
    },
    answerRestAsNew: {
      owner: "hospital",
      run: async ({ ports, editor }, scope) => {
        const version = await versionOf(ports, editor, batchOf("rest").batchId);
        return answerRestAsNew(ports, scope, { ...batchOf("rest"), version });
      },
    },
    chooseImportRow: {
      owner: "hospital",
      run: ({ ports }, scope) =>
        chooseImportRow(ports, scope, { ...batchOf("choose"), row: 4, choice: "leave" }),
    },
    beginImport: {
      owner: "hospital",
      run: async ({ ports, editor }, scope) => {
        const version = await versionOf(ports, editor, batchOf("begin").batchId);
        return beginImport(ports, scope, { ...batchOf("begin"), version });
      },
    },
    writeImportRows: {
      owner: "hospital",
      run: ({ ports }, scope) => writeImportRows(ports, scope, batchOf("write")),
    },
    stopImport: { owner: "hospital", run: ({ ports }, scope) => stopImport(ports, scope, batchOf("stop")) },
    continueImport: {
      owner: "hospital",
      run: ({ ports }, scope) => continueImport(ports, scope, batchOf("continue")),
    },
    takeBackImport: {
      owner: "hospital",
      run: ({ ports }, scope) => takeBackImport(ports, scope, batchOf("takeBack")),
    },
  },
  reading: {
    showImportColumns: {
      owner: "hospital",
      run: ({ ports }, scope) => showImportColumns(ports, scope, batchOf("revise")),
    },
    showImportReport: {
      owner: "hospital",
      run: ({ ports }, scope) =>
        showImportReport(ports, scope, { ...batchOf("write"), only: null, page: 1, pageSize: 50 }),
    },
    showDryRun: { owner: "hospital", run: ({ ports }, scope) => showDryRun(ports, scope, batchOf("revise")) },
  },
  overviews: {
    listImports: ({ ports }, scope) => listImports(ports, scope, { page: 1, pageSize: 50 }),
  },
  notVerbs: [
    "runImport", // writes nothing itself: calls writeImportRows until the batch is done
  ],
};

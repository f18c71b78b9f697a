import { saveAuditHeadTo } from "~/use-cases/audit-head.server";
import { exportAudit, listAudit } from "~/use-cases/audit-log.server";
import { startBackup } from "~/use-cases/backups.server";
import { showMailSettings } from "~/use-cases/mail-settings.server";
import type { BackupDesk } from "~/use-cases/ports.server";
import { expectDone } from "../../support/ports";
import type { ScopeCases } from "./case";

const everything = { fromOn: "", toOn: "", accountId: "", noun: "", verb: "", via: "", text: "" };

/** why: stands for the backup process, which test/cli/backup.test.ts tries; here only who may begin it matters. */
const standing: BackupDesk = {
  runs: async () => [],
  places: () => ({ folder: "", copyFolder: null, keyFile: "", keyId: null, isEncrypted: true }),
  isRunning: () => false,
  start: () => ({ ok: true, value: null }),
};

export const cases: ScopeCases = {
  writing: {
    exportAudit: {
      owner: "none",
      run: ({ ports }, scope) => exportAudit(ports, scope, { filter: everything }),
    },
    startBackup: {
      owner: "none",
      run: ({ ports }, scope) => startBackup({ ...ports, backups: standing }, scope),
    },
    saveAuditHeadTo: {
      owner: "none",
      run: async ({ ports }, scope) => {
        const { version } = await showMailSettings(ports, scope);
        return saveAuditHeadTo(ports, scope, { auditHeadTo: "hikae@hospital.example", version });
      },
    },
  },
  reading: {},
  overviews: {
    // why as an administrator: the log is theirs; test/routes/audit-log.test.ts sees that others are refused.
    listAudit: async ({ ports }, scope) => {
      const asked = { filter: everything, page: 1, pageSize: 500 };
      return expectDone(await listAudit(ports, { ...scope, role: "admin" }, asked)).rows;
    },
  },
  notVerbs: [
    "showBackups", // names no record; test/routes/backups.test.ts
    "lacksBackup", // the same
    "checkAuditChain", // looks at the log of the whole database and names no record
    "noteRead", // hands on what another use case opened; test/use-cases/audit-log.test.ts
  ],
};

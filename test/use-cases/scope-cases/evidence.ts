import { saveAuditHeadTo } from "~/use-cases/audit-head.server";
import { exportAudit, listAudit } from "~/use-cases/audit-log.server";
import { startBackup } from "~/use-cases/backups.server";
import { eraseAccount, eraseContact, eraseOldMails, saveRetention } from "~/use-cases/erase-person.server";
import { showMailSettings } from "~/use-cases/mail-settings.server";
import { addPerson } from "~/use-cases/people.server";
import type { BackupDesk } from "~/use-cases/ports.server";
import { archiveRecord } from "~/use-cases/registers.server";
import { expectDone, testPassword } from "../../support/ports";
import { register } from "../../support/records";
import { rawContact } from "../../support/requests";
import type { ScopeCases } from "./case";

const everything = { fromOn: "", toOn: "", accountId: "", noun: "", verb: "", via: "", text: "" };

let [contactId, accountId] = ["", ""];

/** why: stands for the backup process, which test/cli/backup.test.ts tries; here only who may begin it matters. */
const standing: BackupDesk = {
  runs: async () => [],
  places: () => ({ folder: "", copyFolder: null, keyFile: "", keyId: null, isEncrypted: true }),
  isRunning: () => false,
  start: () => ({ ok: true, value: null }),
};

export const cases: ScopeCases = {
  prepare: async ({ ports, admin, editor, vendorId }) => {
    const raw = rawContact(vendorId);
    contactId = await register(ports, editor, "vendorContact", raw);
    const put = { noun: "vendorContact", id: contactId, version: 1, isArchived: true } as const;
    expectDone(await archiveRecord(ports, editor, put));
    const person = { name: "辞める人", department: "", signInName: "leaves-soon", password: testPassword };
    accountId = expectDone(await addPerson(ports, admin, { ...person, role: "approver", until: "" })).id;
    expectDone(await saveRetention(ports, admin, { kind: "mail", years: "3", basis: "規程", version: 0 }));
  },
  writing: {
    eraseContact: {
      owner: "group",
      run: ({ ports }, scope) => eraseContact(ports, scope, { contactId, reason: "求め" }),
    },
    eraseAccount: {
      owner: "hospital",
      run: ({ ports }, scope) => eraseAccount(ports, scope, { accountId, reason: "退職" }),
    },
    eraseOldMails: { owner: "none", run: ({ ports }, scope) => eraseOldMails(ports, scope) },
    saveRetention: {
      owner: "none",
      run: ({ ports }, scope) =>
        saveRetention(ports, scope, { kind: "contact", years: "5", basis: "規程", version: 0 }),
    },
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
    "showPersonalData", // an administrator's page; test/use-cases/erase-person.test.ts
    "showBackups", // names no record; test/routes/backups.test.ts
    "lacksBackup", // the same
    "checkAuditChain", // looks at the log of the whole database and names no record
    "noteRead", // hands on what another use case opened; test/use-cases/audit-log.test.ts
  ],
};

import { saveAuditHeadTo } from "~/use-cases/audit-head.server";
import { showMailSettings } from "~/use-cases/mail-settings.server";
import type { ScopeCases } from "./case";

export const cases: ScopeCases = {
  writing: {
    saveAuditHeadTo: {
      owner: "none",
      run: async ({ ports }, scope) => {
        const { version } = await showMailSettings(ports, scope);
        return saveAuditHeadTo(ports, scope, { auditHeadTo: "hikae@hospital.example", version });
      },
    },
  },
  reading: {},
  overviews: {},
  notVerbs: [],
};

import { showBearers } from "~/use-cases/bearers.server";
import { FORM_6_0 } from "../../support/records";
import type { ScopeCases } from "./case";

const overviews: ScopeCases["overviews"] = {
  showBearers: ({ ports, productVersionId }, scope) =>
    showBearers(ports, scope, {
      ...{ itemsRef: FORM_6_0, items: ["GL6.0-SO-14-5"], productVersionId, day: "", knownOn: "" },
    }),
};

export const cases: ScopeCases = { writing: {}, reading: {}, overviews, notVerbs: [] };

import { makeBinder, openBinder } from "~/use-cases/binder.server";
import { decide, decideTogether } from "~/use-cases/decide.server";
import { listDecisions } from "~/use-cases/decision-list.server";
import {
  approveDecision,
  commentDecision,
  keepInspectionText,
  linkDecision,
} from "~/use-cases/decision-records.server";
import { askForPromises } from "~/use-cases/promises.server";
import { coverSystems } from "~/use-cases/registers.server";
import { openDecisionFile, showDecision } from "~/use-cases/show-decision.server";
import { setStandIn, takeBackStandIn } from "~/use-cases/stand-ins.server";
import { gapOn, rawDecision } from "../../support/decisions";
import { expectDone } from "../../support/ports";
import { FORM_6_0, rawSystem, receiveDisclosure, register } from "../../support/records";
import { rawContact } from "../../support/requests";
import type { World } from "../../support/world";
import type { ScopeCases } from "./case";

const signed = { fileName: "承認書.pdf", bytes: new TextEncoder().encode("signed") };
let contactId = "";
let promise = "";
let control = "";
let acceptance = "";
let approved = "";
let approvalFile = "";
let standInId = "";
let binderId = "";
let disclosureId = "";
let openGap = "";

/** A disclosure of its own with one decision of each kind that has something beside it. */
async function prepare(world: World): Promise<void> {
  const { ports, editor, vendorId, productId, contractId, systemId } = world;
  const version = { productId, label: "約束の版" };
  const productVersionId = await register(ports, editor, "productVersion", version);
  const covered = await register(ports, editor, "system", { ...rawSystem(productVersionId), name: "約束" });
  expectDone(
    await coverSystems(ports, editor, { contractId, systemIds: [systemId, covered], reason: "対象の追加" }),
  );
  contactId = await register(ports, editor, "vendorContact", { ...rawContact(vendorId), name: "約束 花子" });
  const no = { answer: "no", remark: "約束の試験" } as const;
  const answers = { "11-4": no, "8-5": no, "14-5": no, "10-4": no, "17-2": no };
  disclosureId = await receiveDisclosure(ports, editor, productVersionId, {
    answers,
    issuedOn: "2026-05-01",
  });
  const take = async (no: string, kind: string) => {
    const requirement = (await gapOn(ports, editor, disclosureId, no)).requirement.key;
    const raw = rawDecision({ kind, likelihood: "low", impact: "low", acceptedBy: "病院長" });
    const input = { disclosureId, guideline: FORM_6_0, requirement, supersedes: null, raw };
    return expectDone(await decide(ports, editor, input)).decisionId;
  };
  promise = await take("11-4", "vendor-fix");
  control = await take("8-5", "hospital-control");
  acceptance = await take("14-5", "accept-risk");
  approved = await take("17-2", "accept-risk");
  openGap = (await gapOn(ports, editor, disclosureId, "10-4")).requirement.key;
  expectDone(await approveDecision(ports, editor, { decisionId: approved, ...approval }));
  const page = expectDone(await showDecision(ports, editor, { decisionId: approved }));
  approvalFile = page.decision.approvalFileId ?? "";
  const people = { accountId: world.admin.accountId ?? "", substituteId: editor.accountId ?? "" };
  const days = { fromOn: "2026-12-24", toOn: "2026-12-28" };
  binderId = expectDone(await makeBinder(ports, editor, () => undefined)).binderId;
  standInId = expectDone(await setStandIn(ports, editor, { ...people, ...days })).id;
}

const approval = { approver: "院長 一郎", title: "病院長", approvedOn: "2026-11-20", file: signed };

export const cases: ScopeCases = {
  prepare,
  writing: {
    decideTogether: {
      owner: "hospital",
      run: ({ ports }, scope) =>
        decideTogether(ports, scope, {
          disclosureId,
          guideline: FORM_6_0,
          findings: [{ requirement: openGap, supersedes: null }],
          raw: rawDecision(),
        }),
    },
    linkDecision: {
      owner: "hospital",
      run: ({ ports, rowId }, scope) =>
        linkDecision(ports, scope, { decisionId: control, target: `role-row:${rowId}` }),
    },
    commentDecision: {
      owner: "hospital",
      run: ({ ports }, scope) => commentDecision(ports, scope, { decisionId: control, text: "委員会で確認" }),
    },
    keepInspectionText: {
      owner: "hospital",
      run: ({ ports }, scope) =>
        keepInspectionText(ports, scope, { decisionId: control, seen: 0, text: "説明" }),
    },
    askForPromises: {
      owner: "hospital",
      run: ({ ports }, scope) =>
        askForPromises(ports, scope, {
          decisionIds: [promise],
          contactId,
          title: "約束の確認",
          message: "",
          dueOn: "2026-12-11",
        }),
    },
    makeBinder: {
      owner: "none",
      run: ({ ports }, scope) => makeBinder(ports, scope, () => undefined),
    },
    setStandIn: {
      owner: "hospital",
      isField: true,
      run: ({ ports, admin, editor }, scope) =>
        setStandIn(ports, scope, {
          accountId: admin.accountId ?? "",
          substituteId: editor.accountId ?? "",
          fromOn: "2026-12-01",
          toOn: "2026-12-02",
        }),
    },
    takeBackStandIn: {
      owner: "hospital",
      run: ({ ports }, scope) => takeBackStandIn(ports, scope, { id: standInId }),
    },
    approveDecision: {
      owner: "hospital",
      run: ({ ports }, scope) => approveDecision(ports, scope, { decisionId: acceptance, ...approval }),
    },
  },
  reading: {
    showDecision: {
      owner: "hospital",
      run: ({ ports }, scope) => showDecision(ports, scope, { decisionId: promise }),
    },
    openBinder: {
      owner: "hospital",
      run: ({ ports }, scope) => openBinder(ports, scope, { binderId }),
    },
    openDecisionFile: {
      owner: "hospital",
      run: ({ ports }, scope) =>
        openDecisionFile(ports, scope, { decisionId: approved, fileId: approvalFile }),
    },
  },
  overviews: {
    listDecisions: ({ ports }, scope) => listDecisions(ports, scope),
  },
  notVerbs: [
    "endSupersededPromises", // inside the transaction of decide; superseded-promises.test.ts
    "keptUntilWritten", // keeps what a verb found, by hospital
    "makeFeed", // one's own calendar, any role; test/use-cases/calendar.test.ts
    "revokeFeed", // the same
    "showFeed", // the same
    "readFeed", // the token alone decides; test/use-cases/calendar.test.ts
    "listStandIns", // days and names, none of the ids the table looks for; test/use-cases/calendar.test.ts
    "binderInput", // gathers for makeBinder; test/use-cases/binder.test.ts shows that another hospital gets nothing
    "binderGaps", // a step of binderInput
    "binderRequests", // the same
    "overridesOfDecisions", // a step of the internal paper's snapshot, tried with it
    "overridesBySeries", // a step of what is compared and printed; test/use-cases/comparing.test.ts
    "startBinder", // begins makeBinder and returns; test/use-cases/binder.test.ts
    "showBinders", // hashes and days, none of the ids the table looks for; test/use-cases/binder.test.ts
    "listOwners", // names of the hospital's own accounts, none of the ids the table looks for
    "keepFile", // inside the transaction of the verb that is given a file
  ],
};

import {
  addConnection,
  correctConnection,
  endConnection,
  reopenConnection,
  reviseConnection,
} from "~/use-cases/connection-records.server";
import {
  showConnection,
  showConnectionProposal,
  showMissingConnections,
} from "~/use-cases/connections.server";
import { correctClause, quoteClause } from "~/use-cases/contract-clauses.server";
import {
  fileContractDocument,
  openContractDocument,
  withdrawContractDocument,
} from "~/use-cases/contract-documents.server";
import { amendContract, correctContract, registerContract } from "~/use-cases/contract-terms.server";
import { showContract } from "~/use-cases/look-back.server";
import {
  renameHospital,
  renameVendor,
  showHospitalNames,
  showVendorNames,
} from "~/use-cases/party-names.server";
import { showRenewals } from "~/use-cases/renewals.server";
import { declareServers, showServerDeclaration, showServerList } from "~/use-cases/servers.server";
import {
  addSubcontractor,
  correctSubcontractor,
  endSubcontractor,
  reopenSubcontractor,
  reviseSubcontractor,
  showSubcontractor,
  showSubcontractors,
} from "~/use-cases/subcontractors.server";
import {
  rawClause,
  rawConnection,
  rawDocument,
  rawNameChange,
  rawSubcontractor,
} from "../../support/contract-records";
import { expectDone } from "../../support/ports";
import { rawContract, register } from "../../support/records";
import type { World } from "../../support/world";
import type { ScopeCases } from "./case";

/** Own records for these cases: other areas archive and change those of the world. */
const ids = {
  contract: "",
  vendor: "",
  system: "",
  server: "",
  document: "",
  wrongDocument: "",
  clause: "",
  subcontractor: "",
  connection: "",
  declaration: "",
};

async function prepare({ ports, editor, productVersionId }: World): Promise<void> {
  ids.vendor = await register(ports, editor, "vendor", { name: "契約記録の事業者" });
  ids.system = await register(ports, editor, "system", {
    name: "契約記録の系",
    productVersionId,
    category: "record",
    form: "on-premise",
    criticality: "high",
  });
  ids.server = await register(ports, editor, "server", {
    systemId: ids.system,
    name: "CR-1",
    kind: "pc",
    securityUpdateBearer: "unclear",
  });
  const raw = { ...rawContract(ids.vendor, "CR-1"), systemIds: [ids.system] };
  ids.contract = expectDone(await registerContract(ports, editor, { raw })).id;
  const file = async () =>
    expectDone(await fileContractDocument(ports, editor, { contractId: ids.contract, ...rawDocument() }))
      .documentId;
  ids.document = await file();
  ids.wrongDocument = await file();
  const clause = { ...rawClause(await heldRevision(ports, editor)), documentId: ids.document };
  const quoted = { contractId: ids.contract, key: null, raw: clause };
  ids.clause = expectDone(await quoteClause(ports, editor, quoted)).clauseId;
  const added = { contractId: ids.contract, raw: rawSubcontractor() };
  ids.subcontractor = expectDone(await addSubcontractor(ports, editor, added)).id;
  const connection = { raw: rawConnection(ids.system), isConfirmed: false };
  ids.connection = expectDone(await addConnection(ports, editor, connection)).id;
  const { sha256 } = await showServerList(ports, editor);
  ids.declaration = expectDone(await declareServers(ports, editor, { sha256, note: "" })).declarationId;
}

/** The entry that the row repeats, whoever asks: the case is about the verb. */
async function entryOf({ db }: World["ports"], table: "subcontractor" | "connection", id: string) {
  const sql = `SELECT entry_id AS id FROM ${table} WHERE id = ?`;
  return String((await db.$client.execute({ sql, args: [id] })).rows[0]?.id);
}

async function shownContract(ports: World["ports"], scope: World["editor"]) {
  return expectDone(await showContract(ports, scope, { contractId: ids.contract, day: "", knownOn: "" }));
}
async function heldRevision(ports: World["ports"], scope: World["editor"]): Promise<string> {
  return (await shownContract(ports, scope)).held?.revision.id ?? "";
}
const form = () => ({ ...rawContract(ids.vendor, "CR-1"), systemIds: [ids.system] });

const writing: ScopeCases["writing"] = {
  registerContract: {
    owner: "group",
    isField: true,
    run: ({ ports }, scope) => registerContract(ports, scope, { raw: rawContract(ids.vendor, "CR-2") }),
  },
  amendContract: {
    owner: "hospital",
    run: async ({ ports, editor }, scope) => {
      const { version } = (await shownContract(ports, editor)).contract;
      const raw = { ...form(), title: "改定", sourceTitle: "覚書", effectiveFrom: "2027-01-01" };
      return amendContract(ports, scope, { contractId: ids.contract, version, origin: "amendment", raw });
    },
  },
  correctContract: {
    owner: "hospital",
    run: async ({ ports, editor }, scope) => {
      const { version } = (await shownContract(ports, editor)).contract;
      const revisionId = await heldRevision(ports, editor);
      const raw = { ...form(), title: "訂正", reason: "書き誤り" };
      return correctContract(ports, scope, { contractId: ids.contract, revisionId, version, raw });
    },
  },
  fileContractDocument: {
    owner: "hospital",
    run: ({ ports }, scope) =>
      fileContractDocument(ports, scope, { contractId: ids.contract, ...rawDocument() }),
  },
  withdrawContractDocument: {
    owner: "hospital",
    run: ({ ports }, scope) =>
      withdrawContractDocument(ports, scope, { documentId: ids.wrongDocument, reason: "誤り" }),
  },
  quoteClause: {
    owner: "hospital",
    run: async ({ ports, editor }, scope) => {
      const raw = rawClause(await heldRevision(ports, editor));
      return quoteClause(ports, scope, { contractId: ids.contract, key: null, raw });
    },
  },
  correctClause: {
    owner: "hospital",
    run: async ({ ports, editor }, scope) => {
      const raw = rawClause(await heldRevision(ports, editor));
      return correctClause(ports, scope, { clauseId: ids.clause, reason: "誤字", raw, isRepealed: false });
    },
  },
  renameVendor: {
    owner: "group",
    run: async ({ ports, editor }, scope) => {
      const { version } = expectDone(await showVendorNames(ports, editor, { vendorId: ids.vendor }));
      return renameVendor(ports, scope, { vendorId: ids.vendor, version, raw: rawNameChange("新しい社名") });
    },
  },
  renameHospital: {
    owner: "none",
    run: async ({ ports, admin }, scope) => {
      const { version } = expectDone(await showHospitalNames(ports, admin));
      return renameHospital(ports, scope, { version, raw: rawNameChange("新しい病院名") });
    },
  },
  declareServers: {
    owner: "none",
    run: async ({ ports, editor }, scope) => {
      const { sha256 } = await showServerList(ports, editor);
      return declareServers(ports, scope, { sha256, note: "" });
    },
  },
  addSubcontractor: {
    owner: "hospital",
    run: ({ ports }, scope) =>
      addSubcontractor(ports, scope, { contractId: ids.contract, raw: rawSubcontractor() }),
  },
  reviseSubcontractor: {
    owner: "hospital",
    run: ({ ports }, scope) =>
      reviseSubcontractor(ports, scope, {
        subcontractorId: ids.subcontractor,
        version: 1,
        raw: rawSubcontractor({ work: "別の作業", effectiveFrom: "2026-11-24" }),
      }),
  },
  correctSubcontractor: {
    owner: "hospital",
    run: async ({ ports }, scope) =>
      correctSubcontractor(ports, scope, {
        subcontractorId: ids.subcontractor,
        version: 2,
        entryId: await entryOf(ports, "subcontractor", ids.subcontractor),
        raw: rawSubcontractor({ work: "訂正した作業", effectiveFrom: "2026-11-24", reason: "書き誤り" }),
      }),
  },
  endSubcontractor: {
    owner: "hospital",
    run: ({ ports }, scope) =>
      endSubcontractor(ports, scope, {
        subcontractorId: ids.subcontractor,
        version: 3,
        raw: { effectiveFrom: "2026-11-24" },
      }),
  },
  reopenSubcontractor: {
    owner: "hospital",
    run: ({ ports }, scope) =>
      reopenSubcontractor(ports, scope, {
        subcontractorId: ids.subcontractor,
        version: 4,
        raw: { reason: "終わっていない" },
      }),
  },
  addConnection: {
    owner: "hospital",
    isField: true,
    run: ({ ports }, scope) =>
      addConnection(ports, scope, { raw: rawConnection(ids.system, { name: "二つ目" }), isConfirmed: true }),
  },
  reviseConnection: {
    owner: "hospital",
    run: ({ ports }, scope) =>
      reviseConnection(ports, scope, {
        connectionId: ids.connection,
        version: 1,
        raw: rawConnection(ids.system, { device: "別の装置", effectiveFrom: "2026-11-24" }),
        isConfirmed: true,
      }),
  },
  correctConnection: {
    owner: "hospital",
    run: async ({ ports }, scope) =>
      correctConnection(ports, scope, {
        connectionId: ids.connection,
        version: 2,
        entryId: await entryOf(ports, "connection", ids.connection),
        raw: rawConnection(ids.system, {
          device: "訂正した装置",
          effectiveFrom: "2026-11-24",
          reason: "書き誤り",
        }),
        isConfirmed: false,
      }),
  },
  endConnection: {
    owner: "hospital",
    run: ({ ports }, scope) =>
      endConnection(ports, scope, {
        connectionId: ids.connection,
        version: 3,
        raw: { effectiveFrom: "2026-11-24" },
      }),
  },
  reopenConnection: {
    owner: "hospital",
    run: ({ ports }, scope) =>
      reopenConnection(ports, scope, {
        connectionId: ids.connection,
        version: 4,
        raw: { reason: "終わっていない" },
      }),
  },
};

export const cases: ScopeCases = {
  prepare,
  writing,
  reading: {
    openContractDocument: {
      owner: "hospital",
      run: ({ ports }, scope) => openContractDocument(ports, scope, { documentId: ids.document }),
    },
    showSubcontractors: {
      owner: "hospital",
      run: ({ ports }, scope) => showSubcontractors(ports, scope, { contractId: ids.contract }),
    },
    showSubcontractor: {
      owner: "hospital",
      run: ({ ports }, scope) => showSubcontractor(ports, scope, { subcontractorId: ids.subcontractor }),
    },
    showVendorNames: {
      owner: "group",
      run: ({ ports }, scope) => showVendorNames(ports, scope, { vendorId: ids.vendor }),
    },
    showConnection: {
      owner: "hospital",
      run: ({ ports }, scope) => showConnection(ports, scope, { connectionId: ids.connection }),
    },
    showConnectionProposal: {
      owner: "hospital",
      run: ({ ports }, scope) => showConnectionProposal(ports, scope, { systemId: ids.system }),
    },
    showServerDeclaration: {
      owner: "hospital",
      run: ({ ports }, scope) => showServerDeclaration(ports, scope, { declarationId: ids.declaration }),
    },
  },
  overviews: {
    showRenewals: ({ ports }, scope) => showRenewals(ports, scope),
    // The world's own ids are asked for: its system and contract stand in these lists.
    showServerList: ({ ports }, scope) => showServerList(ports, scope),
    showMissingConnections: ({ ports }, scope) => showMissingConnections(ports, scope),
  },
  notVerbs: [
    "keepFirstTerms", // part of registering, inside its transaction
    "keepFirstTermsOfMany", // the same for an import
    "tieToChoice", // part of registering, inside its transaction
    "correctTermsOfToday", // the same for a change of the register
    "correctVendorName", // the same for a vendor's name
    "contractOnPaper", // answers null, checked by the papers' own cases
    "outsidePartiesThen", // part of the contract's page and of the day's roles
    "turnSubcontractors", // the scheduler's, for one hospital
    "turnConnections", // the same
    "proposalsFor", // part of showing connections
    "topicAnswers", // the same
    "openMattersByContract", // part of the renewals
    "noticeMatters", // the same, for deadlines
    "certificateDays", // part of the deadlines
    "contractDays", // part of the deadlines
    "showHospitalNames", // one's own hospital, any role
    "showConnections", // an overview without the world's ids; checked below in connections.test.ts
  ],
};

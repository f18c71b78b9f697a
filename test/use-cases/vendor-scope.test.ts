import { beforeAll, describe, expect, it } from "vitest";
import type { Result } from "~/domain/problem";
import type { VendorScope } from "~/domain/scope";
import { askHospital, showDesk, showSection, showWhole } from "~/use-cases/vendor-answers.server";
import { leaveDesk, sendCode, verifyCode } from "~/use-cases/vendor-entry.server";
import {
  attachFile,
  detachFile,
  fillFromWorkbook,
  formWorkbook,
  openRequestFile,
} from "~/use-cases/vendor-files.server";
import { proposeRow, showProposals, withdrawProposal } from "~/use-cases/vendor-proposals.server";
import { confirmTaken, saveAnswers, takeOver } from "~/use-cases/vendor-save.server";
import {
  beforeSubmit,
  openSubmission,
  passOn,
  refuseRequest,
  showReceipt,
  submitAnswers,
} from "~/use-cases/vendor-submit.server";
import { writeDesk } from "~/use-cases/write-request.server";
import { expectDone, expectProblems } from "../support/ports";
import { productBook } from "../support/records";
import { useCaseFunctions } from "../support/source-functions";
import {
  type AskedHospital,
  answerer,
  askedHospital,
  openDesk,
  submit,
  typed,
  verify,
} from "../support/vendor-desk";

// A vendor's scope reaches one request of one hospital. Here every verb of the desk is tried with a scope whose
// request stands in another hospital, and with one whose request does not exist: no word of it, nothing written.

type Run = (world: AskedHospital, scope: VendorScope) => Promise<Result<unknown>>;
let world: AskedHospital;
let scope: VendorScope;
let itemKey = "";
let fileId = "";
let submissionId = "";
let book: { fileName: string; bytes: Uint8Array };

beforeAll(async () => {
  world = await askedHospital();
  scope = await verify(world, await openDesk(world));
  itemKey = expectDone(await showSection(world.ports, scope, { section: 1 })).items[0]?.key ?? "";
  expectDone(await saveAnswers(world.ports, scope, [typed(itemKey, 0)]));
  const file = { fileName: "a.txt", bytes: new TextEncoder().encode("a") };
  fileId = expectDone(await attachFile(world.ports, scope, { itemKey, file })).fileId;
  submissionId = (await submit(world, scope)).submissionId;
  book = { fileName: "回答.xlsx", bytes: await productBook(world.ports) };
});

const reading: Record<string, Run> = {
  showProposals: ({ ports }, who) => showProposals(ports, who),
  showDesk: ({ ports }, who) => showDesk(ports, who),
  showSection: ({ ports }, who) => showSection(ports, who, { section: 1 }),
  formWorkbook: ({ ports }, who) => formWorkbook(ports, who),
  openRequestFile: ({ ports }, who) => openRequestFile(ports, who, { fileId }),
  beforeSubmit: ({ ports }, who) => beforeSubmit(ports, who),
  showReceipt: ({ ports }, who) => showReceipt(ports, who),
  openSubmission: ({ ports }, who) => openSubmission(ports, who, { submissionId }),
};
/** Opens nothing here: this request's form has no official file. What it hands out is in write-request.test.ts. */
const official: Record<string, Run> = { writeDesk: ({ ports }, who) => writeDesk(ports, who) };
const writing: Record<string, Run> = {
  proposeRow: ({ ports }, who) => proposeRow(ports, who, { rowId: fileId, typed: {}, comment: "相談" }),
  withdrawProposal: ({ ports }, who) => withdrawProposal(ports, who, { proposalId: fileId }),
  askHospital: ({ ports }, who) => askHospital(ports, who, { itemKey, text: "質問" }),
  saveAnswers: ({ ports }, who) => saveAnswers(ports, who, [typed(itemKey, 1, { answer: "no" })]),
  takeOver: ({ ports }, who) => takeOver(ports, who, null),
  confirmTaken: ({ ports }, who) => confirmTaken(ports, who, { itemKeys: [itemKey] }),
  attachFile: ({ ports }, who) => attachFile(ports, who, { itemKey, file: book }),
  detachFile: ({ ports }, who) => detachFile(ports, who, { fileId }),
  fillFromWorkbook: ({ ports }, who) => fillFromWorkbook(ports, who, book),
  sendCode: ({ ports }, who) => sendCode(ports, who),
  verifyCode: ({ ports }, who) => verifyCode(ports, who, { code: "123456", ...answerer }),
  submitAnswers: ({ ports }, who) => submitAnswers(ports, who, { issuedOn: "2026-11-24", seen: "" }),
  refuseRequest: ({ ports }, who) => refuseRequest(ports, who, { reason: "理由" }),
  passOn: ({ ports }, who) => passOn(ports, who, { sections: ["x"] }),
};
/** They find nothing of another request, and say so without a Problem. */
const silent: Record<string, Run> = {
  showWhole: ({ ports }, who) => showWhole(ports, who),
  leaveDesk: ({ ports }, who) => leaveDesk(ports, who),
};
/** Take the scope and are no verb of the desk: the owner of bytes, and what the verbs are made of. */
const notVerbs = ["fileOwner", "keepAll", "previousAnswers", "reachForm"];

const others = () => [
  { ...scope, hospitalId: world.stranger.hospitalId, groupId: world.stranger.groupId },
  { ...scope, requestId: "0190aaaa-0000-7000-8000-000000000000" },
];
const changes = async () => {
  const { rows } = await world.ports.db.$client.execute("SELECT count(*) AS n FROM audit");
  return Number(rows[0]?.n);
};

describe.each(Object.entries({ ...reading, ...official, ...writing }))("%s", (name, run) => {
  it("reaches no other request and writes nothing there", async () => {
    const before = await changes();
    for (const other of others()) {
      const codes = expectProblems(await run(world, other)).map((each) => each.code);
      expect(["not-found", "request-link-over", "request-nothing-to-carry", "request-code-over"]).toContain(
        codes[0],
      );
    }
    // a wrong code stays counted, so that trying leaves its trace; everything else leaves none
    expect(await changes()).toBe(name === "verifyCode" ? before + 2 : before);
  });
});

it("finds its own things", async () => {
  for (const [name, run] of Object.entries(reading)) expect((await run(world, scope)).ok, name).toBe(true);
});

it("what belongs to the whole request is of this request", async () => {
  for (const other of others()) {
    expect(expectDone(await showWhole(world.ports, other))).toEqual({ messages: [], files: [] });
  }
});

it("after submitting, nothing of the draft can be changed", async () => {
  for (const name of [
    "saveAnswers",
    "attachFile",
    "detachFile",
    "fillFromWorkbook",
    "refuseRequest",
    "sendCode",
  ]) {
    const codes = expectProblems((await writing[name]?.(world, scope)) ?? { ok: true, value: null });
    expect([name, codes[0]?.code]).toEqual([name, "request-state"]);
  }
});

it("covers every verb of the vendor's desk", () => {
  const found = useCaseFunctions().filter(
    (each) =>
      each.isExported && /\bports: Ports\b/.test(each.body) && /\bscope: VendorScope\b/.test(each.body),
  );
  const names = found.map((each) => each.name).filter((name) => !notVerbs.includes(name));
  expect(names.sort()).toEqual(Object.keys({ ...reading, ...official, ...writing, ...silent }).sort());
});

import { PDFDocument, StandardFonts } from "pdf-lib";
import { formOfTerms, type RawForm } from "~/domain/contract-form";
import { termsOf } from "~/domain/contract-terms";
import { addConnection } from "~/use-cases/connection-records.server";
import { quoteClause } from "~/use-cases/contract-clauses.server";
import { fileContractDocument } from "~/use-cases/contract-documents.server";
import { amendContract, correctContract } from "~/use-cases/contract-terms.server";
import { showContract } from "~/use-cases/look-back.server";
import {
  renameHospital,
  renameVendor,
  showHospitalNames,
  showVendorNames,
} from "~/use-cases/party-names.server";
import { showRecord } from "~/use-cases/registers.server";
import { declareServers, showServerList } from "~/use-cases/servers.server";
import { addSubcontractor } from "~/use-cases/subcontractors.server";
import {
  correctServerUpdates,
  settleServerUpdates,
  showServerUpdates,
} from "~/use-cases/update-bearers.server";
import {
  type DemoClause,
  demoConnections,
  hospitalRename,
  karteClauses,
  karteMemo,
  karteSubcontractors,
  karteTerms,
  vendorRename,
} from "./contract-records";
import { type DemoEvent, type DemoPlay, type DemoRegister, expectDone, idOf } from "./demo-play";

/** Servers whose updates the clause of the record system's contract settles. */
const settledServers = ["KARTE-DB1", "KARTE-AP1"] as const;
const settledLater = "KANGO-AP1";
/** From next month on. */
const settledNext = "KARTE-JUMP";

/** What was kept around the contracts over time: one contract in full, names, servers, connections. */
export function contractRecordEvents(play: DemoPlay, register: DemoRegister): DemoEvent[] {
  const karte = () => idOf(register.contracts, "karte");
  const keys = new Map<string, string>();
  return [
    { on: -604, happen: () => completeTerms(play, karte()) },
    { on: -603, happen: () => quoteAll(play, karte(), keys) },
    { on: -602, happen: () => settle(play, register, settledServers, keys, -602) },
    { on: -588, happen: () => addSubcontractors(play, karte()) },
    { on: -570, happen: () => rename(play, register) },
    { on: -365, happen: () => renameOwn(play) },
    { on: -188, happen: () => amend(play, karte(), keys) },
    { on: -60, happen: () => connect(play, register) },
    { on: -45, happen: () => declare(play) },
    { on: -20, happen: () => settle(play, register, [settledLater], keys, -20) },
    { on: -18, happen: () => correctDay(play, register) },
    { on: -15, happen: () => settle(play, register, [settledNext], keys, 30) },
  ];
}

/** The contract as its form shows it now, for whoever changes a part of it. */
async function formOf(play: DemoPlay, contractId: string) {
  const input = { contractId, day: "", knownOn: "" };
  const { contract, held } = expectDone(await showContract(play.ports, play.editor, input));
  if (!held) throw new Error("the demo's contract has no terms");
  const raw: RawForm = {
    ...formOfTerms(termsOf(held.revision)),
    number: contract.number,
    note: contract.note,
  };
  return { raw, version: contract.version, revisionId: held.revision.id };
}

async function completeTerms(play: DemoPlay, contractId: string): Promise<void> {
  const { raw, version, revisionId } = await formOf(play, contractId);
  const reason = "契約書の写しから、費用・当事者・再委託の定めを書き足した。";
  const input = { contractId, version, revisionId, raw: { ...raw, ...karteTerms, reason } };
  expectDone(await correctContract(play.ports, play.editor, input));
}

/** An invented paper of so many pages: a file to point to, with nothing on it but that it is one. */
async function paperOf(pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let no = 1; no <= pages; no += 1)
    document.addPage([595, 842]).drawText(`Invented sample, page ${no}`, { x: 72, y: 760, size: 14, font });
  return document.save();
}

async function file(play: DemoPlay, contractId: string, kind: string, title: string, datedOn: string) {
  const raw = { kind, title, datedOn, note: "" };
  const bytes = await paperOf(2);
  const input = { contractId, raw, file: { fileName: `${title}.pdf`, bytes } };
  return expectDone(await fileContractDocument(play.ports, play.editor, input)).documentId;
}

async function quote(
  play: DemoPlay,
  contractId: string,
  given: { clause: DemoClause; documentId: string; revisionId: string; key: string | null },
): Promise<string> {
  const { clause, documentId, revisionId, key } = given;
  const input = { contractId, key, raw: { ...clause, documentId, revisionId } };
  return expectDone(await quoteClause(play.ports, play.editor, input)).key;
}

async function quoteAll(play: DemoPlay, contractId: string, keys: Map<string, string>): Promise<void> {
  const documentId = await file(play, contractId, "original", "保守委託契約書", play.clock.day(-610));
  const { revisionId } = await formOf(play, contractId);
  for (const clause of karteClauses)
    keys.set(clause.kind, await quote(play, contractId, { clause, documentId, revisionId, key: null }));
}

async function settle(
  play: DemoPlay,
  register: DemoRegister,
  names: readonly string[],
  keys: ReadonlyMap<string, string>,
  from: number,
): Promise<void> {
  const { ports, editor, clock } = play;
  for (const name of names) {
    const serverId = idOf(register.servers, name);
    const { version } = expectDone(await showRecord(ports, editor, { noun: "server", id: serverId }));
    const clauseKey = idOf(keys, "security-update");
    const raw = { bearer: "vendor", clauseKey, typedClause: "", effectiveFrom: clock.day(from) };
    expectDone(await settleServerUpdates(ports, editor, { serverId, version, raw }));
  }
}

/** The day from which the vendor had borne the updates was written down wrongly at first. */
async function correctDay({ ports, editor, clock }: DemoPlay, register: DemoRegister): Promise<void> {
  const serverId = idOf(register.servers, settledLater);
  const { version, shown } = expectDone(await showServerUpdates(ports, editor, { serverId }));
  if (shown === null) throw new Error("the demo's server has no entry");
  const { id: entryId, bearer, clauseKey, typedClause } = shown;
  const reason = "覚書の効力発生日から担当していたため。";
  const day = clock.day(karteMemo.effectiveFrom);
  const raw = { bearer, clauseKey: clauseKey ?? "", typedClause, effectiveFrom: day, reason };
  expectDone(await correctServerUpdates(ports, editor, { serverId, version, entryId, raw }));
}

/** The day from which the record system's vendor had others work for it. */
const SUBCONTRACTED = -590;

async function addSubcontractors(play: DemoPlay, contractId: string): Promise<void> {
  const { ports, editor, clock } = play;
  const ids = new Map<string, string>();
  const dayOrEmpty = (days: number | null) => (days === null ? "" : clock.day(days));
  for (const { key, under, certificates, approvedOn, ...fields } of karteSubcontractors) {
    const raw = {
      ...fields,
      parentId: under === null ? "" : idOf(ids, under),
      certificateName: certificates.map((each) => each.name),
      certificateNumber: certificates.map((each) => each.number),
      certificateExpiresOn: certificates.map((each) => dayOrEmpty(each.expiresOn)),
      approvedOn: dayOrEmpty(approvedOn),
      usedFrom: clock.day(SUBCONTRACTED),
    };
    ids.set(key, expectDone(await addSubcontractor(ports, editor, { contractId, raw })).id);
  }
}

async function rename(play: DemoPlay, register: DemoRegister): Promise<void> {
  const { ports, editor, clock } = play;
  const { vendor, effectiveFrom, ...told } = vendorRename;
  const vendorId = idOf(register.vendors, vendor);
  const { version } = expectDone(await showVendorNames(ports, editor, { vendorId }));
  const times = { kind: "renamed", effectiveFrom: clock.day(effectiveFrom) };
  const raw = { ...told, ...times, successorVendorId: "", corrects: "" };
  expectDone(await renameVendor(ports, editor, { vendorId, version, raw }));
}

async function renameOwn(play: DemoPlay): Promise<void> {
  const { ports, admin, clock } = play;
  const { effectiveFrom, ...told } = hospitalRename;
  const { version } = expectDone(await showHospitalNames(ports, admin));
  const times = { kind: "merger", effectiveFrom: clock.day(effectiveFrom) };
  const raw = { ...told, ...times, successorVendorId: "", corrects: "" };
  expectDone(await renameHospital(ports, admin, { version, raw }));
}

async function amend(play: DemoPlay, contractId: string, keys: ReadonlyMap<string, string>): Promise<void> {
  const { ports, editor, clock } = play;
  const signedOn = clock.day(karteMemo.signedOn);
  const documentId = await file(play, contractId, "memorandum", karteMemo.title, signedOn);
  const { raw, version } = await formOf(play, contractId);
  const amended = {
    ...raw,
    noticeMonths: "6",
    effectiveFrom: clock.day(karteMemo.effectiveFrom),
    sourceNumber: karteMemo.number,
    sourceTitle: karteMemo.title,
    sourceSignedOn: signedOn,
    documentId,
  };
  const input = { contractId, version, origin: "amendment" as const, raw: amended };
  const { revisionId } = expectDone(await amendContract(ports, editor, input));
  const { clause } = karteMemo;
  await quote(play, contractId, { clause, documentId, revisionId, key: idOf(keys, clause.kind) });
}

async function connect(play: DemoPlay, register: DemoRegister): Promise<void> {
  for (const { system, secondFactorBy, isConfirmed, ...fields } of demoConnections) {
    const day = secondFactorBy === null ? "" : play.clock.day(secondFactorBy);
    const raw = {
      ...fields,
      systemId: idOf(register.systems, system),
      secondFactorBy: day,
      effectiveFrom: play.clock.day(-60),
    };
    expectDone(await addConnection(play.ports, play.editor, { raw, isConfirmed }));
  }
}

async function declare(play: DemoPlay): Promise<void> {
  const { sha256 } = await showServerList(play.ports, play.editor);
  const note = "サーバ室の棚と、ネットワーク機器の一覧を突き合わせた。";
  expectDone(await declareServers(play.ports, play.editor, { sha256, note }));
}

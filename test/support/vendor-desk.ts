import type { VendorScope } from "~/domain/scope";
import { askVendors } from "~/use-cases/ask-vendors.server";
import { makeLink } from "~/use-cases/request-links.server";
import { enterLink, findVendorScope, sendCode, verifyCode } from "~/use-cases/vendor-entry.server";
import type { TypedItem } from "~/use-cases/vendor-save.server";
import { beforeSubmit, type Receipt, submitAnswers } from "~/use-cases/vendor-submit.server";
import { expectDone, type TestHospital, testHospital } from "./ports";
import { contractWithSystem, register, type TestContract } from "./records";
import { asking, rawContact } from "./requests";

/** A hospital that asked its vendor for one disclosure, and what a test needs to open more. */
export type AskedHospital = TestHospital & TestContract & { contactId: string; requestId: string };
type Change = Parameters<typeof asking>[1];

/** Asks the vendor of the contract. @returns the request's id */
export async function ask(world: Omit<AskedHospital, "requestId">, change: Change = {}): Promise<string> {
  const asked = expectDone(await askVendors(world.ports, world.editor, asking(world, change)));
  const id = asked.requestIds[0];
  if (id === undefined) throw new Error("nobody asked");
  return id;
}

export async function askedHospital(change: Change = {}): Promise<AskedHospital> {
  const hospital = await testHospital();
  const contract = await contractWithSystem(hospital.ports, hospital.editor);
  const contactId = await register(
    hospital.ports,
    hospital.editor,
    "vendorContact",
    rawContact(contract.vendorId),
  );
  const world = { ...hospital, ...contract, contactId };
  return { ...world, requestId: await ask(world, change) };
}

/** A link's token; `sections` for a colleague. */
export async function linkTo(
  world: AskedHospital,
  requestId = world.requestId,
  sections: string[] | null = null,
): Promise<string> {
  return expectDone(await makeLink(world.ports, world.editor, { requestId, sections })).token;
}

/** The scope behind a link that was opened: what the vendor's browser can reach. */
export async function openDesk(
  world: AskedHospital,
  requestId = world.requestId,
  sections: string[] | null = null,
): Promise<VendorScope> {
  const entered = expectDone(await enterLink(world.ports, await linkTo(world, requestId, sections)));
  return scopeOf(world, entered.token);
}

export async function scopeOf(world: Pick<AskedHospital, "ports">, token: string): Promise<VendorScope> {
  const scope = await findVendorScope(world.ports, token);
  if (scope === null) throw new Error("the session opens nothing");
  return scope;
}

/** The code as it waits in the outbox: without a mail server a person hands it over. */
export async function codeInOutbox(world: Pick<AskedHospital, "ports">, requestId: string): Promise<string> {
  const { rows } = await world.ports.db.$client.execute({
    sql: "SELECT code FROM mail WHERE request_id = ? AND kind = 'code' AND state = 'waiting' ORDER BY created_at DESC, id DESC",
    args: [requestId],
  });
  return String(rows[0]?.code ?? "");
}

export const answerer = { name: "試験 次郎", department: "品質保証部" };

/** Has the code sent and enters it. */
export async function verify(world: AskedHospital, scope: VendorScope): Promise<VendorScope> {
  expectDone(await sendCode(world.ports, scope));
  const code = await codeInOutbox(world, scope.requestId);
  expectDone(await verifyCode(world.ports, scope, { code, ...answerer }));
  return { ...scope, isVerified: true };
}

/** Submits what is there, as shown. */
export async function submit(world: AskedHospital, scope: VendorScope): Promise<Receipt> {
  const { seen, today } = expectDone(await beforeSubmit(world.ports, scope));
  return expectDone(await submitAnswers(world.ports, scope, { issuedOn: today, seen }));
}

/** An item as a page sends it. */
export function typed(itemKey: string, version: number, change: Partial<TypedItem> = {}): TypedItem {
  return { itemKey, version, answer: "yes", remark: "", condition: "none", base: null, ...change };
}

import type { RegisterNoun } from "~/domain/register";
import { coverSystems, registerRecord } from "~/use-cases/registers.server";
import { type DemoContract, demoContracts } from "./contracts";
import { type DemoEvent, type DemoPlay, type DemoRegister, expectDone, idOf } from "./demo-play";
import { type DemoSystem, demoSystems } from "./systems";
import { type DemoVendor, demoVendors } from "./vendors";

type Raw = Record<string, string | string[]>;

/** Registers vendors with contacts and products, and systems with servers. */
export async function fillRegisters(play: DemoPlay): Promise<DemoRegister> {
  const register: DemoRegister = {
    vendors: new Map(),
    versions: new Map(),
    systems: new Map(),
    contracts: new Map(),
    servers: new Map(),
  };
  for (const vendor of demoVendors) await registerVendor(play, register, vendor);
  for (const system of demoSystems) await registerSystem(play, register, system);
  return register;
}

/** Contracts were entered when they were signed; those from before the records on the first days. */
export function contractEvents(play: DemoPlay, register: DemoRegister): DemoEvent[] {
  return demoContracts.map((contract) => ({
    on: Math.max(contract.signedOn, -618),
    happen: () => registerContract(play, register, contract),
  }));
}

async function add(play: DemoPlay, noun: RegisterNoun, raw: Raw): Promise<string> {
  return expectDone(await registerRecord(play.ports, play.editor, { noun, raw })).id;
}

async function registerVendor(play: DemoPlay, register: DemoRegister, vendor: DemoVendor): Promise<void> {
  const { clock } = play;
  const { key, nameKana, note = "" } = vendor;
  const name = vendor.formerName ?? vendor.name;
  const address = "みずうみ県みずうみ市湖畔町（架空）";
  const vendorId = await add(play, "vendor", { name, nameKana, note, address });
  register.vendors.set(key, vendorId);
  const dayOrEmpty = (days: number | undefined) => (days === undefined ? "" : clock.day(days));
  for (const { validFrom, validTo, deputyName = "", ...contact } of vendor.contacts) {
    await add(play, "vendorContact", {
      ...contact,
      vendorId,
      deputyName,
      phone: "00-0000-0000",
      mail: vendor.mail,
      validFrom: dayOrEmpty(validFrom),
      validTo: dayOrEmpty(validTo),
    });
  }
  for (const product of vendor.products) {
    const productId = await add(play, "product", { vendorId, name: product.name, kind: product.kind });
    const versionId = await add(play, "productVersion", {
      productId,
      label: product.version,
      releasedOn: clock.day(product.releasedOn),
      supportEndsOn: dayOrEmpty(product.supportEndsOn),
    });
    register.versions.set(product.key, versionId);
  }
}

async function registerSystem(play: DemoPlay, register: DemoRegister, system: DemoSystem): Promise<void> {
  const { servers, product, inUseFrom, ...fields } = system;
  const systemId = await add(play, "system", {
    ...fields,
    productVersionId: idOf(register.versions, product),
    inUseFrom: play.clock.day(inUseFrom),
  });
  register.systems.set(system.name, systemId);
  for (const { bearer, clause = "", ...server } of servers) {
    const serverId = await add(play, "server", {
      ...server,
      systemId,
      securityUpdateBearer: bearer,
      securityUpdateClause: clause,
    });
    register.servers.set(server.name, serverId);
  }
}

async function registerContract(
  play: DemoPlay,
  register: DemoRegister,
  contract: DemoContract,
): Promise<void> {
  const { ports, clock, editor } = play;
  const contractId = await add(play, "contract", {
    vendorId: idOf(register.vendors, contract.vendor),
    number: contract.number,
    title: contract.title,
    kind: contract.kind,
    signedOn: clock.day(contract.signedOn),
    inForceFrom: clock.day(contract.from),
    inForceTo: contract.to === null ? "" : clock.day(contract.to),
    renewal: contract.renewal,
    noticeDays: contract.noticeDays === null ? "" : String(contract.noticeDays),
    hospitalLabel: contract.labels[0],
    vendorLabel: contract.labels[1],
  });
  register.contracts.set(contract.key, contractId);
  const systemIds = contract.systems.map((name) => idOf(register.systems, name));
  expectDone(await coverSystems(ports, editor, { contractId, systemIds }));
}

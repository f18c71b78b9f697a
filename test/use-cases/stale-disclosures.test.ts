import { expect, it } from "vitest";
import { reviseRecord } from "~/use-cases/registers.server";
import { listStaleDisclosures } from "~/use-cases/stale-disclosures.server";
import { expectDone, testHospital } from "../support/ports";
import { contractWithSystem, rawSystem, receiveDisclosure, register } from "../support/records";

it("names the current disclosures with their reasons, and none of another hospital", async () => {
  const { ports, editor, stranger } = await testHospital();
  const { productVersionId, productId, systemId } = await contractWithSystem(ports, editor);
  const kinds = async () =>
    (await listStaleDisclosures(ports, editor)).map((each) => each.reasons.map(({ kind }) => kind));
  const fresh = await receiveDisclosure(ports, editor, productVersionId, { issuedOn: "2026-07-15" });
  expect(await kinds()).toEqual([]);
  // made before the guideline of 2026-06-29, but no longer current: only the newest of a series is asked about
  await receiveDisclosure(ports, editor, productVersionId, { issuedOn: "2026-04-15" });
  expect(await kinds()).toEqual([]);
  const next = await register(ports, editor, "productVersion", { productId, label: "2.0" });
  const raw = rawSystem(next);
  expectDone(await reviseRecord(ports, editor, { noun: "system", id: systemId, version: 1, raw }));
  expect(await listStaleDisclosures(ports, editor)).toMatchObject([
    { id: fresh, productVersionId, reasons: [{ kind: "version", versions: ["2.0"] }] },
  ]);
  ports.clock.set("2027-07-15T01:00:00.000Z");
  expect(await kinds()).toEqual([["version", "age"]]);
  expect(await listStaleDisclosures(ports, stranger)).toEqual([]);
});

it("asks for a new one after a guideline edition of a known day", async () => {
  const { ports, editor } = await testHospital();
  const { productVersionId } = await contractWithSystem(ports, editor);
  await receiveDisclosure(ports, editor, productVersionId, { issuedOn: "2026-04-15" });
  expect((await listStaleDisclosures(ports, editor))[0]?.reasons).toMatchObject([
    { kind: "guideline", version: "7.0", issuedOn: "2026-06-29" },
  ]);
});

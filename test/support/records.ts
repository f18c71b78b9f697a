import type { RegisterNoun } from "~/domain/register";
import type { RawRow } from "~/domain/role-row-input";
import type { Scope } from "~/domain/scope";
import type { Ports } from "~/use-cases/ports.server";
import { receiveWorkbook, saveIntake } from "~/use-cases/receive.server";
import { coverSystems, registerRecord } from "~/use-cases/registers.server";
import { openRoleSheet } from "~/use-cases/role-sheets.server";
import { type FilledAnswer, questionnaireWorkbook } from "~/workbook/write-questionnaire.server";
import { expectDone } from "./ports";

/** What a contract needs around it, registered by the use cases. */
export type TestContract = {
  vendorId: string;
  productId: string;
  productVersionId: string;
  systemId: string;
  contractId: string;
};

export async function register(
  ports: Ports,
  scope: Scope,
  noun: RegisterNoun,
  raw: Record<string, string>,
): Promise<string> {
  return expectDone(await registerRecord(ports, scope, { noun, raw })).id;
}

export const rawContract = (vendorId: string, number = "K-2026-001") => ({
  vendorId,
  number,
  title: "電子カルテ保守契約",
  kind: "maintenance",
  signedOn: "2025-03-20",
  inForceFrom: "2025-04-01",
  inForceTo: "2027-03-31",
  renewal: "automatic",
  noticeDays: "90",
  hospitalLabel: "甲",
  vendorLabel: "乙",
});

export const rawSystem = (productVersionId: string) => ({
  name: "電子カルテ",
  productVersionId,
  category: "record",
  form: "on-premise",
  site: "本館",
  criticality: "high",
});

/** Vendor, product, version, system and a contract that covers it. */
export async function contractWithSystem(ports: Ports, scope: Scope): Promise<TestContract> {
  const vendorId = await register(ports, scope, "vendor", { name: "試験ベンダ株式会社" });
  const productId = await register(ports, scope, "product", {
    vendorId,
    name: "試験カルテ",
    kind: "product",
  });
  const productVersionId = await register(ports, scope, "productVersion", { productId, label: "1.0" });
  const systemId = await register(ports, scope, "system", rawSystem(productVersionId));
  const contractId = await register(ports, scope, "contract", rawContract(vendorId));
  expectDone(await coverSystems(ports, scope, { contractId, systemIds: [systemId] }));
  return { vendorId, productId, productVersionId, systemId, contractId };
}

export type BookOptions = {
  /** Answers by question number; every other question is はい. */
  answers?: Record<string, FilledAnswer>;
  issuedOn?: string;
};

/** A filled in-house questionnaire for products, as a vendor would send it back. */
export async function productBook(ports: Ports, options: BookOptions = {}): Promise<Uint8Array> {
  const questionnaire = ports.catalogues.questionnaireOfForm("in-house-product");
  if (!questionnaire) throw new Error("no questionnaire");
  const answers = new Map<string, FilledAnswer>(
    questionnaire.questions.map((each) => [
      each.no,
      options.answers?.[each.no] ?? { answer: "yes", remark: "" },
    ]),
  );
  return questionnaireWorkbook(questionnaire, answers, {
    vendor: "試験ベンダ株式会社",
    product: "試験カルテ",
    productVersion: "1.0",
    issuedOn: options.issuedOn ?? "2026-04-15",
  });
}

/** Receives and saves one such book; the whole path of a receipt. */
export async function receiveDisclosure(
  ports: Ports,
  scope: Scope,
  productVersionId: string,
  options: BookOptions = {},
): Promise<string> {
  const issuedOn = options.issuedOn ?? "2026-04-15";
  const bytes = await productBook(ports, options);
  const { intakeId } = expectDone(
    await receiveWorkbook(ports, scope, { fileName: `回答_${issuedOn}.xlsx`, bytes }),
  );
  const form = { formIndex: 0, formVersion: "1.0", issuedOn, place: { productVersionId } };
  const saved = expectDone(await saveIntake(ports, scope, { intakeId, forms: [form] }));
  const id = saved.disclosureIds[0];
  if (id === undefined) throw new Error("nothing saved");
  return id;
}

export const FORM_6_0 = "mhlw-guideline@6.0";
export const SHEET_FORM = "role-sheet-starter@1.0";

export async function openSheet(ports: Ports, scope: Scope, contractId: string): Promise<string> {
  const opened = await openRoleSheet(ports, scope, {
    contractId,
    form: SHEET_FORM,
    title: "",
    roundOn: "2026-04-20",
  });
  return expectDone(opened).roleSheetId;
}

/** A row as it is typed; fields that are not given stay empty and undecided. */
export function rawRow(fields: Partial<RawRow> = {}): RawRow {
  return {
    firstCheck: "",
    firstCheckOn: "",
    completedOn: "",
    party: "undecided",
    thirdPartyName: "",
    emergencyParty: "",
    endParty: "",
    what: "",
    cost: "",
    deadline: "",
    clause: "",
    evidence: "",
    remark: "",
    ...fields,
  };
}

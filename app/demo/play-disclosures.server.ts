import type { AnswerOption } from "~/domain/questionnaire";
import { withdrawDisclosure } from "~/use-cases/disclosures.server";
import type { Ports } from "~/use-cases/ports.server";
import { correctAnswer, receiveWorkbook, saveIntake } from "~/use-cases/receive.server";
import { questionnaireWorkbook } from "~/workbook/write-questionnaire.server";
import { type DemoEvent, type DemoPlay, type DemoRegister, expectDone, idOf } from "./demo-play";
import { type DemoReceipt, demoReceipts } from "./receipts";
import { INVENTED_VERSION, vendorWorkbook } from "./vendor-sheet";
import { demoVendors } from "./vendors";

/** Every workbook that arrived (the last one still waits for a person), and the one that was withdrawn. */
export function receiptEvents(
  play: DemoPlay,
  register: DemoRegister,
  disclosures: Map<string, string>,
): DemoEvent[] {
  return demoReceipts.flatMap((receipt) => {
    const arrival: DemoEvent = {
      on: receipt.receivedOn,
      happen: async () => {
        disclosures.set(receipt.key, await receive(play, register, receipt));
      },
    };
    const { withdrawn } = receipt;
    if (!withdrawn) return [arrival];
    const withdrawal: DemoEvent = {
      on: withdrawn.on,
      happen: async () => {
        const disclosureId = idOf(disclosures, receipt.key);
        const { reason } = withdrawn;
        expectDone(await withdrawDisclosure(play.ports, play.editor, { disclosureId, reason }));
      },
    };
    return [arrival, withdrawal];
  });
}

async function receive(play: DemoPlay, register: DemoRegister, receipt: DemoReceipt): Promise<string> {
  const { ports, editor } = play;
  const issuedOn = play.clock.day(receipt.issuedOn);
  const bytes = await workbookOf(ports, receipt, issuedOn);
  const received = await receiveWorkbook(ports, editor, { fileName: receipt.fileName, bytes });
  const { intakeId, reading } = expectDone(received);
  for (const { no, answer, remark, reason } of receipt.corrections ?? []) {
    const ordinal = reading.forms[0]?.answers.findIndex((each) => each.no === no) ?? -1;
    const correction = { intakeId, formIndex: 0, ordinal, answer, remark, reason };
    expectDone(await correctAnswer(ports, editor, correction));
  }
  if (receipt.isWaiting) return "";
  const form = {
    formIndex: 0,
    formVersion: reading.forms[0]?.formVersion ?? INVENTED_VERSION,
    issuedOn,
    place: { productVersionId: idOf(register.versions, receipt.product) },
  };
  const saved = expectDone(await saveIntake(ports, editor, { intakeId, forms: [form] }));
  return saved.disclosureIds[0] ?? "";
}

/** The file as the vendor sends it: a real .xlsx that goes through the real reader. */
function workbookOf(ports: Ports, receipt: DemoReceipt, issuedOn: string): Promise<Uint8Array> {
  const vendor = demoVendors.find((each) => each.products.some(({ key }) => key === receipt.product));
  const product = vendor?.products.find(({ key }) => key === receipt.product);
  if (!vendor || !product) throw new Error(`the demo has no product ${receipt.product}`);
  const header = { vendor: vendor.name, product: product.name, productVersion: product.version, issuedOn };
  if (receipt.form === "MDS" || receipt.form === "SDS") {
    const answers = Object.entries(receipt.answers).map(([no, { answer, remark }]) => {
      return [Number(no), { answer: optionOrEmpty(answer), remark }] as const;
    });
    return vendorWorkbook({ ...header, form: receipt.form, answers: Object.fromEntries(answers) });
  }
  const questionnaire = ports.catalogues.questionnaireOfForm(receipt.form);
  if (!questionnaire) throw new Error(`no questionnaire ${receipt.form}`);
  const answers = questionnaire.questions.map(({ no }) => {
    return [no, receipt.answers[no] ?? { answer: "yes" as const, remark: "" }] as const;
  });
  return questionnaireWorkbook(questionnaire, new Map(answers), header);
}

function optionOrEmpty(answer: string): AnswerOption | "conflict" | null {
  const isMarked =
    answer === "yes" || answer === "no" || answer === "not-applicable" || answer === "conflict";
  return isMarked ? answer : null;
}

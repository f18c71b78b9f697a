import { addDays, dayInTokyo } from "~/domain/day";
import { setWeights } from "~/use-cases/procurement-comparison.server";
import {
  addCandidates,
  chooseCandidate,
  dropCandidate,
  openProcurement,
  showProcurement,
} from "~/use-cases/procurements.server";
import { receiveWorkbook, saveIntake } from "~/use-cases/receive.server";
import { registerRecord } from "~/use-cases/registers.server";
import { type FilledAnswer, questionnaireWorkbook } from "~/workbook/write-questionnaire.server";
import { type DemoEvent, type DemoPlay, type DemoRegister, expectDone, idOf } from "./demo-play";

type DemoCandidate = {
  vendor: string;
  vendorName: string;
  name: string;
  version: string;
  /** By number of the in-house questionnaire; null = nothing was disclosed yet. */
  answers: Readonly<Record<string, FilledAnswer>> | null;
};
const no = (remark: string): FilledAnswer => ({ answer: "no", remark });

/** Products the hospital considers for its next record system; all of them are invented. */
const candidates: readonly DemoCandidate[] = [
  {
    vendor: "shirakaba",
    vendorName: "しらかばクラウド株式会社",
    name: "しらかばカルテ",
    version: "2027",
    answers: { "5-1": no("標準の形式での出力は2028年から"), "11-4": no("有償の追加で提供できる") },
  },
  {
    vendor: "minamo",
    vendorName: "みなも薬剤情報株式会社",
    name: "みなもカルテ",
    version: "3.1",
    answers: {
      "14-3": no("2028年度の版で対応予定"),
      "10-4": no("記録は取るが、突合せはしていない"),
      "15-1": { answer: "not-applicable", remark: "署名を扱わない" },
    },
  },
  { vendor: "akane", vendorName: "", name: "あかねカルテ", version: "1.0", answers: null },
];
/** What the committee will not do without, and what it wants. */
const weights: Readonly<Record<string, string>> = {
  "14-3": "must",
  "10-4": "high",
  "11-4": "high",
  "15-1": "out",
};

/** A case from its first list of candidates to the choice. */
export function procurementEvents(play: DemoPlay, register: DemoRegister): DemoEvent[] {
  let [procurementId, versions] = ["", [] as string[]];
  return [
    {
      on: -26,
      happen: async () => {
        versions = [];
        for (const each of candidates) versions.push(await consider(play, register, each));
        procurementId = await open(play, versions);
      },
    },
    { on: -12, happen: () => discloseAll(play, versions) },
    { on: -8, happen: () => decide(play, procurementId) },
  ];
}

async function consider(
  { ports, editor }: DemoPlay,
  register: DemoRegister,
  each: DemoCandidate,
): Promise<string> {
  const vendorId = idOf(register.vendors, each.vendor);
  const product = { vendorId, name: each.name, kind: "product" };
  const { id: productId } = expectDone(
    await registerRecord(ports, editor, { noun: "product", raw: product }),
  );
  const raw = { productId, label: each.version };
  return expectDone(await registerRecord(ports, editor, { noun: "productVersion", raw })).id;
}

async function open({ ports, editor, clock }: DemoPlay, versions: readonly string[]): Promise<string> {
  const raw = {
    title: "電子カルテの更改（架空の案件）",
    purpose: "二要素認証を備え、標準の形式でデータを取り出せること。本館と西館で使う。",
    wantedBy: addDays(clock.day(0), 300),
  };
  const { procurementId } = expectDone(await openProcurement(ports, editor, { raw }));
  expectDone(await addCandidates(ports, editor, { procurementId, productVersionIds: versions }));
  return procurementId;
}

async function discloseAll({ ports, editor }: DemoPlay, versions: readonly string[]): Promise<void> {
  const questionnaire = ports.catalogues.questionnaireOfForm("in-house-product");
  if (!questionnaire) throw new Error("the demo has no questionnaire for products");
  for (const [at, { name, version, vendorName, answers }] of candidates.entries()) {
    if (answers === null) continue;
    const issuedOn = addDays(dayInTokyo(ports.now()), -3);
    const given = questionnaire.questions.map((each) => {
      return [each.no, answers[each.no] ?? { answer: "yes" as const, remark: "" }] as const;
    });
    const header = { vendor: vendorName, product: name, productVersion: version, issuedOn };
    const bytes = await questionnaireWorkbook(questionnaire, new Map(given), header);
    const { intakeId } = expectDone(
      await receiveWorkbook(ports, editor, { fileName: `${name}_回答.xlsx`, bytes }),
    );
    const place = { productVersionId: versions[at] ?? "" };
    const form = { formIndex: 0, formVersion: questionnaire.head.version, issuedOn, place };
    expectDone(await saveIntake(ports, editor, { intakeId, forms: [form] }));
  }
}

/** Weights, one candidate dropped, and the choice with its reason. */
async function decide({ ports, editor }: DemoPlay, procurementId: string): Promise<void> {
  const questionnaire = ports.catalogues.questionnaireOfForm("in-house-product");
  const questions = questionnaire?.questions ?? [];
  const form = `${questionnaire?.head.id}@${questionnaire?.head.version}`;
  const raw = Object.fromEntries(questions.map((each) => [each.key, weights[each.no] ?? "normal"]));
  const shown = async () => expectDone(await showProcurement(ports, editor, { procurementId }));
  const { version } = (await shown()).procurement;
  expectDone(await setWeights(ports, editor, { procurementId, version, form, raw }));
  const [first, , last] = (await shown()).candidates;
  if (!first || !last) throw new Error("the demo's case has no candidates");
  const dropped = { procurementId, candidateId: last.id, version: last.version };
  expectDone(await dropCandidate(ports, editor, { ...dropped, reason: "期日までに開示書の提出がなかった" }));
  const reason =
    "必須とした二要素認証を備えている。標準の形式での出力は2028年からのため、それまでは現行の出力を使う。";
  const choice = { procurementId, candidateId: first.id, supersedes: null, form };
  expectDone(await chooseCandidate(ports, editor, { ...choice, reason }));
}

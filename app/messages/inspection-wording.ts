import type { InspectionFacts } from "../domain/inspection-text.ts";
import { assertNever } from "../domain/problem.ts";
import { formatDay } from "./days.ts";
import { ja } from "./ja.ts";

const day = (value: string) => formatDay(value, "ja");
/** A sentence that ends as one, whatever the person typed at its end. */
const ended = (text: string) => (/[。．.!?！？]$/.test(text) ? text : `${text}。`);

/**
 * 立入検査説明文 in our own wording: what was disclosed, what was decided, by whom, until when. It states facts of the
 * records and never whether something is enough.
 */
export function inspectionWording(facts: InspectionFacts): string {
  return [
    disclosed(facts),
    overridden(facts),
    decided(facts),
    ...carriedOut(facts),
    closed(facts),
    newer(facts),
  ]
    .filter((each) => each !== "")
    .join("\n");
}

function disclosed({
  vendor,
  product,
  clause,
  summary,
  issuedOn,
  verdict,
  answers,
}: InspectionFacts): string {
  const about = clause === null ? `「${summary}」` : `${clause}「${summary}」`;
  const when = issuedOn === null ? "" : `（${day(issuedOn)}作成）`;
  const words: Readonly<Record<string, string>> = ja.answers;
  const given = answers.map(({ no, question, answer, remark }) => {
    const said = `${no} ${question}`.trim();
    return `${said}：${words[answer] ?? answer}${remark === "" ? "" : `、備考「${remark}」`}`;
  });
  const head = `${vendor}の${product}の開示書${when}では、${about}について、照合の結果は${wordOf(verdict)}であった。`;
  return given.length === 0 ? head : `${head}もとの回答は次のとおりである。\n${given.join("\n")}`;
}

/** Verdict of the rules and that of the person both, the reason and the name with it. */
function overridden({ override }: InspectionFacts): string {
  if (override === null) return "";
  const { verdict, reason, by, on } = override;
  return `この結果は、${day(on)}に${by === "" ? "担当者" : by}が、同じ回答を読んで${wordOf(verdict)}と上書きした。理由は次のとおりである。${ended(reason)}`;
}

function newer({ since }: InspectionFacts): string {
  if (since === null) return "";
  return `その後の開示書（${day(since.issuedOn)}作成）では、同じ事項の照合の結果は${wordOf(since.verdict)}である。`;
}

function wordOf(verdict: InspectionFacts["verdict"]): string {
  const { word } = ja.verdicts[verdict];
  return word.includes("「") ? word : `「${word}」`;
}

function decided({ decidedOn, kind, reason, owner }: InspectionFacts): string {
  const who = owner === "" ? "" : `担当は${owner}である。`;
  return `${day(decidedOn)}に、対応方針を「${ja.decisionKinds[kind].word}」と決めた。理由は次のとおりである。${ended(reason)}${who}`;
}

/** How the kind of decision is carried out. */
function carriedOut(facts: InspectionFacts): string[] {
  const { kind, measure, dueOn, place } = facts;
  const until = dueOn === null ? "" : `期日は${day(dueOn)}である。`;
  switch (kind) {
    case "vendor-fix":
      return [`事業者が行う対応は次のとおりである。${ended(measure)}${until}${promised(facts)}`];
    case "hospital-control":
      return [`${place === null ? "" : `役割分担確認表の${place}に結び付けている。`}${until}`];
    case "contract-term":
      return [
        `契約に定める内容は次のとおりである。${ended(measure)}${place === null ? "" : `${place}に結び付けている。`}${until}`,
      ];
    case "accept-risk":
      return [accepted(facts)];
    case "not-applicable":
      return [];
    default:
      return assertNever(kind);
  }
}

function promised({ promise: { state, on } }: InspectionFacts): string {
  switch (state) {
    case "promised":
      return `事業者は${on === null ? "" : day(on)}にこの期日を確認した。`;
    case "declined":
      return `事業者は${on === null ? "" : day(on)}に、この内容では行えないと回答した。`;
    case "asked":
      return "事業者に確認を求めており、回答を待っている。";
    case "not-asked":
      return "事業者にはまだ確認を求めていない。";
    default:
      return assertNever(state);
  }
}

function accepted({ likelihood, impact, approval, dueOn }: InspectionFacts): string {
  const risk =
    likelihood === null || impact === null
      ? ""
      : `起こりやすさを「${ja.riskLevels[likelihood]}」、起きたときの影響を「${ja.riskLevels[impact]}」と見積もった。`;
  const who =
    approval === null
      ? "経営層の承認はまだ記録されていない。"
      : `${day(approval.on)}に、${approval.title} ${approval.approver}が承認した。`;
  const until = dueOn === null ? "" : `受け入れるのは${day(dueOn)}までであり、その後は改めて決める。`;
  return `${risk}${who}${until}`;
}

function closed({ closing }: InspectionFacts): string {
  if (closing === null) return "";
  const by = closing.reason === "" ? "" : `確かめた方法は次のとおりである。${ended(closing.reason)}`;
  return `${day(closing.on)}に完了した。${by}`;
}

import { readFileSync } from "node:fs";
import path from "node:path";
import type { Catalogue } from "~/domain/any-catalogue";
import type { AnswerValue, Questionnaire } from "~/domain/questionnaire";
import { questionnaireSchema } from "~/domain/questionnaire";
import type { Scope } from "~/domain/scope";
import {
  beginCrosswalk,
  confirmCrosswalk,
  publishCrosswalk,
  showCrosswalk,
} from "~/use-cases/crosswalks.server";
import { keepCatalogue } from "~/use-cases/keep-catalogue.server";
import {
  addMappingLine,
  beginMapping,
  decideMappingLine,
  publishMapping,
  showMapping,
} from "~/use-cases/mappings.server";
import type { Ports } from "~/use-cases/ports.server";
import { receiveWorkbook, saveIntake } from "~/use-cases/receive.server";
import { record } from "~/use-cases/record.server";
import { makeWorkbook } from "./make-workbook";
import { expectDone } from "./ports";

const folder = path.resolve(import.meta.dirname, "../golden/crosswalk");
export const OLD_FORM = "test-mds@4.1";
export const NEW_FORM = "test-mds@5.0";

/** An invented version of MDS (4.1 or 5.0); no official text. */
export function inventedForm(version: "4.1" | "5.0"): Questionnaire {
  const json = JSON.parse(readFileSync(path.join(folder, `mds-${version}.json`), "utf8"));
  return questionnaireSchema.parse(json);
}

/** Freezes a catalogue as publishing would. */
export async function publishEdition(ports: Ports, scope: Scope, catalogue: Catalogue): Promise<string> {
  const head = { verb: "publish", noun: "catalogue", recordId: catalogue.head.id, change: {} };
  const kept = await record(ports, scope, "catalogue:write", head, (entry) =>
    keepCatalogue(ports, scope, entry, catalogue, { originalFileId: null, sha256: null }),
  );
  return expectDone(kept).ref;
}

export async function publishBothForms(ports: Ports, scope: Scope): Promise<void> {
  for (const version of ["4.1", "5.0"] as const) await publishEdition(ports, scope, inventedForm(version));
}

/** A draft with every line confirmed as proposed. */
export async function confirmedCrosswalk(ports: Ports, scope: Scope) {
  const begun = await beginCrosswalk(ports, scope, { from: OLD_FORM, to: NEW_FORM });
  const { draftId } = expectDone(begun);
  const { lines } = expectDone(await showCrosswalk(ports, scope, { draftId }));
  let { version } = expectDone(await showCrosswalk(ports, scope, { draftId }));
  for (const { id } of lines) {
    expectDone(await confirmCrosswalk(ports, scope, { draftId, version, lines: { id, reason: null } }));
    version += 1;
  }
  return { draftId, version };
}

export async function publishedCrosswalk(ports: Ports, scope: Scope): Promise<string> {
  const draft = await confirmedCrosswalk(ports, scope);
  return expectDone(await publishCrosswalk(ports, scope, draft)).ref;
}

export const rawLine = (fields: Partial<{ rule: string; relation: string; reason: string }> = {}) => ({
  rule: "all-yes",
  relation: "covers",
  acceptsNotApplicable: true,
  reason: "設問が要求事項を尋ねている",
  ...fields,
});

/** A mapping with every proposal taken, and lines of a person's own. */
export async function confirmedMapping(
  ports: Ports,
  scope: Scope,
  ends: { from: string; to: string },
  own: readonly { requirement: string; questions: string[] }[] = [],
) {
  const { draftId } = expectDone(await beginMapping(ports, scope, ends));
  const { lines, version: first } = expectDone(await showMapping(ports, scope, { draftId }));
  let version = first;
  for (const { id: lineId, reason, relation } of lines) {
    const raw = rawLine({ reason, relation });
    expectDone(await decideMappingLine(ports, scope, { draftId, version, lineId, isTaken: true, raw }));
    version += 1;
  }
  for (const each of own) {
    expectDone(await addMappingLine(ports, scope, { draftId, version, ...each, raw: rawLine() }));
    version += 1;
  }
  return { draftId, version };
}

export async function publishedMapping(...given: Parameters<typeof confirmedMapping>): Promise<string> {
  const [ports, scope] = given;
  return expectDone(await publishMapping(ports, scope, await confirmedMapping(...given))).ref;
}

/** Receives a disclosure on one of the invented forms; every question not named is はい. */
export async function receiveInvented(
  ports: Ports,
  scope: Scope,
  productVersionId: string,
  version: "4.1" | "5.0",
  answers: Readonly<Record<string, AnswerValue>>,
): Promise<string> {
  return receiveOn(ports, scope, productVersionId, { form: inventedForm(version), answers });
}

/** The same on any form of MDS; remarks by number of question. */
export async function receiveOn(
  ports: Ports,
  scope: Scope,
  productVersionId: string,
  given: {
    form: Questionnaire;
    answers: Readonly<Record<string, AnswerValue>>;
    remarks?: Readonly<Record<string, string>>;
  },
): Promise<string> {
  const { answers } = given;
  const { version } = given.form.head;
  const mark = (no: string, option: AnswerValue) => ((answers[no] ?? "yes") === option ? "○" : null);
  const rows = given.form.questions.map(({ no, question, clauses }) => [
    no,
    `${question}${(clauses ?? []).map((each) => `（${each}）`).join("")}`,
    mark(no, "yes"),
    mark(no, "no"),
    mark(no, "not-applicable"),
    given.remarks?.[no] ?? `${no}の備考`,
  ]);
  const bytes = await makeWorkbook([
    {
      name: "MDS",
      rows: [
        [`製造業者による医療情報セキュリティ開示書（MDS）　Ver.${version}`],
        ["作成日", "2026/4/15"],
        ["項番", "設問", "はい", "いいえ", "対象外", "備考"],
        ...rows,
      ],
    },
  ]);
  const received = await receiveWorkbook(ports, scope, { fileName: `MDS_${version}.xlsx`, bytes });
  const { intakeId } = expectDone(received);
  const form = { formIndex: 0, formVersion: version, issuedOn: "2026-04-15", place: { productVersionId } };
  const saved = expectDone(await saveIntake(ports, scope, { intakeId, forms: [form] }));
  return saved.disclosureIds[0] ?? "";
}

import { systemsWithDisclosure } from "#db/queries/home.server";
import { correctionsOf, endIntake, findIntake } from "#db/queries/intakes.server";
import { listPlaces } from "#db/queries/products.server";
import type { Checklist, Respondent } from "~/domain/checklist";
import type { ChecklistAnswer } from "~/domain/checklist-response";
import { type Correction, correctedAnswers, countAnswers } from "~/domain/disclosure";
import { joinAnswers } from "~/domain/join-answers";
import { done, failed, problem, type Result } from "~/domain/problem";
import { catalogueRef } from "~/domain/provenance";
import type { ReadChecklist } from "~/domain/reading";
import { parseReading } from "~/domain/reading-file";
import type { Scope } from "~/domain/scope";
import { isSimilarName } from "~/domain/similar-name";
import { cataloguesOf } from "./catalogues.server";
import { writeChecklistResponse } from "./keep-checklist.server";
import type { Ports } from "./ports.server";
import { record } from "./record.server";

type Kept = Awaited<ReturnType<typeof correctionsOf>>[number];

/** The rows of a list with what people set since: answer, remark and target day. */
function correctedRows(list: ReadChecklist, own: readonly Kept[]) {
  return correctedAnswers<Kept>(list.rows, own).map(({ ordinal, answer, remark, correction }) => {
    const read = list.rows[ordinal];
    const targetOn = correction?.targetOn ?? read?.targetOn ?? null;
    return { read, ordinal, answer, remark, correction, targetOn: targetOn === "" ? null : targetOn };
  });
}

export type ChecklistReview = Awaited<ReturnType<typeof reviewChecklist>> extends Result<infer T> ? T : never;

/**
 * チェックリストを確かめる: what was read of every list and round, what people set since, and what it may belong
 * to. Six queries, whatever the size. Problems: not-found (also when the file holds no checklist).
 */
export async function reviewChecklist(ports: Ports, scope: Scope, input: { intakeId: string }) {
  const found = await findIntake(ports.db, scope, input.intakeId);
  if (!found) return failed(problem("not-found"));
  const { reading: json, recipe: _, ...intake } = found;
  const reading = parseReading(json);
  const [corrections, places, systems, catalogues] = await Promise.all([
    correctionsOf(ports.db, scope, intake.id),
    listPlaces(ports.db, scope),
    systemsWithDisclosure(ports.db, scope),
    cataloguesOf(ports, scope),
  ]);
  const vendors = [...new Map(places.map((each) => [each.vendorId, each.vendor]))].map(([id, name]) => ({
    id,
    name,
  }));
  const plain = (name: string) => name.normalize("NFKC").trim();
  const lists = (reading.checklists ?? []).map((read, index) => {
    const rows = correctedRows(
      read,
      corrections.filter((each) => each.formIndex === index),
    );
    const name = read.header.vendor ?? "";
    const exact = vendors.find((each) => name !== "" && plain(each.name) === plain(name)) ?? null;
    const near =
      exact === null && name !== "" ? vendors.filter((each) => isSimilarName(each.name, name)) : [];
    return { index, read, rows, counts: countAnswers(rows), exact, near };
  });
  return done({
    intake,
    sheets: reading.sheets,
    problems: reading.problems,
    lists,
    vendors,
    systems: systems.map(({ id, name, about }) => ({ id, name, about })),
    editions: [...catalogues.checklists.values()].map(({ head }) => ({
      ref: catalogueRef(head),
      title: head.title,
    })),
  });
}

/** What a person says of one list before it is kept. */
export type ChecklistToSave = {
  index: number;
  respondent: Respondent;
  vendorId: string | null;
  checklistRef: string | null;
  title: string;
  round: number;
  answeredOn: string;
  systemIds: readonly string[];
};

/**
 * 点検回答として保存する: freezes the chosen lists of a received file, each as one response, and ends the receipt.
 * Problems: not-found, intake-closed, intake-nothing-to-save; those of `writeChecklistResponse` with `at` =
 * `lists.<index>.<field>`.
 */
export async function saveChecklists(
  ports: Ports,
  scope: Scope,
  input: { intakeId: string; lists: readonly ChecklistToSave[] },
): Promise<Result<{ responseIds: string[] }>> {
  const found = await findIntake(ports.db, scope, input.intakeId);
  if (!found) return failed(problem("not-found"));
  if (input.lists.length === 0) return failed(problem("intake-nothing-to-save"));
  const { checklists = [] } = parseReading(found.reading);
  const editions = (await cataloguesOf(ports, scope)).checklists;
  const responseIds = input.lists.map(() => ports.newId());
  const change: Record<string, [unknown, unknown]> = { responses: [null, responseIds] };
  const head = { verb: "save-checklist", noun: "intake", recordId: found.id, change };
  return record(ports, scope, "disclosure:write", head, async (entry) => {
    if (!(await endIntake(entry.tx, scope, found.id, "saved"))) return failed(problem("intake-closed"));
    const now = await findIntake(entry.tx, scope, found.id);
    if (now?.readingNo !== found.readingNo) return failed(problem("changed-meanwhile"));
    const corrections = await correctionsOf(entry.tx, scope, found.id);
    const source = { originalFileId: found.originalFileId, intakeId: found.id, requestId: null };
    for (const [at, { index, ...given }] of input.lists.entries()) {
      const [list, id] = [checklists[index], responseIds[at]];
      if (!list || !id) return failed(problem("intake-nothing-to-save"));
      const rows = correctedRows(
        list,
        corrections.filter((each) => each.formIndex === index),
      );
      const edition = given.checklistRef === null ? undefined : editions.get(given.checklistRef);
      const response = { ...given, answers: answersOf(rows, edition), unread: list.unread };
      const written = await writeChecklistResponse(ports, scope, entry, id, response, source);
      if (!written.ok) return failed(...written.problems.map((each) => placed(each, index)));
    }
    return done({ responseIds });
  });
}

function placed<P extends { at?: string }>(each: P, index: number): P {
  return each.at === undefined ? each : { ...each, at: `lists.${index}.${each.at}` };
}

function answersOf(
  rows: ReturnType<typeof correctedRows>,
  edition: Checklist | undefined,
): ChecklistAnswer[] {
  const items = edition?.items ?? [];
  const asked = rows.map(({ read }) => ({ no: read?.no ?? "", question: read?.question ?? "" }));
  const joined = joinAnswers(
    asked,
    items.map(({ no, item }) => ({ no, question: item })),
  );
  return rows.flatMap(({ read, answer, remark, correction, targetOn }, at): ChecklistAnswer[] => {
    if (!read) return [];
    const item = joined[at] ?? null;
    return [
      {
        itemKey: item === null ? null : (items[item]?.key ?? null),
        no: read.no,
        section: read.section,
        item: read.question,
        answer,
        remark,
        targetOn,
        targetText: read.targetText,
        checkedText: read.checkedText,
        cell: read.cell,
        readAnswer: read.answer,
        readRemark: read.remark,
        readReason: read.reason,
        ...setBy(correction),
      },
    ];
  });
}

function setBy(correction: (Correction & Kept) | null) {
  return {
    setBy: correction?.setBy ?? null,
    setAt: correction?.setAt ?? null,
    setReason: correction?.reason ?? null,
  };
}

import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { gateAnswers, ownAnswers } from "../../app/domain/own-checklist.ts";
import { answerBases } from "../../app/domain/survey.ts";
import { day, hospitalId, id, moment, oneOf, recordedSeq, version } from "../columns.ts";
import { checklistResponse } from "./checklist-responses.ts";
import { account, hospital } from "./people.ts";
import { system } from "./registers.ts";

const ofHospital = () => hospitalId().references(() => hospital.id);
const byAccount = (name: string) => text(name).references(() => account.id);

/** 自院の点検表: the hospital's own 医療機関確認用 of one fiscal year on one edition, while it is filled in. */
export const ownChecklist = sqliteTable(
  "own_checklist",
  {
    id: id(),
    hospitalId: ofHospital(),
    /** Year in which the fiscal year (April to March) begins. */
    fiscalYear: integer("fiscal_year").notNull(),
    /** `id@version` of the edition. */
    checklistRef: text("checklist_ref").notNull(),
    /** 入口の設問: is there any system at all? "" = not answered yet. */
    gate: text("gate", { enum: gateAnswers }).notNull().default(""),
    createdAt: moment("created_at").notNull(),
    version: version(),
  },
  (t) => [
    uniqueIndex("own_checklist_once").on(t.hospitalId, t.fiscalYear, t.checklistRef),
    oneOf("own_checklist", "gate", gateAnswers),
  ],
);

/** A person's answer to one row; replaced freely, each round freezes what stands here. */
export const ownChecklistRow = sqliteTable(
  "own_checklist_row",
  {
    hospitalId: ofHospital(),
    checklistId: text("checklist_id")
      .notNull()
      .references(() => ownChecklist.id),
    itemKey: text("item_key").notNull(),
    answer: text("answer", { enum: ownAnswers }).notNull(),
    remark: text("remark").notNull(),
    targetOn: day("target_on"),
    /** JSON: the evidence the person named as the ground of the answer; null = none. */
    evidence: text("evidence"),
    savedAt: moment("saved_at").notNull(),
    savedBy: byAccount("saved_by"),
  },
  (t) => [
    primaryKey({ columns: [t.checklistId, t.itemKey] }),
    oneOf("own_checklist_row", "answer", ownAnswers),
  ],
);

/** 回: one frozen round of the own checklist, with the evidence as it stood. The rows are its response. */
export const ownChecklistRound = sqliteTable(
  "own_checklist_round",
  {
    id: id(),
    hospitalId: ofHospital(),
    checklistId: text("checklist_id")
      .notNull()
      .references(() => ownChecklist.id),
    round: integer("round").notNull(),
    responseId: text("response_id")
      .notNull()
      .references(() => checklistResponse.id),
    /** JSON: item key → evidence named by the person. */
    evidence: text("evidence").notNull(),
    recordedSeq: recordedSeq(),
    recordedAt: moment("recorded_at").notNull(),
  },
  (t) => [
    index("own_checklist_round_by_checklist").on(t.hospitalId, t.checklistId, t.round),
    uniqueIndex("own_checklist_round_response").on(t.responseId),
  ],
);

/** 院内の記録: what a person answered about the hospital as a whole, for a day. Frozen; a correction supersedes. */
export const houseAnswer = sqliteTable(
  "house_answer",
  {
    id: id(),
    hospitalId: ofHospital(),
    /** Key of the question; the same through the years. */
    questionKey: text("question_key").notNull(),
    /** Day the answer is about (3月末). */
    effectiveFrom: day("effective_from").notNull(),
    value: text("value").notNull(),
    /** When the thing was last done or made, where the question asks. */
    happenedOn: day("happened_on"),
    note: text("note").notNull(),
    basis: text("basis", { enum: answerBases }).notNull(),
    /** JSON: the numbers and records it rests on; null where a person said it. */
    evidence: text("evidence"),
    recordedSeq: recordedSeq(),
    supersedes: text("supersedes").references((): AnySQLiteColumn => houseAnswer.id),
    recordedAt: moment("recorded_at").notNull(),
    recordedBy: byAccount("recorded_by"),
  },
  (t) => [
    index("house_answer_by_question").on(t.hospitalId, t.questionKey, t.recordedSeq),
    oneOf("house_answer", "basis", answerBases),
  ],
);

/** 対策の実施: a measure was done for a system on a day. Frozen; `isWithdrawn` 1 takes a mistaken one back. */
export const measureRecord = sqliteTable(
  "measure_record",
  {
    id: id(),
    hospitalId: ofHospital(),
    systemId: text("system_id")
      .notNull()
      .references(() => system.id),
    measureKey: text("measure_key").notNull(),
    doneOn: day("done_on").notNull(),
    what: text("what").notNull(),
    /** Where it can be seen: a report, a ledger, a file. */
    evidence: text("evidence").notNull(),
    isWithdrawn: integer("is_withdrawn").notNull().default(0),
    reason: text("reason").notNull(),
    recordedSeq: recordedSeq(),
    supersedes: text("supersedes").references((): AnySQLiteColumn => measureRecord.id),
    recordedAt: moment("recorded_at").notNull(),
    recordedBy: byAccount("recorded_by"),
  },
  (t) => [index("measure_record_by_system").on(t.hospitalId, t.systemId, t.measureKey, t.recordedSeq)],
);

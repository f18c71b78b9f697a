import { z } from "zod";
import {
  type AnnexInForce,
  type AnswerOfMany,
  annexesInForce,
  answersOfMany,
  itemAnswersOfResponses,
  type ResponseInForce,
  responsesInForce,
  type SystemInUse,
  systemsInUse,
} from "#db/queries/clash-sources.server";
import {
  revisionsOfEverySheet,
  rowsOfRevisions,
  type SheetRevisionHead,
  type TermsOfContract,
  termsOfEveryContract,
} from "#db/queries/coverage.server";
import { currentDisclosures } from "#db/queries/deadlines.server";
import type { Catalogues } from "~/catalogues.server";
import type { AssessedAnswer } from "~/domain/assessment";
import { carriedForAssessment } from "~/domain/carried-answer";
import { itemsOfQuestionnaire } from "~/domain/catalogue-item";
import type { ClashRecord, SaidItem } from "~/domain/clash";
import type { Day } from "~/domain/day";
import { assessedAnswers } from "~/domain/disclosure";
import { catalogueRef } from "~/domain/provenance";
import type { Questionnaire } from "~/domain/questionnaire";
import { isLeftOut, type RoleRow } from "~/domain/role-sheet";
import type { Scope } from "~/domain/scope";
import { annexTemplatesOf, type HospitalTemplates } from "./annex-templates.server";
import { termsInForce } from "./contracts-in-force.server";
import { heldOn } from "./coverage.server";
import type { Ports } from "./ports.server";
import { newestOfEach } from "./relation-drafts.server";

/**
 * Every record of the hospital that says something about an item of a catalogue, as of the day: current
 * disclosures, newest answered checklists, role sheets in force, issued annexes. Nine queries, whatever the size.
 */
export async function readClashRecords(ports: Ports, scope: Scope, catalogues: Catalogues, day: Day) {
  const systems = await systemsInUse(ports.db, scope);
  const records = [
    ...(await disclosureRecords(ports, scope, catalogues, systems)),
    ...(await checklistRecords(ports, scope, systems)),
    ...(await contractRecords(ports, scope, catalogues, systems, day)),
  ];
  return { systems, records };
}

type Current = Awaited<ReturnType<typeof currentDisclosures>>[number];

async function disclosureRecords(
  ports: Ports,
  scope: Scope,
  catalogues: Catalogues,
  systems: readonly SystemInUse[],
): Promise<ClashRecord[]> {
  const current = await currentDisclosures(ports.db, scope);
  const joined = current.flatMap((disclosure) => {
    const form = catalogues.questionnaireFor(disclosure.form, disclosure.formVersion);
    return form ? [{ disclosure, form }] : [];
  });
  const ids = joined.map(({ disclosure }) => disclosure.id);
  const answers = await answersOfMany(ports.db, scope, ids);
  const mapped = new Set([...catalogues.mappings.values()].map((each) => each.from));
  return joined.flatMap(({ disclosure, form }) => {
    const own = assessedAnswers((answers.get(disclosure.id) ?? []).map(answerOf), form);
    const record = recordOf(disclosure, form, systems, own);
    // why not both: a form with mappings of its own needs no newer version to be compared by.
    if (mapped.has(record.catalogue)) return [record];
    return [record, ...carriedRecords(catalogues, disclosure, record, own)];
  });
}

const answerOf = ({ no, question, answer, remark, cell }: AnswerOfMany): Omit<AssessedAnswer, "ref"> => ({
  ...{ no, question, answer, remark, cell },
  clauses: [],
});

function recordOf(
  disclosure: Current,
  form: Questionnaire,
  systems: readonly SystemInUse[],
  answers: readonly AssessedAnswer[],
): ClashRecord {
  const { id, productVersionId, issuedOn, formVersion, name, about } = disclosure;
  return {
    source: "disclosure",
    id,
    title: name,
    form: disclosure.form,
    day: issuedOn,
    revision: formVersion,
    vendor: about,
    catalogue: catalogueRef(form.head),
    systemIds: systems.filter((each) => each.productVersionId === productVersionId).map((each) => each.id),
    productVersionId,
    contractId: null,
    items: answers.map(({ ref, no, question, answer, remark, cell }) => ({
      ...{ key: ref, no, text: question, value: answer, remark, cell },
    })),
  };
}

/** The same answers under the items of newer versions, as far as published crosswalks carry them. */
function carriedRecords(
  catalogues: Catalogues,
  { id, formVersion }: Current,
  record: ClashRecord,
  answers: readonly AssessedAnswer[],
): ClashRecord[] {
  return newestOfEach(catalogues.crosswalks.values()).flatMap((crosswalk) => {
    const newer = catalogues.questionnaires.get(crosswalk.to);
    if (crosswalk.from !== record.catalogue || !newer) return [];
    const carried = carriedForAssessment(crosswalk, answers, itemsOfQuestionnaire(newer), id, formVersion);
    const items = carried.flatMap(({ ref, answer, remark, cell, carried: origin }): SaidItem[] =>
      origin
        ? [
            {
              ...{ key: ref, no: origin.fromNo, text: origin.fromQuestion, value: answer, remark, cell },
              carriedFrom: formVersion,
            },
          ]
        : [],
    );
    return [{ ...record, catalogue: crosswalk.to, items }];
  });
}

/** Answered checklists; a system that a newer one of the same side speaks of is not spoken of by an older one. */
async function checklistRecords(
  ports: Ports,
  scope: Scope,
  systems: readonly SystemInUse[],
): Promise<ClashRecord[]> {
  const current = currentResponses(await responsesInForce(ports.db, scope), systems);
  const ids = current.map(({ response }) => response.id);
  const answers = await itemAnswersOfResponses(ports.db, scope, ids);
  return current.flatMap(({ response, systemIds }): ClashRecord[] => {
    const { id, respondent, title, answeredOn, round, vendor, checklistRef } = response;
    if (checklistRef === null) return [];
    return [
      {
        source: respondent === "vendor" ? "vendor-checklist" : "hospital-checklist",
        ...{ id, title, day: answeredOn, revision: String(round), vendor: vendor ?? "" },
        form: null,
        catalogue: checklistRef,
        systemIds,
        productVersionId: null,
        contractId: null,
        items: (answers.get(id) ?? []).map(({ itemKey, no, item, answer, remark, cell }) => ({
          ...{ key: itemKey ?? "", no, text: item, value: answer, remark, cell },
        })),
      },
    ];
  });
}

/** Newest first in, each with the systems it is the newest about; one that names none is about all of its side. */
function currentResponses(responses: readonly ResponseInForce[], systems: readonly SystemInUse[]) {
  const spoken = new Set<string>();
  return responses.flatMap((response) => {
    const { respondent, vendorId } = response;
    const named = z.array(z.string()).parse(JSON.parse(response.systemIds));
    const ofSide = systems.filter((each) => respondent === "hospital" || each.vendorId === vendorId);
    const about = named.length > 0 ? named : ofSide.map((each) => each.id);
    const keyOf = (systemId: string) => `${respondent} ${vendorId ?? ""} ${systemId}`;
    const systemIds = about.filter((each) => !spoken.has(keyOf(each)));
    for (const each of systemIds) spoken.add(keyOf(each));
    return systemIds.length > 0 ? [{ response, systemIds }] : [];
  });
}

async function contractRecords(
  ports: Ports,
  scope: Scope,
  catalogues: Catalogues,
  systems: readonly SystemInUse[],
  day: Day,
): Promise<ClashRecord[]> {
  const [terms, heads, annexes, templates] = await Promise.all([
    termsOfEveryContract(ports.db, scope),
    revisionsOfEverySheet(ports.db, scope),
    annexesInForce(ports.db, scope),
    annexTemplatesOf(ports, scope),
  ]);
  const inForce = new Map(termsInForce(terms, day).map((each) => [each.contractId, each]));
  const held = heldOn(heads, day, new Set(inForce.keys()));
  const printed = annexes.flatMap((annex) => {
    const contract = inForce.get(annex.contractId);
    return contract && printsRoles(templates, annex)
      ? [{ annex, contract, sheets: sheetsOf(annex, heads) }]
      : [];
  });
  const ids = [...held, ...printed.flatMap((each) => each.sheets)].map((each) => each.id);
  const rows = await rowsOfRevisions(ports.db, scope, [...new Set(ids)]);
  const own = (contract: TermsOfContract) => ({
    vendor: contract.vendor,
    contractId: contract.contractId,
    productVersionId: null,
    systemIds: contract.systemIds.filter((id) => systems.some((each) => each.id === id)),
  });
  const sheets = held.flatMap((head): ClashRecord[] => {
    const contract = inForce.get(head.contractId);
    if (!contract) return [];
    const { roleSheetId: id, title, effectiveFrom, revisionNo, form } = head;
    const items = (rows.get(head.id) ?? []).flatMap(itemOfRow);
    const facts = { id, title, form: null, day: effectiveFrom, revision: String(revisionNo) };
    return [{ source: "role-sheet", ...facts, catalogue: form, ...own(contract), items }];
  });
  return [
    ...sheets,
    ...printed.flatMap(({ annex, contract, sheets: heads }): ClashRecord[] =>
      annexRecords(annex, heads, rows).map((record) => ({
        ...record,
        ...own(contract),
        items: [...record.items, ...silentItems(record, contract.contractId, printed, rows, catalogues)],
      })),
    ),
  ];
}

/** True for a paper whose template prints the rows of the role sheets: another says nothing about them. */
function printsRoles(templates: HospitalTemplates, annex: AnnexInForce): boolean {
  const template = templates.byRef.get(annex.template);
  const blocks = (template?.sections ?? []).flatMap((each) => each.body);
  return blocks.some((each) => each.kind === "table" && each.source === "role-rows");
}

const printedSheetsSchema = z.object({
  title: z.string(),
  revisionNo: z.number().nullable(),
  sheets: z.array(z.object({ title: z.string(), revisionNo: z.number() })).optional(),
});

/** The agreed revisions a paper printed, by the names in its snapshot. */
function sheetsOf(annex: AnnexInForce, heads: readonly SheetRevisionHead[]): SheetRevisionHead[] {
  if (annex.roleSheet === null) return [];
  const { sheets, ...first } = printedSheetsSchema.parse(JSON.parse(annex.roleSheet));
  return (sheets ?? [first]).flatMap(
    ({ title, revisionNo }) =>
      heads.find(
        (each) =>
          each.contractId === annex.contractId && each.title === title && each.revisionNo === revisionNo,
      ) ?? [],
  );
}

type Rows = ReadonlyMap<string, readonly RoleRow[]>;
type AnnexRecord = Omit<ClashRecord, "vendor" | "systemIds" | "contractId" | "productVersionId">;

/** One record a form: a paper may print sheets of several forms. */
function annexRecords(annex: AnnexInForce, heads: readonly SheetRevisionHead[], rows: Rows): AnnexRecord[] {
  const forms = [...new Set(heads.map((each) => each.form))];
  return forms.map((form) => ({
    source: "annex",
    id: annex.id,
    title: `${annex.printedNo} ${annex.title}`.trim(),
    form: null,
    day: annex.issuedOn,
    revision: String(annex.issueNo),
    catalogue: form,
    items: heads
      .filter((each) => each.form === form)
      .flatMap((each) => rows.get(each.id) ?? [])
      .flatMap(itemOfRow),
  }));
}

/**
 * Items of the form that no annex of the contract prints. A row that was left out with a reason is printed as
 * such, and is not silence.
 */
function silentItems(
  record: AnnexRecord,
  contractId: string,
  printed: readonly {
    annex: AnnexInForce;
    contract: TermsOfContract;
    sheets: readonly SheetRevisionHead[];
  }[],
  rows: Rows,
  catalogues: Catalogues,
): SaidItem[] {
  const ofContract = printed.filter((each) => each.contract.contractId === contractId);
  // why the newest only: what no annex prints is one silence, however many annexes there are.
  if (ofContract[0]?.annex.id !== record.id) return [];
  const known = new Set(
    ofContract
      .flatMap((each) => each.sheets)
      .flatMap((each) => rows.get(each.id) ?? [])
      .map(keyOfRow),
  );
  const form = catalogues.roleSheetForms.get(record.catalogue);
  return (form?.items ?? [])
    .filter((each) => !known.has(each.key))
    .map(({ key, no, label }) => ({ key, no: no ?? "", text: label, value: "silent", remark: "", cell: "" }));
}

const keyOfRow = ({ itemKey, rowKey }: RoleRow) => itemKey ?? `row:${rowKey}`;

function itemOfRow(row: RoleRow): SaidItem[] {
  if (isLeftOut(row)) return [];
  const { no, label, party, what, rowKey } = row;
  return [
    { ...{ key: keyOfRow(row), no, text: label, value: party, remark: what, cell: "" }, rowId: rowKey },
  ];
}

import { confirmedClauses, currentDecisionsOf, type ShownDecision } from "#db/queries/decisions.server";
import { currentDisclosuresOf, type ShownDisclosure } from "#db/queries/disclosures.server";
import { type OpenAnswer, openAnswersOf, originalsOf } from "#db/queries/paper-records.server";
import { revisionsOfContract, type ShownRevision } from "#db/queries/role-sheets.server";
import type { Catalogues } from "~/catalogues.server";
import { type Entered, presetsOf, readEntered } from "~/domain/annex-field";
import type {
  ContractPaperInput,
  InternalPaperInput,
  PaperGap,
  PaperRoleSheet,
  Signature,
} from "~/domain/annex-input";
import type { AnnexTemplate } from "~/domain/annex-template";
import { type Day, dayInTokyo } from "~/domain/day";
import { parseBasis } from "~/domain/decision-file";
import { dateStyles } from "~/domain/era";
import { done, failed, problem, type Result } from "~/domain/problem";
import { catalogueRef } from "~/domain/provenance";
import { isOwnForm } from "~/domain/questionnaire";
import type { Scope } from "~/domain/scope";
import { asOf } from "~/domain/timeline";
import { officialTextKeys } from "./assess.server";
import { cataloguesOf } from "./catalogues.server";
import { contractOnPaper } from "./contract-on-paper.server";
import { overridesOfDecisions } from "./overrides-on-paper.server";
import { namedRecordsOf } from "./paper-named-records.server";
import type { Ports } from "./ports.server";

type Draft = {
  template: AnnexTemplate;
  /** The stored draft; none for a proposal that is only printed. */
  id?: string;
  contractId: string;
  printedNo: string;
  dateStyle: string;
  /** Ids of the role sheets to print; every sheet of the contract when empty or left out. */
  roleSheets?: readonly string[];
  /** What was written in the template's 記入欄; its preset rows when left out. */
  entered?: Entered;
  /** Left out or null: as the template proposes. */
  signature?: Signature | null;
};
type Shared = Omit<ContractPaperInput, "audience" | "printedNo">;

/** Snapshot for a contract paper: only what both parties may read, as the records stand now. */
export async function contractPaperInput(
  ports: Ports,
  scope: Scope,
  draft: Draft,
  issuedOn: Day | null,
): Promise<Result<ContractPaperInput>> {
  const gathered = await gather(ports, scope, draft, issuedOn);
  if (!gathered.ok) return gathered;
  return done({ audience: "contract", printedNo: draft.printedNo, ...gathered.value.shared });
}

/** Snapshot for an internal paper (院内限): the same with every decision and its internal words. */
export async function internalPaperInput(
  ports: Ports,
  scope: Scope,
  draft: Draft,
  issuedOn: Day | null,
): Promise<Result<InternalPaperInput>> {
  const gathered = await gather(ports, scope, draft, issuedOn);
  if (!gathered.ok) return gathered;
  const { shared, decisions, confirmed, disclosures } = gathered.value;
  const overrides = await overridesOfDecisions(ports, scope, decisions, disclosures);
  return done({
    audience: "internal",
    printedNo: null,
    ...shared,
    decisions: decisions.map((each) => {
      const basis = parseBasis(each.basis);
      const carried = [...new Set(basis.answers.flatMap((answer) => answer.carriedFrom ?? []))];
      const override = overrides.get(each.id);
      return {
        ...(override === undefined ? {} : { override }),
        ...(carried.length > 0 ? { carriedFrom: carried.join("・") } : {}),
        clause: confirmed.has(`${each.guideline}#${each.requirement}`) ? basis.clause : "",
        summary: basis.summary,
        verdict: basis.verdict,
        answers: basis.answers.map((answer) => `${answer.no} ${answer.question}`.trim()).join("\n"),
        kind: each.kind,
        reason: each.reason,
        owner: each.owner,
        dueOn: each.dueOn,
        likelihood: each.likelihood,
        impact: each.impact,
        acceptedBy: acceptedOn(each),
        inspectionText: each.inspectionText,
      };
    }),
  });
}

/** Who accepted, with the office they hold; the name that was proposed as long as nobody has. */
function acceptedOn({ approver, approverTitle, acceptedBy }: ShownDecision): string {
  return approver === null ? acceptedBy : `${approverTitle ?? ""} ${approver}`.trim();
}

async function gather(ports: Ports, scope: Scope, draft: Draft, issuedOn: Day | null) {
  const found = await contractOnPaper(ports, scope, draft.contractId, issuedOn ?? dayInTokyo(ports.now()));
  if (!found) return failed(problem("not-found"));
  const { systems, terms } = found;
  const { template } = draft;
  const day = issuedOn ?? dayInTokyo(ports.now());
  const catalogues = await cataloguesOf(ports, scope);
  const versions = [...new Set(systems.map((each) => each.productVersionId))];
  const [disclosures, decisions, roleSheet] = await Promise.all([
    currentDisclosuresOf(ports.db, scope, versions),
    currentDecisionsOf(ports.db, scope, versions),
    roleSheetInForce(ports, scope, draft, issuedOn),
  ]);
  const ids = disclosures.map((each) => each.id);
  const [answers, files, confirmed] = await Promise.all([
    openAnswersOf(ports.db, scope, ids),
    originalsOf(ports.db, scope, ids),
    confirmedOf(ports, scope, catalogues, decisions),
  ]);
  const about = { template, contractId: draft.contractId, draftId: draft.id ?? null, terms, day };
  const shared: Shared = {
    ...(await namedRecordsOf(ports, scope, about)),
    ...writtenOn(template, draft),
    contract: found.printed,
    dateStyle: dateStyles.find((each) => each === draft.dateStyle) ?? "japanese",
    systems: systems.map(({ name, product, productVersion, site, form }) => ({
      name,
      product,
      version: productVersion,
      site,
      form,
    })),
    roleSheet,
    disclosures: disclosures.map((each) => {
      const file = files.find((one) => one.disclosureId === each.id);
      return paperDisclosure(catalogues, each, file?.fileName ?? "", file?.sha256 ?? "");
    }),
    gaps: disclosures.flatMap((each) => {
      const own = answers.filter((answer) => answer.disclosureId === each.id);
      return gapsOf(catalogues, each, own, decisions, confirmed);
    }),
    editions: editionsOf(catalogues, disclosures, decisions, roleSheet),
    issuedOn,
  };
  return done({ shared, decisions, confirmed, disclosures });
}

/** What a person wrote and chose on the draft; a template without 記入欄 carries none. */
function writtenOn(template: AnnexTemplate, { entered, signature }: Draft): Partial<Shared> {
  const written = readEntered(template.fields, entered ?? presetsOf(template.fields)).entered;
  return {
    ...(template.fields.length === 0 ? {} : { entered: written }),
    ...(signature == null ? {} : { signature }),
  };
}

/**
 * What the chosen role sheets of the contract say on the day of the paper (today for a draft), as known now. A
 * contract may have several sheets: their rows follow each other, and each sheet is named with its revision.
 */
async function roleSheetInForce(
  ports: Ports,
  scope: Scope,
  draft: Draft,
  issuedOn: Day | null,
): Promise<PaperRoleSheet | null> {
  const { contractId, roleSheets: chosen = [] } = draft;
  const revisions = await revisionsOfContract(ports.db, scope, contractId);
  const day = issuedOn ?? dayInTokyo(ports.now());
  const known = [...new Set(revisions.map((each) => each.roleSheetId))];
  const printed = chosen.length === 0 ? known : known.filter((each) => chosen.includes(each));
  const held = printed.flatMap((sheet) => {
    const own = revisions.filter((each) => each.roleSheetId === sheet);
    // A sheet agreed for a coming day is what the paper is about when nothing holds yet.
    return asOf(own, day, Number.MAX_SAFE_INTEGER) ?? asOf(own, "9999-12-31", Number.MAX_SAFE_INTEGER) ?? [];
  });
  const first = held[0];
  if (!first) return null;
  const rows = await Promise.all(held.map((each) => printedRows(ports, scope, each)));
  return {
    title: held.map((each) => each.title).join("、"),
    formRef: first.form,
    revisionNo: first.revisionNo,
    effectiveFrom: first.effectiveFrom,
    roundOn: first.roundOn,
    ...(held.length > 1
      ? {
          sheets: held.map(({ title, revisionNo, effectiveFrom }) => ({ title, revisionNo, effectiveFrom })),
        }
      : {}),
    rows: rows.flat(),
  };
}

/** Rows as paper prints them: an official number only where a person compared it with the official form. */
async function printedRows(ports: Ports, scope: Scope, held: ShownRevision): Promise<PaperRoleSheet["rows"]> {
  const items = (await cataloguesOf(ports, scope)).roleSheetForms.get(held.form)?.items ?? [];
  const official = new Set(
    items.filter((each) => each.provenance === "official-number").map((each) => each.key),
  );
  const confirmations = await confirmedClauses(ports.db, scope, held.form);
  const confirmed = new Set(confirmations.map((each) => each.requirement));
  return held.rows.map(({ itemKey, ...row }, at) => {
    const isUnconfirmed = itemKey !== null && official.has(itemKey) && !confirmed.has(itemKey);
    return {
      no: row.no === "" || isUnconfirmed ? String(at + 1) : row.no,
      label: row.label,
      party: row.party,
      thirdPartyName: row.thirdPartyName,
      what: row.what,
      cost: row.cost,
      deadline: row.deadline,
      clause: row.clause,
      firstCheck: row.firstCheck,
      // why: sheets printed together may have had their rounds on different days.
      firstCheckOn: row.firstCheckOn ?? held.roundOn,
      completedOn: row.completedOn,
      remark: row.remark,
      emergencyParty: row.emergencyParty,
      endParty: row.endParty,
      evidence: row.evidence,
      leftOutReason: row.leftOutReason,
      // The basis of a row is a clause of this very contract, typed and agreed by its parties.
      isClauseConfirmed: row.clause !== "",
    };
  });
}

async function confirmedOf(
  ports: Ports,
  scope: Scope,
  catalogues: Catalogues,
  decisions: readonly ShownDecision[],
): Promise<Set<string>> {
  const confirmed = new Set<string>();
  for (const guideline of new Set(decisions.map((each) => each.guideline))) {
    for (const each of await confirmedClauses(ports.db, scope, guideline))
      confirmed.add(`${guideline}#${each.requirement}`);
    for (const key of officialTextKeys(catalogues.guideline(guideline)?.requirements ?? []))
      confirmed.add(`${guideline}#${key}`);
  }
  return confirmed;
}

/** Our own questionnaires carry their title; MDS and SDS are named as the sheet names itself. */
function formTitle(catalogues: Catalogues, form: ShownDisclosure["form"]): string {
  // why ours only: a sheet of MDS or SDS names itself, and the hospital's copy may carry another title.
  return isOwnForm(form) ? (catalogues.questionnaireOfForm(form)?.head.title ?? form) : form;
}

function paperDisclosure(
  catalogues: Catalogues,
  disclosure: ShownDisclosure,
  fileName: string,
  sha256: string,
) {
  return {
    form: formTitle(catalogues, disclosure.form),
    formVersion: disclosure.formVersion,
    formTitle: formTitle(catalogues, disclosure.form),
    product: disclosure.product,
    productVersion: disclosure.productVersion,
    issuedOn: disclosure.issuedOn,
    fileName,
    sha256,
    counts: {
      yes: disclosure.yesCount,
      no: disclosure.noCount,
      notApplicable: disclosure.notApplicableCount,
      unanswered: disclosure.blankCount + disclosure.unclearCount,
    },
  };
}

/** Every answer that is not はい or 対象外, with what was promised for it. None is left out. */
function gapsOf(
  catalogues: Catalogues,
  disclosure: ShownDisclosure,
  answers: readonly OpenAnswer[],
  decisions: readonly ShownDecision[],
  confirmed: ReadonlySet<string>,
): PaperGap[] {
  const own = decisions
    .filter((each) => each.productVersionId === disclosure.productVersionId && each.form === disclosure.form)
    .map((each) => ({ ...each, basis: parseBasis(each.basis) }));
  return answers.map((answer) => {
    // why not the cell: a later workbook of the series may hold another question there.
    const about = own.filter((each) =>
      each.basis.answers.some((used) => used.no === answer.no && used.question === answer.question),
    );
    const promised = about.filter((each) => each.kind === "vendor-fix" || each.kind === "contract-term");
    const clauses = about
      .filter((each) => confirmed.has(`${each.guideline}#${each.requirement}`))
      .map((each) => each.basis.clause);
    return {
      no: answer.no,
      question: answer.question,
      answer: answer.answer,
      remark: answer.remark,
      cell: answer.cell,
      form: formTitle(catalogues, disclosure.form),
      measure: promised.length > 0 ? [...new Set(promised.map((each) => each.measure))].join("\n") : null,
      dueOn:
        promised
          .map((each) => each.dueOn)
          .sort()
          .at(0) ?? null,
      clause: clauses.length > 0 ? [...new Set(clauses)].join("、") : null,
    };
  });
}

/** Versions of every catalogue the paper rests on, as printed at its end. */
function editionsOf(
  catalogues: Catalogues,
  disclosures: readonly ShownDisclosure[],
  decisions: readonly ShownDecision[],
  roleSheet: PaperRoleSheet | null,
): string[] {
  const named = (title: string, ref: string) => `${title}（${ref}）`;
  const guidelines = [...new Set(decisions.map((each) => each.guideline))].map((ref) =>
    named(catalogues.guideline(ref)?.head.title ?? ref, ref),
  );
  const forms = disclosures.map((each) => {
    const questionnaire = catalogues.questionnaireFor(each.form, each.formVersion);
    return questionnaire
      ? named(questionnaire.head.title, catalogueRef(questionnaire.head))
      : `${each.form} ${each.formVersion}`;
  });
  const sheet = roleSheet
    ? [named(catalogues.roleSheetForms.get(roleSheet.formRef)?.head.title ?? "", roleSheet.formRef)]
    : [];
  return [...new Set([...guidelines, ...forms, ...sheet])];
}

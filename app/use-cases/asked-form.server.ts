import { z } from "zod";
import { promisesOfRequest } from "#db/queries/decision-records.server";
import { sheetRowsOfContract } from "#db/queries/vendor-answers.server";
import type { Catalogues } from "~/catalogues.server";
import type { AskedForm } from "~/domain/asked-form";
import { PROMISE_REF, type RequestKind } from "~/domain/request";
import type { Scope } from "~/domain/scope";
import { cataloguesOf } from "./catalogues.server";
import type { Ports } from "./ports.server";

/**
 * 依頼の中身: the items of the pinned catalogue that a vendor answers. One place for all kinds, so that pages,
 * submissions and reviews see the same list in the same order.
 * @param ref `id@version`
 * @returns null when there is no such catalogue of that kind, or nothing in it is for a vendor
 */
export async function askedForm(
  ports: Ports,
  owner: Pick<Scope, "groupId">,
  kind: RequestKind,
  ref: string,
): Promise<AskedForm | null> {
  const form = formOf[kind](await cataloguesOf(ports, owner), ref);
  return form === null || form.items.length === 0 ? null : form;
}

/**
 * What one request asks. A role-sheet request shows the rows of its contract's sheets as they stand; a row that is
 * written anew becomes another item (`row@version`), so that nobody's confirmation is carried to other words.
 * A contract without a sheet shows the rows of the form.
 */
export async function askedOf(
  ports: Ports,
  owner: Pick<Scope, "groupId" | "hospitalId">,
  request: {
    id: string;
    kind: RequestKind;
    title: string;
    product: string | null;
    catalogueRef: string;
    contractId: string | null;
  },
): Promise<AskedForm | null> {
  if (request.kind === "promise") return promisesAsked(ports, owner, request);
  const form = await askedForm(ports, owner, request.kind, request.catalogueRef);
  if (form?.kind !== "role-sheet" || request.contractId === null) return form;
  const rows = await sheetRowsOfContract(ports.db, owner, request.contractId);
  if (rows.length === 0) return form;
  const items = rows.map(({ id, version, no, group, label, content, ...row }) => ({
    key: `${id}@${version}`,
    no,
    section: group,
    question: label,
    help: content,
    clauses: [],
    row,
  }));
  return { ...form, items };
}

const answersSchema = z.array(z.object({ no: z.string(), question: z.string() }));

/**
 * 約束の確認: one item a promise. Its number is that of the vendor's own answers, its words the contract-safe measure;
 * the reason, the risk and the inspector's text of the decision are never read here.
 */
async function promisesAsked(
  ports: Ports,
  owner: Pick<Scope, "hospitalId">,
  request: { id: string; title: string; product: string | null },
): Promise<AskedForm | null> {
  const promises = await promisesOfRequest(ports.db, owner, request.id);
  if (promises.length === 0) return null;
  const items = promises.map(({ decisionId, measure, dueOn, answers }) => {
    const about = answersSchema.parse(JSON.parse(answers));
    return {
      key: decisionId,
      no: [...new Set(about.map((each) => each.no))].filter((each) => each !== "").join("・"),
      section: request.product ?? request.title,
      question: measure,
      help: "",
      clauses: [],
      promise: { dueOn, about: about.map((each) => `${each.no} ${each.question}`.trim()) },
    };
  });
  return {
    kind: "promise",
    ref: PROMISE_REF,
    title: request.title,
    version: "",
    notice: "",
    form: null,
    items,
  };
}

const formOf: Readonly<Record<RequestKind, (catalogues: Catalogues, ref: string) => AskedForm | null>> = {
  disclosure(catalogues, ref) {
    const found = catalogues.questionnaires.get(ref);
    if (!found) return null;
    const { title, version, notice } = found.head;
    const items = found.questions.map(({ key, no, section, question, help, clauses }) => ({
      key,
      no,
      section,
      question,
      help,
      clauses: clauses ?? [],
    }));
    return { kind: "disclosure", ref, title, version, notice, form: found.form, items };
  },
  /** 事業者確認用: the rows a vendor answers; those for the hospital alone are not shown. */
  checklist(catalogues, ref) {
    const found = catalogues.checklists.get(ref);
    if (!found) return null;
    const { title, version, notice } = found.head;
    const items = found.items
      .filter((each) => each.audience !== "hospital")
      .map(({ key, no, section, item, target, help, clauses }) => ({
        key,
        no,
        section,
        question: target === "" ? item : `${item}（${target}）`,
        help,
        clauses,
      }));
    return { kind: "checklist", ref, title, version, notice, form: null, items };
  },
  "role-sheet"(catalogues, ref) {
    const found = catalogues.roleSheetForms.get(ref);
    if (!found) return null;
    const { title, version, notice } = found.head;
    const items = found.items.map((each) => ({
      key: each.key,
      no: each.no ?? "",
      section: each.group,
      question: each.label,
      help: each.content,
      clauses: [],
    }));
    return { kind: "role-sheet", ref, title, version, notice, form: null, items };
  },
  /** Promises stand in no catalogue; `askedOf` reads them from the decisions. */
  promise: () => null,
};

import { hospitalName, ownWordings } from "#db/queries/mail.server";
import {
  type Candidate,
  type CandidateQuery,
  contactsOf,
  contractCandidates,
  productCandidates,
  systemsOfVendors,
  vendorCandidates,
} from "#db/queries/request-candidates.server";
import { addDays, dayInTokyo } from "~/domain/day";
import { fillMail, type MailWording } from "~/domain/mail-wording";
import { done, failed, problem, type Result } from "~/domain/problem";
import { type PlannedReminder, planReminders } from "~/domain/reminders";
import type { FormRequestKind } from "~/domain/request";
import type { Scope } from "~/domain/scope";
import { type Asking, checkAsking, type Target } from "./ask-vendors.server";
import { askedForm } from "./asked-form.server";
import { cataloguesOf } from "./catalogues.server";
import { dayInWords, subjectOf } from "./mail.server";
import { defaultReminders } from "./mail-settings.server";
import type { Ports } from "./ports.server";
import { isWorkingDay } from "./working-days";

/** Days a vendor is given unless somebody sets another due day. */
const USUAL_DAYS = 28;

/** 依頼できる相手: one page of what a kind of request can be about. */
export async function listCandidates(
  ports: Ports,
  scope: Scope,
  query: CandidateQuery & { kind: FormRequestKind },
) {
  const { kind, ...rest } = query;
  return candidatesOf[kind](ports.db, scope, rest);
}

const candidatesOf = {
  disclosure: productCandidates,
  checklist: vendorCandidates,
  "role-sheet": contractCandidates,
} as const;

/** A form that a request of the kind can be pinned to. */
export type FormChoice = { ref: string; title: string; version: string; isReplaced: boolean };

/**
 * 依頼を書く: the chosen subjects with the people who can be written to, the systems a checklist lists, and the
 * forms of the kind, the newest first. Ids of others are simply not among them.
 */
export async function prepareAsking(
  ports: Ports,
  scope: Scope,
  input: { kind: FormRequestKind; ids: readonly string[] },
) {
  const { kind, ids } = input;
  const today = dayInTokyo(ports.now());
  const chosen = { search: "", vendorId: null, ids, page: 1, pageSize: Math.max(1, ids.length) };
  const { rows } = await candidatesOf[kind](ports.db, scope, chosen);
  const vendorIds = [...new Set(rows.map((each) => each.vendorId))];
  const [contacts, systems, forms, reminderDays] = await Promise.all([
    contactsOf(ports.db, scope, vendorIds, today),
    systemsOfVendors(ports.db, scope, kind === "checklist" ? vendorIds : []),
    formChoices(ports, scope, kind),
    defaultReminders(ports, scope),
  ]);
  return {
    candidates: rows,
    contacts,
    systems,
    forms,
    reminderDays,
    dueOn: addDays(today, USUAL_DAYS),
    today,
  };
}

async function formChoices(ports: Ports, scope: Scope, kind: FormRequestKind): Promise<FormChoice[]> {
  const { questionnaires, checklists, roleSheetForms } = await cataloguesOf(ports, scope);
  const lists = { disclosure: questionnaires, checklist: checklists, "role-sheet": roleSheetForms };
  const forms = [...lists[kind]].map(([ref, { head }]) => ({
    ref,
    title: head.title,
    version: head.version,
    isReplaced: head.replacedBy !== null,
  }));
  return forms.sort((a, b) => Number(a.isReplaced) - Number(b.isReplaced));
}

/** One letter as it will be written, `{link}` still in it. */
export type Letter = MailWording & { vendor: string; contact: string; address: string };
export type Preview = {
  form: { title: string; version: string; items: number };
  letters: Letter[];
  reminders: PlannedReminder[];
};

/**
 * 送る前に見る: every letter in its words, the form with its number of items, and the days of reminding. Writes
 * nothing. Problems as `askVendors` would return them.
 */
export async function previewAsking(ports: Ports, scope: Scope, input: Asking): Promise<Result<Preview>> {
  const checked = await checkAsking(ports, scope, input);
  if (!checked.ok) return checked;
  const round = checked.value;
  const { kind, catalogueRef, dueOn } = round;
  const ids = [...new Set(input.targets.map((each) => subjectIdOf(kind, each)))];
  const known = await prepareAsking(ports, scope, { kind, ids });
  const [hospital, own, form] = await Promise.all([
    hospitalName(ports.db, scope),
    ownWordings(ports.db, scope),
    askedForm(ports, scope, kind, catalogueRef),
  ]);
  if (!form) return failed(problem("request-catalogue-unfit", {}, "catalogueRef"));
  const write = letterWriter(
    own.find((each) => each.kind === "request") ?? ports.shippedMailWordings.request,
    {
      hospital,
      due: dayInWords(dueOn),
      message: round.message,
    },
  );
  const catalogues = await cataloguesOf(ports, scope);
  const placed = input.targets.map((target, at) => placedTarget(known, kind, target, at));
  const problems = placed.flatMap((each) => (each.ok ? [] : each.problems));
  if (problems.length > 0) return failed(...problems);
  const letters = placed.flatMap((each) =>
    each.ok ? [write(each.value, subjectOf(catalogues, { catalogueRef, ...aboutOf(kind, each.value) }))] : [],
  );
  const { title, version, items } = form;
  const reminders = planReminders({ since: known.today, dueOn, offsets: round.reminderDays }, isWorkingDay);
  return done({ form: { title, version, items: items.length }, letters, reminders });
}

function aboutOf(kind: FormRequestKind, { candidate, systems }: Placed) {
  return {
    product: kind === "disclosure" ? candidate.name : null,
    contract: kind === "role-sheet" ? candidate.name : null,
    systems,
  };
}

/** Fills the letter of one target after another: the same values as `queueMail` puts in. */
function letterWriter(wording: MailWording, common: { hospital: string; due: string; message: string }) {
  return ({ candidate, contact }: Placed, subject: string): Letter => {
    const { vendor } = candidate;
    const person = [contact.department, contact.name].filter((each) => each !== "").join(" ");
    const filled = fillMail("request", wording, { ...common, vendor, contact: person, subject });
    return { ...filled, vendor, contact: contact.name, address: contact.mail };
  };
}

type Known = Awaited<ReturnType<typeof prepareAsking>>;
type Placed = { candidate: Candidate; contact: Known["contacts"][number]; systems: string | null };

/** The record of what a target is about. */
export function subjectIdOf(kind: FormRequestKind, target: Target): string {
  if (kind === "disclosure") return target.productVersionId ?? "";
  return kind === "role-sheet" ? (target.contractId ?? "") : target.vendorId;
}

function placedTarget(known: Known, kind: FormRequestKind, target: Target, index: number): Result<Placed> {
  const at = (field: string) => `targets.${index}.${field}`;
  const candidate = known.candidates.find((each) => each.id === subjectIdOf(kind, target));
  const contact = known.contacts.find(
    (each) => each.id === target.contactId && each.vendorId === candidate?.vendorId,
  );
  if (!candidate) return failed(problem("field-unknown-reference", {}, at("vendorId")));
  if (!contact) return failed(problem("field-unknown-reference", {}, at("contactId")));
  if (contact.mail === "") return failed(problem("request-contact-without-mail", {}, at("contactId")));
  if (kind !== "checklist") return done({ candidate, contact, systems: null });
  const systems = known.systems.filter(
    (each) => each.vendorId === candidate.vendorId && target.systemIds?.includes(each.id),
  );
  if (systems.length === 0) return failed(problem("field-unknown-reference", {}, at("systemIds")));
  return done({ candidate, contact, systems: systems.map((each) => each.name).join("、") });
}

import { disclosuresOfSameFile } from "#db/queries/disclosures.server";
import {
  correctionsOf,
  findIntake,
  formerCorrectionsOf,
  intakesOfSameFile,
} from "#db/queries/intakes.server";
import { findPlaceByNames, listPlaces } from "#db/queries/products.server";
import { dayInTokyo } from "~/domain/day";
import { correctedAnswers, countAnswers } from "~/domain/disclosure";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import type { ReadForm, WorkbookReading } from "~/domain/reading";
import { parseReading } from "~/domain/reading-file";
import type { Scope } from "~/domain/scope";
import { isSimilarName } from "~/domain/similar-name";
import type { Ports } from "./ports.server";
import { type FormToSave, problemsOfForm } from "./receive.server";

/** A registered product version a disclosure may belong to. */
export type PlaceOption = {
  productVersionId: string;
  vendor: string;
  product: string;
  version: string;
};

/**
 * Whose disclosure a form may be: `exact` when all three names of the sheet are registered as written, `near`
 * for look-alikes (a person chooses, the program never does).
 */
export type PlaceProposal = {
  exact: PlaceOption | null;
  near: PlaceOption[];
  /** Registered vendors whose names are like the sheet's and not the same: same or other, a person says. */
  nearVendors: string[];
};

type Correction = Awaited<ReturnType<typeof correctionsOf>>[number];
export type ReviewedForm = {
  index: number;
  read: ReadForm;
  answers: ReturnType<typeof correctedAnswers<Correction>>;
  counts: ReturnType<typeof countAnswers>;
  proposal: PlaceProposal;
};
export type IntakeReview = {
  intake: Omit<NonNullable<Awaited<ReturnType<typeof findIntake>>>, "reading">;
  reading: WorkbookReading;
  forms: ReviewedForm[];
  /** Every registered product version, by name. */
  places: PlaceOption[];
  /** Disclosures made from these very bytes before. */
  sameFile: Awaited<ReturnType<typeof disclosuresOfSameFile>>;
  /** Other receipts of these very bytes (the same file of the same ZIP). */
  sameIntakes: Awaited<ReturnType<typeof intakesOfSameFile>>;
  /** Corrections made on former readings of this file; they no longer count. */
  former: Awaited<ReturnType<typeof formerCorrectionsOf>>;
};

const MAX_NEAR = 5;

/**
 * 受領の確認: what was read of an uploaded workbook, what people set since, and whose disclosure it may be.
 * Six queries and one a form, whatever the size. Problems: not-found.
 */
export async function reviewIntake(
  ports: Ports,
  scope: Scope,
  input: { intakeId: string },
): Promise<Result<IntakeReview>> {
  const found = await findIntake(ports.db, scope, input.intakeId);
  if (!found) return failed(problem("not-found"));
  const { reading: json, ...intake } = found;
  const reading = parseReading(json);
  const [corrections, rows, sameFile, sameIntakes, former] = await Promise.all([
    correctionsOf(ports.db, scope, intake.id),
    listPlaces(ports.db, scope),
    disclosuresOfSameFile(ports.db, scope, intake.sha256),
    intakesOfSameFile(ports.db, scope, intake.sha256, intake.id),
    formerCorrectionsOf(ports.db, scope, intake.id),
  ]);
  const places = rows.flatMap(({ productVersionId, vendor, product, version }): PlaceOption[] =>
    productVersionId === null || product === null || version === null
      ? []
      : [{ productVersionId, vendor, product, version }],
  );
  const forms = reading.forms.map(async (read, index): Promise<ReviewedForm> => {
    const own = corrections.filter((each) => each.formIndex === index);
    const answers = correctedAnswers(read.answers, own);
    const vendors = [...new Set(rows.map((each) => each.vendor))];
    const proposal = await proposePlace(ports, scope, read, places, vendors);
    return { index, read, answers, counts: countAnswers(answers), proposal };
  });
  const others = sameIntakes.filter((each) => each.member === intake.member);
  return done({
    intake,
    reading,
    forms: await Promise.all(forms),
    places,
    sameFile,
    sameIntakes: others,
    former,
  });
}

async function proposePlace(
  ports: Ports,
  scope: Scope,
  { header }: ReadForm,
  places: readonly PlaceOption[],
  vendors: readonly string[],
): Promise<PlaceProposal> {
  const names = {
    vendor: header.vendor ?? "",
    product: header.product ?? "",
    version: header.productVersion ?? "",
  };
  const found = await findPlaceByNames(ports.db, scope, names);
  const exact = places.find((each) => each.productVersionId === found.productVersionId) ?? null;
  const near = places.filter(
    (each) =>
      each !== exact &&
      (isSimilarName(each.product, names.product) ||
        (names.product === "" && isSimilarName(each.vendor, names.vendor))),
  );
  const isKnown = found.vendorId !== null || names.vendor === "";
  const nearVendors = isKnown ? [] : vendors.filter((each) => isSimilarName(each, names.vendor));
  return { exact, near: near.slice(0, MAX_NEAR), nearVendors: nearVendors.slice(0, MAX_NEAR) };
}

/**
 * 保存の前の確認: everything that would keep these forms from being saved, before anything freezes.
 * @returns Problems with `at` = `forms.<index>.<field>`: those of `saveIntake`, and field-required for a place
 */
export function checkBeforeSave(
  ports: Ports,
  reading: WorkbookReading,
  forms: readonly FormToSave[],
): Problem[] {
  return forms.flatMap((form) => [
    ...placeProblems(form),
    ...problemsOfForm(form, reading, dayInTokyo(ports.now())),
  ]);
}

function placeProblems({ formIndex, place }: FormToSave): Problem[] {
  const at = (field: string) => `forms.${formIndex}.${field}`;
  if ("productVersionId" in place) {
    return place.productVersionId === "" ? [problem("field-required", {}, at("place"))] : [];
  }
  return (["vendorName", "productName", "productVersionLabel"] as const)
    .filter((field) => place[field].trim() === "")
    .map((field) => problem("field-required", {}, at(field)));
}

import { disclosuresOfSameFile } from "#db/queries/disclosures.server";
import { findIntake, intakesOfSameFile } from "#db/queries/intakes.server";
import { listPlaces } from "#db/queries/products.server";
import { listRecipes } from "#db/queries/reading-recipes.server";
import { done, failed, problem, type Result } from "~/domain/problem";
import { catalogueRef } from "~/domain/provenance";
import { parseReading } from "~/domain/reading-file";
import { keptRecipeSchema, readingRecipeSchema } from "~/domain/reading-recipe";
import type { Scope } from "~/domain/scope";
import { cataloguesOf } from "./catalogues.server";
import type { Ports } from "./ports.server";
import { hasTable, isLocked } from "./receive-file.server";

export type ShownIntake = Awaited<ReturnType<typeof showIntake>> extends Result<infer T> ? T : never;

/**
 * 受領したファイルを見る: what reading found and what a person may do with it: every vendor and product it can
 * belong to, the questionnaires it can be entered against, the kept ways of reading. Six queries, whatever
 * the size. Problems: not-found.
 */
export async function showIntake(ports: Ports, scope: Scope, input: { intakeId: string }) {
  const found = await findIntake(ports.db, scope, input.intakeId);
  if (!found) return failed(problem("not-found"));
  const { reading: json, recipe, ...intake } = found;
  const reading = parseReading(json);
  const [places, recipes, catalogues, sameIntakes, sameFile] = await Promise.all([
    listPlaces(ports.db, scope),
    listRecipes(ports.db, scope),
    cataloguesOf(ports, scope),
    intakesOfSameFile(ports.db, scope, intake.sha256, intake.id),
    disclosuresOfSameFile(ports.db, scope, intake.sha256),
  ]);
  const vendors = new Map(places.map((each) => [each.vendorId, each.vendor]));
  const products = new Map(
    places.flatMap((each) =>
      each.productId === null ? [] : [[each.productId, `${each.vendor} / ${each.product}`] as const],
    ),
  );
  return done({
    intake,
    reading,
    recipe: recipe === null ? null : readingRecipeSchema.parse(JSON.parse(recipe)),
    recipes: recipes.map(({ body, ...each }) => ({
      ...each,
      kept: keptRecipeSchema.parse(JSON.parse(body)),
    })),
    vendors: [...vendors].map(([id, name]) => ({ id, name })),
    products: [...products].map(([id, name]) => ({ id, name })),
    questionnaires: [...catalogues.questionnaires.values()].map(({ head, form }) => ({
      ref: catalogueRef(head),
      title: head.title,
      version: head.version,
      form,
    })),
    isLocked: isLocked(reading),
    hasTable: hasTable(reading),
    sameIntakes: sameIntakes.filter((each) => each.member === intake.member),
    sameFile,
  });
}

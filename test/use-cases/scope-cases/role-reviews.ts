import { reviewsOfSheet } from "#db/queries/role-reviews.server";
import { listOpenReviews, settleRoleReview } from "~/use-cases/role-reviews.server";
import { rawSystem, register } from "../../support/records";
import type { World } from "../../support/world";
import type { ScopeCases } from "./case";

/** A system beside those that the agreed sheet is about. */
async function prepare({ ports, editor, productVersionId }: World): Promise<void> {
  await register(ports, editor, "system", { ...rawSystem(productVersionId), name: "輸血管理" });
}

const writing: ScopeCases["writing"] = {
  settleRoleReview: {
    owner: "hospital",
    run: async ({ ports, editor, roleSheetId, productVersionId }, scope) => {
      // why: other cases agree on the sheet, which ends its question; then a further system asks anew.
      let [review] = await reviewsOfSheet(ports.db, editor, roleSheetId);
      if (review?.doneAt !== null) {
        await register(ports, editor, "system", { ...rawSystem(productVersionId), name: "栄養管理" });
        [review] = await reviewsOfSheet(ports.db, editor, roleSheetId);
      }
      const reviewId = review?.id ?? "";
      return settleRoleReview(ports, scope, { roleSheetId, reviewId, version: 1, note: "打合せで確かめた" });
    },
  },
};

const overviews: ScopeCases["overviews"] = {
  listOpenReviews: async (world, scope) => {
    const { ports, editor, productVersionId, contractId } = world;
    await register(ports, editor, "system", { ...rawSystem(productVersionId), name: "物流管理" });
    return (await listOpenReviews(ports, scope)).map((each) => ({
      ...each,
      contractId: "",
      about: each.about,
      own: each.id === world.roleSheetId ? contractId : "",
    }));
  },
};

export const cases: ScopeCases = {
  prepare,
  writing,
  reading: {},
  overviews,
  // askForReviews: part of the transaction of the verb that registers systems.
  notVerbs: ["askForReviews"],
};

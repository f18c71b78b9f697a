import { reviewsOfSheet } from "#db/queries/role-reviews.server";
import { listRoleSheets } from "#db/queries/role-sheets.server";
import { registerRecord } from "~/use-cases/registers.server";
import { settleRoleReview } from "~/use-cases/role-reviews.server";
import { type DemoEvent, type DemoPlay, type DemoRegister, expectDone, idOf } from "./demo-play";

/** A system that came lately: the agreed sheets are to be looked at again, and one vendor was asked already. */
export function roleReviewEvents(play: DemoPlay, register: DemoRegister): DemoEvent[] {
  return [
    { on: -12, happen: () => newSystem(play, register) },
    { on: -5, happen: () => settle(play, idOf(register.contracts, "karte")) },
  ];
}

async function newSystem({ ports, editor, clock }: DemoPlay, register: DemoRegister): Promise<void> {
  const raw = {
    productVersionId: idOf(register.versions, "booking"),
    name: "クラウド問診",
    category: "other",
    form: "cloud",
    site: "事業者のデータセンター",
    criticality: "medium",
    inUseFrom: clock.day(-10),
  };
  const { id } = expectDone(await registerRecord(ports, editor, { noun: "system", raw }));
  register.systems.set(raw.name, id);
}

async function settle({ ports, editor }: DemoPlay, contractId: string): Promise<void> {
  const { rows } = await listRoleSheets(ports.db, editor, { contractId, page: 1, pageSize: 1 });
  const roleSheetId = rows[0]?.id ?? "";
  const [review] = await reviewsOfSheet(ports.db, editor, roleSheetId);
  if (!review) throw new Error("the demo's sheet has no open review");
  const note = "定例の打合せで全行を確かめた。問診の結果は電子カルテへ取り込まず、つなぎ目はない。";
  const input = { roleSheetId, reviewId: review.id, version: review.version, note };
  expectDone(await settleRoleReview(ports, editor, input));
}

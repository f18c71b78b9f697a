import { isId } from "~/domain/ids";
import { PAGE_SIZE, parseListState } from "~/domain/list-query";
import { problem } from "~/domain/problem";
import { may } from "~/domain/rights";
import { redirectTo, refuse } from "~/http.server";
import type { Visit } from "~/scope.server";
import { reviewReceivedRoleSheet } from "~/use-cases/received-role-sheet.server";

/** The sheet of the file (`of`, from 0) and the sheet of ours beside it (`beside`), as the address says. */
export async function rolePage({ ports, scope }: Visit, id: string | undefined, url: string) {
  if (!isId(id)) throw refuse([problem("not-found")]);
  const params = new URL(url).searchParams;
  const beside = params.get("beside") ?? "";
  const input = { intakeId: id, roleSheetId: isId(beside) ? beside : null };
  const review = await reviewReceivedRoleSheet(ports, scope, input);
  if (!review.ok) throw refuse(review.problems);
  const { sheets, ...page } = review.value;
  const state = parseListState(params, { filters: ["of", "beside"], sort: "row" });
  const sheet = sheets.find((each) => String(each.index) === state.filters.of) ?? sheets[0];
  if (!sheet) throw redirectTo(`/intakes/${id}/next`);
  const from = (state.page - 1) * PAGE_SIZE;
  return {
    ...page,
    state,
    sheets: sheets.map((each) => ({ index: each.index, sheet: each.sheet, rows: each.rows.length })),
    sheet: { ...sheet, rows: sheet.rows.slice(from, from + PAGE_SIZE), total: sheet.rows.length },
    canEdit: may(scope, "role-sheet:write") && page.intake.state !== "discarded",
  };
}
export type RolePage = Awaited<ReturnType<typeof rolePage>>;

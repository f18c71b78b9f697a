import { expect, it } from "vitest";
import { problem } from "~/domain/problem";
import type { GridEdit } from "~/domain/role-grid";
import type { RawRow } from "~/domain/role-row-input";
import { mergeRow } from "~/domain/role-row-merge";
import { type CellsReply, createSaving } from "~/routes/role-sheet/saving";
import { rawRow } from "../support/records";

/** A server in memory that joins as the real one does; `waits` holds its answers back. */
function place() {
  const rows = new Map<string, { version: number; values: RawRow }>([
    ["a", { version: 1, values: rawRow() }],
    ["b", { version: 1, values: rawRow() }],
  ]);
  const sent: GridEdit[][] = [];
  const waits: (() => void)[] = [];
  let isOffline = false;
  // why: the real route is tried over HTTP and in the browser; here the order of answers is what matters.
  const post = async (edits: GridEdit[]): Promise<CellsReply> => {
    sent.push(structuredClone(edits));
    await new Promise<void>((resolve) => waits.push(resolve));
    if (isOffline) throw new Error("no answer");
    const answer: CellsReply = { rows: [], conflicts: [], problems: [] };
    for (const { rowId, base, fields } of edits) {
      const row = rows.get(rowId);
      if (!row) throw new Error("no row");
      const { merged, conflicts } = mergeRow(base, fields, row.values);
      if (merged.completedOn !== "" && merged.firstCheck !== "no") {
        answer.problems.push(problem("completed-without-no", {}, `${rowId}.completedOn`));
        continue;
      }
      const next = { version: row.version + 1, values: merged };
      rows.set(rowId, next);
      answer.rows.push({ id: rowId, ...next });
      answer.conflicts.push(...conflicts.map((each) => ({ ...each, rowId, label: rowId })));
    }
    return answer;
  };
  const saving = createSaving(post, () => undefined);
  const settle = async () => {
    for (let round = 0; round < 20; round++) {
      waits.shift()?.();
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  };
  const type = (rowId: string, base: Partial<RawRow>, fields: Partial<RawRow>) =>
    saving.write([{ rowId, base, fields }]);
  return { rows, sent, saving, settle, type, goOffline: (is: boolean) => (isOffline = is) };
}

it("sends one request at a time; what is typed meanwhile goes with the next", async () => {
  const { rows, sent, saving, settle, type } = place();
  type("a", { what: "" }, { what: "一" });
  type("a", { what: "一" }, { what: "一二" });
  type("b", { remark: "" }, { remark: "備考" });
  expect(sent).toHaveLength(1);
  await settle();
  expect(sent).toHaveLength(2);
  expect(rows.get("a")?.values.what).toBe("一二");
  expect(rows.get("b")?.values.remark).toBe("備考");
  expect(saving.state()).toMatchObject({ status: "saved", conflicts: [], problems: [] });
  expect(saving.state().drafts.size).toBe(0);
});

it("keeps a refused text and sends it again with the next edit of the row", async () => {
  const { rows, saving, settle, type } = place();
  type("a", { completedOn: "" }, { completedOn: "2026-05-01" });
  await settle();
  expect(saving.state().problems.map((each) => each.code)).toEqual(["completed-without-no"]);
  expect(saving.state().drafts.get("a")?.fields.completedOn).toBe("2026-05-01");
  type("a", { firstCheck: "" }, { firstCheck: "no" });
  await settle();
  expect(rows.get("a")?.values).toMatchObject({ firstCheck: "no", completedOn: "2026-05-01" });
  expect(saving.state().problems).toEqual([]);
});

it("keeps everything while there is no connection", async () => {
  const { rows, saving, settle, type, goOffline } = place();
  goOffline(true);
  type("a", { what: "" }, { what: "電波なし" });
  await settle();
  expect(saving.state().status).toBe("failed");
  expect(saving.state().drafts.get("a")?.fields.what).toBe("電波なし");
  goOffline(false);
  saving.retry();
  await settle();
  expect(rows.get("a")?.values.what).toBe("電波なし");
  expect(saving.state().status).toBe("saved");
});

it("shows both values where somebody else wrote the same field, and records the chosen one", async () => {
  const { rows, saving, settle, type } = place();
  rows.set("a", { version: 5, values: rawRow({ what: "他の人" }) });
  type("a", { what: "" }, { what: "わたし" });
  await settle();
  const [conflict] = saving.state().conflicts;
  expect(conflict).toMatchObject({ field: "what", mine: "わたし", theirs: "他の人" });
  expect(rows.get("a")?.values.what).toBe("他の人");
  if (conflict) saving.choose(conflict, "mine");
  await settle();
  expect(rows.get("a")?.values.what).toBe("わたし");
  expect(saving.state().conflicts).toEqual([]);
});

it("undoes and redoes, also what was pasted into many rows", async () => {
  const { rows, saving, settle } = place();
  saving.write([
    { rowId: "a", base: { what: "" }, fields: { what: "甲が行う" } },
    { rowId: "b", base: { what: "" }, fields: { what: "甲が行う" } },
  ]);
  await settle();
  saving.undo();
  await settle();
  expect([...rows.values()].map((each) => each.values.what)).toEqual(["", ""]);
  expect(saving.state()).toMatchObject({ canUndo: false, canRedo: true });
  saving.redo();
  await settle();
  expect([...rows.values()].map((each) => each.values.what)).toEqual(["甲が行う", "甲が行う"]);
});

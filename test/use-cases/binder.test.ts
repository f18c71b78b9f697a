import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { lastRecordedSeq } from "#db/queries/audit.server";
import { buildBinder } from "~/domain/binder";
import { type BinderInput, binderChapters } from "~/domain/binder-facts";
import { binderWords } from "~/messages/binder-words";
import { makeBinder, openBinder, showBinders, startBinder } from "~/use-cases/binder.server";
import { binderInput } from "~/use-cases/binder-input.server";
import { keepInspectionText } from "~/use-cases/decision-records.server";
import { overrideVerdict } from "~/use-cases/override-verdict.server";
import { showDecision } from "~/use-cases/show-decision.server";
import { askedOf } from "../support/comparing";
import { codesOf, expectDone, tempFile } from "../support/ports";
import { fullWorld, type World } from "../support/world";

let world: World;
let input: BinderInput;

beforeAll(async () => {
  world = await fullWorld();
  input = await binderInput(world.ports, world.editor);
}, 300_000);

const headings = (given: BinderInput, level: 1 | 2) =>
  buildBinder(given, binderWords).blocks.flatMap((each) =>
    each.kind === "heading" && each.level === level ? [each.text] : [],
  );

it("has every chapter in the order of an inspection, also where there is nothing to show", () => {
  const nothing = { contacts: [], checklists: [], disclosures: [], gaps: [], sheets: [], requests: [] };
  const chapters = binderChapters.map((each) => binderWords.chapters[each]);
  expect(headings(input, 1)).toEqual(chapters);
  expect(headings({ ...input, ...nothing, edition: null }, 1)).toEqual(chapters);
});

it("holds what the records hold: contacts, checklists of each vendor, hashes, every gap, sheets, requests", () => {
  expect(input.contacts.map((each) => [each.vendor, each.person?.name])).toContainEqual([
    "試験ベンダ株式会社",
    "試験 花子",
  ]);
  expect(input.checklists.map((each) => each.respondent)).toEqual(["試験病院", "試験ベンダ株式会社"]);
  expect(input.disclosures).toHaveLength(1);
  expect(input.disclosures[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  const rows = input.gaps.flatMap((each) => each.rows);
  expect(rows.some((each) => each.decision?.kind === "vendor-fix")).toBe(true);
  expect(rows.some((each) => each.decision === null)).toBe(true);
  expect(input.sheets).toMatchObject([{ effectiveFrom: "2026-05-01" }]);
  expect(input.requests.map((each) => each.state)).toContain("submitted");
});

it("prints no clause number that nobody compared, and no word of judgement", () => {
  expect(input.gaps.flatMap((each) => each.rows).filter((each) => each.clause !== "")).toEqual([]);
  // why the words and not the paper: a requirement may name a 適合開示書, and that is no word of ours.
  expect(JSON.stringify(binderWords)).not.toMatch(/適合|準拠/);
});

it("prints an override beside the verdict of the rules with reason and name, also where it is no gap any more", async () => {
  const { ports, editor, disclosureId, openGap } = world;
  const raw = { verdict: "met", reason: "備考に代わりの方法がある" };
  expectDone(await overrideVerdict(ports, editor, { ...askedOf(disclosureId, openGap), raw }));
  const gathered = await binderInput(ports, editor);
  const row = gathered.gaps.flatMap((each) => each.rows).find((each) => each.override !== null);
  expect(row).toMatchObject({
    verdict: "unmet",
    override: { verdict: "met", reason: raw.reason, by: "試験 lead", on: "2026-11-24" },
  });
  const printed = JSON.stringify(buildBinder(gathered, binderWords).blocks);
  expect(printed).toContain(
    "「いいえ」あり\\n人の上書き：開示上「はい」（試験 lead、2026-11-24（令和8年））",
  );
  expect(printed).toContain("理由：備考に代わりの方法がある");
  expect((await binderInput(ports, world.stranger)).gaps).toEqual([]);
});

it("holds the inspector's text of every decision: as it was kept, else as the records give it", async () => {
  const { ports, editor, decisionId } = world;
  const textOf = async () => {
    const { gaps } = await binderInput(ports, editor);
    return gaps.flatMap((each) => each.rows).find((each) => each.decision !== null)?.decision?.text;
  };
  const { built } = expectDone(await showDecision(ports, editor, { decisionId }));
  expect(await textOf()).toBe(built);
  expectDone(await keepInspectionText(ports, editor, { decisionId, seen: 0, text: "委員会で定めた説明文" }));
  expect(await textOf()).toBe("委員会で定めた説明文");
  const { blocks } = buildBinder(await binderInput(ports, editor), binderWords);
  const tables = blocks.flatMap((each) =>
    each.kind === "table" && each.caption === binderWords.texts ? [each] : [],
  );
  expect(tables.map((each) => each.rows.map((row) => row.cells))).toEqual([[["1", "委員会で定めた説明文"]]]);
});

it("has one table for each request, each with its proof, and names the last audit row", async () => {
  const { ports, editor } = world;
  const gathered = await binderInput(ports, editor);
  const { blocks } = buildBinder(gathered, binderWords);
  const proofs = blocks.flatMap((each) =>
    each.kind === "table" && each.columns[0]?.title === binderWords.columns.requests[0] ? [each] : [],
  );
  expect(proofs).toHaveLength(gathered.requests.length);
  expect(proofs[0]?.caption).toContain("試験カルテ");
  const lines = proofs[0]?.rows.map((row) => row.cells.slice(0, 2));
  for (const line of ["asked", "delivered", "opened", "reminded", "answered"] as const)
    expect(lines?.map(([name]) => name)).toContain(binderWords.proof[line]);
  expect(lines).toContainEqual([binderWords.proof.answered, "1 回"]);
  const { auditHead } = gathered;
  expect(auditHead).toMatchObject({
    seq: await lastRecordedSeq(ports.db),
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  if (!auditHead) throw new Error("no entry");
  expect(blocks.at(-1)).toEqual({ kind: "note", text: binderWords.auditHead(auditHead) });
  expect(binderWords.auditHead(auditHead)).toContain(auditHead.hash);
});

it("gathers nothing of another hospital", async () => {
  const other = await binderInput(world.ports, world.stranger);
  const { contacts, disclosures, gaps, sheets, requests } = other;
  expect({ contacts, disclosures, gaps, sheets, requests }).toEqual({
    contacts: [],
    disclosures: [],
    gaps: [],
    sheets: [],
    requests: [],
  });
  expect((await showBinders(world.ports, world.stranger)).made).toEqual([]);
});

it("is one PDF with page numbers, bookmarks and the mark, kept under its hash; contents name real pages", async () => {
  const { ports, editor, viewer } = world;
  const seen: [number, number][] = [];
  const made = expectDone(await makeBinder(ports, editor, (drawn, total) => seen.push([drawn, total])));
  expect(seen.at(-1)).toEqual([made.pageCount, made.pageCount]);
  const { bytes } = expectDone(await openBinder(ports, viewer, made));
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(made.sha256);
  const file = tempFile("binder.pdf");
  writeFileSync(file, bytes);
  const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
  const pages = text.split("\f").slice(0, -1);
  expect(pages).toHaveLength(made.pageCount);
  pages.forEach((page, at) => {
    expect(page).toContain(`${at + 1} / ${made.pageCount}`);
    expect(page).toContain("院内限");
  });
  const requests = pages.findIndex((page, at) => at > 0 && page.includes(binderWords.columns.requests[0]));
  const line = (pages[0] ?? "").split("\n").find((each) => each.includes(binderWords.chapters.requests));
  expect(line).toMatch(new RegExp(`\\b${requests + 1}\\s*$`));
});

it("goes on beside, tells how far it is, and a second press joins the first", async () => {
  const { ports, editor, viewer } = world;
  expect(codesOf(startBinder(ports, viewer))).toEqual(["forbidden"]);
  const first = expectDone(startBinder(ports, editor));
  const second = expectDone(startBinder(ports, editor));
  expect(second.ended).toBe(first.ended);
  expect((await showBinders(ports, editor)).progress?.step).toMatch(/gathering|printing/);
  await first.ended;
  const { made, progress } = await showBinders(ports, viewer);
  expect(progress).toEqual({ step: "done", binderId: made[0]?.id });
});

it("says what went wrong and keeps nothing when printing fails", async () => {
  const { editor } = world;
  const before = (await showBinders(world.ports, editor)).made.length;
  // why: a printing process that dies cannot be brought about by records.
  const ports = {
    ...world.ports,
    binderRuns: new Map(),
    printLongPaper: () => Promise.reject(new Error("x")),
  };
  const silent = console.error;
  console.error = () => undefined;
  await expectDone(startBinder(ports, editor)).ended;
  console.error = silent;
  const { made, progress } = await showBinders(ports, editor);
  expect(progress).toMatchObject({ step: "failed", problems: [{ code: "unexpected" }] });
  expect(made).toHaveLength(before);
});

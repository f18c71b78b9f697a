import { catalogueRef } from "~/domain/provenance";
import { assessDisclosure, defaultEdition } from "~/use-cases/assess.server";
import { recordHospitalProfile } from "~/use-cases/hospital-profile.server";
import { defineItemSet } from "~/use-cases/item-sets.server";
import { overrideVerdict } from "~/use-cases/override-verdict.server";
import { type DemoEvent, type DemoPlay, expectDone, idOf } from "./demo-play";

const facts = { ownerType: "public", staff: "yes", gmisClass: "" } as const;

/** The hospital's own facts before and after it took in its branch, and one verdict a person reads otherwise. */
export function comparingEvents(play: DemoPlay, disclosures: ReadonlyMap<string, string>): DemoEvent[] {
  const record = (on: number, beds: string, sites: string) => async () => {
    const { ports, admin, clock } = play;
    const raw = { ...facts, beds, sites, effectiveFrom: clock.day(on) };
    expectDone(await recordHospitalProfile(ports, admin, { supersedes: null, reason: "", raw }));
  };
  return [
    { on: -610, happen: record(-610, "260", "1") },
    { on: -365, happen: record(-365, "320", "2") },
    { on: -10, happen: () => override(play, disclosures) },
    { on: -9, happen: () => choosePoints(play) },
  ];
}

/** The network's vendor answered いいえ and wrote that the records are matched once a month: read as a part of it. */
async function override(play: DemoPlay, disclosures: ReadonlyMap<string, string>): Promise<void> {
  const { ports, editor } = play;
  const disclosureId = idOf(disclosures, "network");
  const guideline = defaultEdition(ports.catalogues);
  const { assessment } = expectDone(await assessDisclosure(ports, editor, { disclosureId, guideline }));
  const finding = assessment.findings.find(
    (each) =>
      each.verdict === "unmet" && each.lines.some((line) => line.answers.some(({ no }) => no === "10-4")),
  );
  if (!finding) throw new Error("network: no gap on 10-4");
  const asked = { disclosureId, guideline, requirement: finding.requirement.key, supersedes: null };
  const reason = "接続の記録は取られ、計画書との突合せは月に一度行われているため、一部として扱う。";
  expectDone(await overrideVerdict(ports, editor, { ...asked, raw: { verdict: "partial", reason } }));
}

/** Numbers of our own form, chosen for the demo: which ones the official annex names is not known here. */
async function choosePoints({ ports, editor }: DemoPlay): Promise<void> {
  const form = ports.catalogues.questionnaireOfForm("in-house-product");
  if (!form) throw new Error("no questionnaire");
  const names = {
    id: "demo-points",
    version: "1",
    title: "確認事項（院内質問票での例）",
    note: "デモのために選んだ番号",
  };
  const set = { of: catalogueRef(form.head), pasted: "3-3、10-4、11-4、14-3、14-5", choices: {}, ...names };
  expectDone(await defineItemSet(ports, editor, set));
}

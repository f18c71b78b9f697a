import { expect, it } from "vitest";
import type { Finding } from "~/domain/assessment";
import { clauseText } from "~/domain/guideline";
import type { ItemSet } from "~/domain/item-set";
import { catalogueRef } from "~/domain/provenance";
import { isSelected, setsFor } from "~/domain/selection";
import { assessDisclosure } from "~/use-cases/assess.server";
import { cataloguesOf } from "~/use-cases/catalogues.server";
import { defineItemSet } from "~/use-cases/item-sets.server";
import { expectDone, testHospital } from "../support/ports";
import { contractWithSystem, FORM_6_0, receiveDisclosure } from "../support/records";

const FORM = "in-house-product@1.0";

it("narrows an assessment to the requirements that rest on the items of a subset, and to those of its own guideline", async () => {
  const { ports, editor } = await testHospital();
  const { productVersionId } = await contractWithSystem(ports, editor);
  const disclosureId = await receiveDisclosure(ports, editor, productVersionId);
  const { assessment } = expectDone(
    await assessDisclosure(ports, editor, { disclosureId, guideline: FORM_6_0 }),
  );
  // why alone: the edition prints one of its numbers twice, and such a number would have to be chosen.
  const clauses = ports.catalogues.guideline(FORM_6_0)?.requirements.map(clauseText) ?? [];
  const isAlone = ({ clause }: Finding) => clauses.filter((each) => each === clause).length === 1;
  const first = assessment.findings.find(
    (each) => each.lines.length > 0 && each.requirement.no !== null && isAlone(each),
  );
  const no = ["14-3", "11-4"];
  const names = { version: "1", title: "確認事項", note: "" };
  expectDone(
    await defineItemSet(ports, editor, {
      of: FORM,
      pasted: no.join("、"),
      choices: {},
      id: "of-form",
      ...names,
    }),
  );
  const clause = { of: FORM_6_0, pasted: first?.clause ?? "", choices: {}, id: "of-guideline", ...names };
  expectDone(await defineItemSet(ports, editor, clause));
  const sets = setsFor((await cataloguesOf(ports, editor)).itemSets.values(), FORM_6_0, [FORM]);
  expect(sets.map((each) => catalogueRef(each.head))).toEqual(["of-form@1", "of-guideline@1"]);
  const chosen = (set: ItemSet | undefined) =>
    assessment.findings.filter((each) => set && isSelected(each, set, FORM_6_0));
  const resting = assessment.findings.filter((each) =>
    each.lines.some((line) => line.answers.some((answer) => no.includes(answer.no))),
  );
  expect(resting.length).toBeGreaterThan(0);
  expect(chosen(sets[0])).toEqual(resting);
  expect(chosen(sets[1]).map((each) => each.clause)).toEqual([first?.clause]);
  expect(setsFor(sets, "mhlw-guideline@7.0", [null])).toEqual([]);
});

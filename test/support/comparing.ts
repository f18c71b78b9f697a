import type { RawHospitalFacts } from "~/domain/hospital-profile";
import type { Scope } from "~/domain/scope";
import { recordHospitalProfile } from "~/use-cases/hospital-profile.server";
import { liftOverride, overrideVerdict } from "~/use-cases/override-verdict.server";
import type { Ports } from "~/use-cases/ports.server";
import { expectDone } from "./ports";
import { FORM_6_0 } from "./records";

/** Facts of the hospital as they are typed. */
export const rawHospitalFacts = (fields: Partial<RawHospitalFacts> = {}): RawHospitalFacts => ({
  beds: "180",
  ownerType: "public",
  sites: "1",
  staff: "yes",
  gmisClass: "",
  effectiveFrom: "2026-04-01",
  ...fields,
});

/** What every override of these tests names. */
export const askedOf = (disclosureId: string, requirement: string, supersedes: string | null = null) => ({
  disclosureId,
  guideline: FORM_6_0,
  requirement,
  supersedes,
});

/** A profile, and an override that was taken back: rows of every frozen table of comparing, verdicts as before. */
export async function recordComparing(
  ports: Ports,
  { admin, editor }: { admin: Scope; editor: Scope },
  of: { disclosureId: string; requirement: string },
): Promise<void> {
  expectDone(
    await recordHospitalProfile(ports, admin, { supersedes: null, reason: "", raw: rawHospitalFacts() }),
  );
  const asked = askedOf(of.disclosureId, of.requirement);
  const raw = { verdict: "met", reason: "備考を読み直した" };
  const { overrideId } = expectDone(await overrideVerdict(ports, editor, { ...asked, raw }));
  expectDone(await liftOverride(ports, editor, { ...asked, supersedes: overrideId, reason: "読み違い" }));
}

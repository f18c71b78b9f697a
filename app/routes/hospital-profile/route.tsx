import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Facts } from "~/components/facts";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import type { HospitalFacts, RawHospitalFacts } from "~/domain/hospital-profile";
import { may } from "~/domain/rights";
import { readForm, redirectTo, reply, replyProblems, textOf } from "~/http.server";
import type { Words } from "~/messages/words";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { recordHospitalProfile, showHospitalProfile } from "~/use-cases/hospital-profile.server";
import { ProfileForm } from "./profile-form";
import { ProfileHistory } from "./profile-history";

export const meta = pageTitle((words) => words.comparing.profile.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  return reply({ ...(await showHospitalProfile(ports, scope)), mayEdit: may(scope, "hospital:write") });
}
export type ProfilePage = ReturnType<typeof useLoaderData<typeof loader>>;

export async function action({ request, context }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "hospital:write");
  const fields = await readForm(request);
  const raw: RawHospitalFacts = {
    beds: textOf(fields, "beds"),
    ownerType: textOf(fields, "ownerType"),
    sites: textOf(fields, "sites"),
    staff: textOf(fields, "staff"),
    gmisClass: textOf(fields, "gmisClass"),
    effectiveFrom: textOf(fields, "effectiveFrom"),
  };
  const [reason, supersedes] = [textOf(fields, "reason"), textOf(fields, "supersedes") || null];
  const recorded = await recordHospitalProfile(ports, scope, { supersedes, reason, raw });
  if (!recorded.ok) return replyProblems(recorded.problems, { typed: { ...raw, reason, supersedes } });
  return redirectTo("/hospital-profile");
}

export default function HospitalProfilePage() {
  const words = useWords();
  const { profile } = words.comparing;
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <div className="stack">
      <PageHead
        title={profile.title}
        lead={profile.lead}
        crumbs={[{ to: "/settings", label: words.shell.nav.settings }, { label: profile.title }]}
      />
      <section className="panel">
        <h2>{profile.now}</h2>
        {!page.held.isRecorded && <p className="panel-text">{profile.never}</p>}
        <Facts facts={factsShown(words, page.held)} />
        <p className="panel-text quiet">{profile.uses}</p>
      </section>
      {page.mayEdit ? (
        <ProfileForm page={page} failed={failed} />
      ) : (
        <p className="note">{profile.viewerOnly}</p>
      )}
      <ProfileHistory page={page} />
    </div>
  );
}

function factsShown(words: Words, held: HospitalFacts) {
  const { profile } = words.comparing;
  const none = words.forms.notGiven;
  return [
    { label: profile.fields.beds, value: held.beds === null ? none : profile.beds(held.beds) },
    {
      label: profile.fields.ownerType,
      value: held.ownerType === "" ? none : profile.ownerTypes[held.ownerType],
    },
    { label: profile.fields.sites, value: held.sites === null ? none : profile.sites(held.sites) },
    { label: profile.fields.staff, value: profile.staff[held.staff] },
    { label: profile.fields.gmisClass, value: held.gmisClass || none },
  ];
}

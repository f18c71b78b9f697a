import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { Choice, FieldGroup } from "~/components/field";
import { ProblemSummary } from "~/components/problem-summary";
import { useLanguage, useWords } from "~/components/words";
import { dayInTokyo } from "~/domain/day";
import { listOf, readForm, reply, replyProblems } from "~/http.server";
import { formatDay } from "~/messages/days";
import { pageTitle } from "~/page-title";
import { passOn } from "~/use-cases/vendor-submit.server";
import { requireDesk, wholeDeskOnly } from "~/vendor-visit.server";
import { useDesk } from "../vendor-desk/desk";
import { DeskPage } from "../vendor-desk/desk-page";

export const meta = pageTitle((words) => words.vendorDesk.passOn.title);

type Made = { made: { link: string; until: string; sections: string[] } | null };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  wholeDeskOnly(await requireDesk(request, context, params.requestId));
  return reply({});
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope } = await requireDesk(request, context, params.requestId);
  const sections = listOf(await readForm(request), "sections");
  const none: Made = { made: null };
  const passed = await passOn(ports, scope, { sections });
  if (!passed.ok) return replyProblems(passed.problems, none);
  const { path, expiresAt } = passed.value;
  const link = `${ports.baseUrl ?? new URL(request.url).origin}${path}`;
  const found: Made = { made: { link, until: dayInTokyo(expiresAt), sections } };
  return reply({ problems: [], ...found });
}

export default function VendorPassOn() {
  const { passOn: words } = useWords().vendorDesk;
  const language = useLanguage();
  const { sections } = useDesk();
  const found = useActionData<typeof action>();
  const made = found?.made;
  return (
    <DeskPage title={words.title} lead={words.lead}>
      <ProblemSummary problems={found?.problems} labels={{ sections: words.sections }} />
      {made && (
        <div className="note good stack" role="status">
          <p>
            <b>{words.made}</b>
          </p>
          <p>{made.sections.join("、")}</p>
          <div className="field">
            <label htmlFor="passed-link">{words.link}</label>
            <input id="passed-link" type="text" readOnly value={made.link} />
          </div>
          <p className="num">{words.until(formatDay(made.until, language))}</p>
        </div>
      )}
      <Form method="post" className="stack form">
        <FieldGroup name="sections" label={words.sections} problems={found?.problems}>
          <div className="choices section-choices">
            {sections.map((each) => (
              <Choice
                key={each.section}
                type="checkbox"
                name="sections"
                value={each.section}
                label={each.section}
                isChecked={false}
              />
            ))}
          </div>
        </FieldGroup>
        <p>
          <button type="submit" className="button primary">
            {words.make}
          </button>
        </p>
      </Form>
    </DeskPage>
  );
}

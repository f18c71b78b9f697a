import { Form } from "@remix-run/react";
import { ConfirmPanel } from "~/components/confirm-panel";
import { RoleFields } from "~/components/role-fields";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import type { PersonData } from "./route";

/** What an administrator may do for another person. */
export function PersonPanels(props: {
  person: PersonData;
  kept: { role: string; until: string; intent: string } | undefined;
  problems: readonly Problem[] | undefined;
}) {
  const { signIn } = useWords();
  const { person } = props;
  const { version } = person;
  return (
    <>
      <MembershipPanel {...props} />
      <ConfirmPanel
        title={signIn.link}
        what={signIn.linkWhat}
        fields={{ intent: "link" }}
        button={signIn.makeLink}
      />
      {person.hasFactor && (
        <ConfirmPanel
          title={signIn.clear}
          what={signIn.clearWhat}
          fields={{ intent: "clear" }}
          button={signIn.clear}
        />
      )}
      {person.isWaived ? (
        <ConfirmPanel
          title={signIn.require}
          what={signIn.requireWhat}
          fields={{ intent: "require" }}
          button={signIn.require}
        />
      ) : (
        !person.isAdminAnywhere && (
          <ConfirmPanel
            title={signIn.waive}
            what={signIn.waiveWhat}
            fields={{ intent: "waive" }}
            button={signIn.waive}
          />
        )
      )}
      <ConfirmPanel
        title={signIn.endSessionsOf}
        what={signIn.endSessionsWhat}
        fields={{ intent: "sessions" }}
        button={signIn.endSessionsOf}
      />
      {person.endedAt === null && (
        <ConfirmPanel
          title={signIn.end}
          what={signIn.endWhat}
          fields={{ intent: "end", version }}
          button={signIn.end}
        />
      )}
    </>
  );
}

function MembershipPanel({ person, kept, problems }: Parameters<typeof PersonPanels>[0]) {
  const { signIn } = useWords();
  const own = kept?.intent === "membership" ? kept : undefined;
  return (
    <section className="panel">
      <h2>{signIn.membership}</h2>
      <Form method="post" className="stack form panel-text" noValidate>
        {person.endedAt !== null && <p className="note">{signIn.restore}</p>}
        <input type="hidden" name="intent" value="membership" />
        <input type="hidden" name="version" value={person.version} />
        <RoleFields
          role={own?.role ?? person.role}
          until={own?.until ?? person.untilDay ?? ""}
          problems={own ? problems : undefined}
        />
        <p>
          <button type="submit" className="button">
            {signIn.saveMembership}
          </button>
        </p>
      </Form>
    </section>
  );
}

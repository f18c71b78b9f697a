import { Form } from "@remix-run/react";
import { Field, FieldScope } from "~/components/field";
import { ProblemSummary } from "~/components/problem-summary";
import { RoleFields } from "~/components/role-fields";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";

/** 同じグループの利用者を加える: by the sign-in name, because names repeat. */
export function JoinPanel(props: {
  typed: { signInName: string; role: string; until: string } | undefined;
  problems: readonly Problem[] | undefined;
}) {
  const { accounts, signIn } = useWords();
  const { typed, problems } = props;
  const labels = { signInName: accounts.signInName, role: accounts.role, until: accounts.until };
  return (
    <FieldScope.Provider value="join-">
      <details className="panel confirm" open={problems !== undefined}>
        <summary>{signIn.join}</summary>
        <Form method="post" className="stack form confirm-body" noValidate>
          <ProblemSummary problems={problems} labels={labels} />
          <p>{signIn.joinWhat}</p>
          <input type="hidden" name="intent" value="join" />
          <Field name="signInName" label={accounts.signInName} problems={problems} isRequired>
            {(control) => (
              <input {...control} type="text" autoComplete="off" defaultValue={typed?.signInName} />
            )}
          </Field>
          <RoleFields role={typed?.role ?? "procurement"} until={typed?.until ?? ""} problems={problems} />
          <p>
            <button type="submit" className="button">
              {signIn.join}
            </button>
          </p>
        </Form>
      </details>
    </FieldScope.Provider>
  );
}

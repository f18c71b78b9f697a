import { Form } from "@remix-run/react";
import { Field } from "~/components/field";
import { NewPassword } from "~/components/new-password";
import { useLanguage, useWords } from "~/components/words";
import { dayInTokyo } from "~/domain/day";
import { formatDay } from "~/messages/days";
import type { AccountAnswered, AccountData } from "./route";

/** パスワード: the present one is asked, because a screen may have been left open. */
export function PasswordPanel({ page, answered }: { page: AccountData; answered: AccountAnswered }) {
  const { signIn } = useWords();
  const language = useLanguage();
  const problems = answered?.intent === "password" ? answered.problems : undefined;
  const changed = page.passwordChangedAt;
  return (
    <section className="panel">
      <h2>{signIn.password}</h2>
      <div className="panel-text stack">
        <p>{changed ? signIn.changedOn(formatDay(dayInTokyo(changed), language)) : signIn.neverChanged}</p>
        <details className="confirm" open={(problems ?? []).length > 0}>
          <summary>{signIn.changePassword}</summary>
          <Form method="post" className="stack form confirm-body" noValidate>
            <input type="hidden" name="intent" value="password" />
            <Field name="current" label={signIn.currentPassword} problems={problems} isRequired>
              {(control) => <input {...control} type="password" autoComplete="current-password" />}
            </Field>
            <NewPassword min={page.minPassword} problems={problems} />
            <p className="quiet">{signIn.othersEnd}</p>
            <p>
              <button type="submit" className="button">
                {signIn.changePassword}
              </button>
            </p>
          </Form>
        </details>
      </div>
    </section>
  );
}

/** 病院の認証基盤: linked from inside only, so that the link is proved by both sides. */
export function ProviderPanel({ page }: { page: AccountData }) {
  const { signIn } = useWords();
  return (
    <section className="panel">
      <h2>{signIn.provider}</h2>
      <div className="panel-text stack">
        <p>{signIn.providerWhat}</p>
        {page.identities.map((each) => (
          <Form method="post" key={each.id} className="row">
            <span>{signIn.providerLinked(each.issuer)}</span>
            <input type="hidden" name="intent" value="unlinked" />
            <input type="hidden" name="id" value={each.id} />
            <button type="submit" className="button small">
              {signIn.providerUnlink}
            </button>
          </Form>
        ))}
        <form method="post" action="/sign-in/provider">
          <input type="hidden" name="for" value="link" />
          <button type="submit" className="button">
            {signIn.providerLink}
          </button>
        </form>
      </div>
    </section>
  );
}

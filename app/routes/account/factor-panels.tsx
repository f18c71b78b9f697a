import { Form } from "@remix-run/react";
import { AppPicture, CodeField } from "~/components/app-set-up";
import { ConfirmPanel } from "~/components/confirm-panel";
import { Field } from "~/components/field";
import { PasskeyMake } from "~/components/passkey-button";
import { useLanguage, useWords } from "~/components/words";
import { dayInTokyo } from "~/domain/day";
import { formatDay } from "~/messages/days";
import type { AccountAnswered, AccountData } from "./route";

/** 認証アプリと回復コード. */
export function FactorPanel({ page, answered }: { page: AccountData; answered: AccountAnswered }) {
  const { signIn } = useWords();
  const language = useLanguage();
  const problems = answered?.intent === "app" ? answered.problems : undefined;
  const since = page.appSince;
  return (
    <section className="panel">
      <h2>{signIn.app}</h2>
      <div className="panel-text stack">
        <p>{since ? signIn.appSince(formatDay(dayInTokyo(since), language)) : signIn.appNone}</p>
        <p>{signIn.codesLeft(page.codesLeft)}</p>
        {page.app && (
          <details className="confirm" open={(problems ?? []).length > 0}>
            <summary>{signIn.addApp}</summary>
            <Form method="post" className="stack form confirm-body" noValidate>
              <input type="hidden" name="intent" value="app" />
              <AppPicture {...page.app} />
              <CodeField problems={problems} />
              <p>
                <button type="submit" className="button">
                  {signIn.addApp}
                </button>
              </p>
            </Form>
          </details>
        )}
        {(since || page.passkeys.length > 0) && (
          <ConfirmPanel
            title={signIn.renewCodes}
            what={signIn.renewCodesWhat}
            fields={{ intent: "codes" }}
            button={signIn.renewCodes}
          />
        )}
        {since && (
          <ConfirmPanel
            title={signIn.removeApp}
            what={signIn.removeAppWhat}
            fields={{ intent: "app-removed" }}
            button={signIn.removeApp}
          />
        )}
      </div>
    </section>
  );
}

/** パスキー: each with its name, because a person has several devices. */
export function PasskeyPanel({ page, answered }: { page: AccountData; answered: AccountAnswered }) {
  const { signIn } = useWords();
  const language = useLanguage();
  const problems = answered?.intent === "passkey" ? answered.problems : undefined;
  return (
    <section className="panel">
      <h2>{signIn.passkeys}</h2>
      <div className="panel-text stack">
        <p className="quiet">{signIn.orPasskeyWhat}</p>
        {page.passkeys.length === 0 && <p>{signIn.noPasskeys}</p>}
        {page.passkeys.map((each) => (
          <Form method="post" key={each.id} className="row">
            <span>
              <b>{each.name}</b>{" "}
              {each.lastUsedAt
                ? signIn.lastUsed(formatDay(dayInTokyo(each.lastUsedAt), language))
                : signIn.neverUsed}
            </span>
            <input type="hidden" name="intent" value="passkey-removed" />
            <input type="hidden" name="id" value={each.id} />
            <button
              type="submit"
              className="button small"
              aria-label={`${signIn.removePasskey}：${each.name}`}
            >
              {signIn.removePasskey}
            </button>
          </Form>
        ))}
        {/* why a key: the name belongs to the passkey that was just made, not to the next one. */}
        <Form method="post" className="stack form" noValidate key={page.passkeys.length}>
          <input type="hidden" name="intent" value="passkey" />
          <Field
            name="passkeyName"
            label={signIn.passkeyName}
            hint={signIn.passkeyNameHint}
            problems={problems}
          >
            {(control) => <input {...control} type="text" autoComplete="off" maxLength={60} />}
          </Field>
          <PasskeyMake label={signIn.addPasskey} />
        </Form>
      </div>
    </section>
  );
}

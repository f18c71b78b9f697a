import { Form } from "@remix-run/react";
import { CopyText } from "~/components/copy-text";
import { useLanguage, useWords } from "~/components/words";
import { dayInTokyo } from "~/domain/day";
import { formatDay } from "~/messages/days";
import type { SettingsPage } from "./route";

/** カレンダー連携: making the address, which is shown once, and ending it. */
export function FeedPanel({ page, address }: { page: SettingsPage; address: string }) {
  const { feed: text } = useWords().deadlines;
  const language = useLanguage();
  return (
    <section className="panel">
      <h2>{text.title}</h2>
      <div className="panel-text stack">
        <p>{text.what}</p>
        <p>
          {page.feed ? (
            <b>{text.since(formatDay(dayInTokyo(page.feed.createdAt), language))}</b>
          ) : (
            <span className="quiet">{text.none}</span>
          )}
        </p>
        {address !== "" && (
          <div className="note good" role="status">
            <p>{text.once}</p>
            <CopyText text={address} label={text.address} />
          </div>
        )}
        <Form method="post" className="wrapped-buttons">
          <button type="submit" name="intent" value="make-feed" className="button primary">
            {page.feed ? text.makeAgain : text.make}
          </button>{" "}
          {page.feed && (
            <button type="submit" name="intent" value="revoke-feed" className="button">
              {text.revoke}
            </button>
          )}
        </Form>
      </div>
    </section>
  );
}

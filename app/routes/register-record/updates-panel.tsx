import { Link } from "@remix-run/react";
import { bearerThen, clauseThen } from "~/components/update-fields";
import { useLanguage, useWords } from "~/components/words";
import { formatDay } from "~/messages/days";
import { optionLabel } from "~/messages/labels";
import type { UpdatesNow } from "./updates-now.server";

/** 更新の担当: who bears a server's security updates today, what comes, and the way to its history. */
export function UpdatesPanel({ serverId, mayChange, now, coming }: UpdatesNow) {
  const words = useWords();
  const language = useLanguage();
  const { updateBearers: text } = words;
  return (
    <section className="panel">
      <h2>
        <span>{words.fields.server.securityUpdateBearer}</span>
        <Link className="button small" to={`/servers/${serverId}/updates`}>
          {mayChange ? text.changeAndHistory : text.toHistory}
        </Link>
      </h2>
      <p className="panel-text">
        <b>{bearerThen(words, now)}</b> {now.since && text.nowFrom(formatDay(now.since, language))}
        <span className="block">{clauseThen(words, now)}</span>
      </p>
      {coming.map((each) => (
        <p key={each.id} className="panel-text quiet">
          {text.coming(
            formatDay(each.effectiveFrom, language),
            optionLabel(words, "server", "securityUpdateBearer", each.bearer),
          )}
        </p>
      ))}
    </section>
  );
}

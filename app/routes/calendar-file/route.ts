import type { LoaderFunctionArgs } from "@remix-run/node";
import { problem } from "~/domain/problem";
import { fileReply } from "~/file-reply.server";
import { refuse } from "~/http.server";
import { wordsOf } from "~/messages/words";
import { readFeed } from "~/use-cases/calendar.server";

/** カレンダー連携: the days behind an address that is a key itself; every other address is a missing page. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const token = (params.file ?? "").replace(/\.ics$/, "");
  const { feed, kinds } = wordsOf("ja").deadlines;
  const words = {
    name: feed.calendarName,
    title: (kind: keyof typeof kinds, name: string | null) => feed.eventTitle(kinds[kind].word, name),
    text: feed.eventText,
  };
  for (const ports of [context.own, context.demo()]) {
    const file = ports && (await readFeed(ports, token, words));
    if (file) return fileReply(new TextEncoder().encode(file), "buntan.ics", { isInline: true });
  }
  throw refuse([problem("not-found")]);
}

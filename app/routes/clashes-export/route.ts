import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Clash } from "~/domain/clash";
import { type Words, wordsOf } from "~/messages/words";
import { clashesOf, clashListState, recordName, saidWord } from "~/routes/clashes/asked";
import { requireScope } from "~/scope.server";
import { tableReply } from "~/table-reply.server";
import { listClashes } from "~/use-cases/clashes.server";

/** The clashes of an address as a file, all of them. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope, language } = await requireScope(request, context, "viewer");
  const words = wordsOf(language);
  const { clashes: text } = words;
  const found = await listClashes(ports, scope);
  const sides = ["left", "right"] as const;
  const parts = ["record", "item", "said", "place"] as const;
  return tableReply(request.url, {
    title: text.title,
    name: text.exportName(found.day),
    columns: [
      { key: "system", heading: text.export.system },
      { key: "kind", heading: text.columns.kind, width: 40 },
      { key: "how", heading: text.filters.how },
      ...sides.flatMap((side) =>
        parts.map((part) => ({
          key: `${side}-${part}`,
          heading: `${text.columns[side]} ${text.export[part]}`,
          width: part === "item" ? 50 : 24,
        })),
      ),
      { key: "way", heading: text.columns.way, width: 50 },
      { key: "next", heading: text.next, width: 60 },
    ],
    rows: clashesOf(found.clashes, clashListState(request.url)).map((clash) => ({
      system: clash.systemIds.flatMap((id) => found.systems[id] ?? []).join("、"),
      kind: text.kinds[clash.kind].title,
      how: text.how[clash.isWhole ? "whole" : "part"],
      ...Object.fromEntries(sides.flatMap((side) => cellsOf(words, side, clash[side]))),
      way: clash.ways
        .map((way) => way.map(({ mapping, line }) => `${mapping} ${line.id}`).join(" ↔ ") || text.sameItem)
        .join(" / "),
      next: text.kinds[clash.kind].next,
    })),
  });
}

function cellsOf(words: Words, side: "left" | "right", { record, items }: Clash["left"]): [string, string][] {
  const { revisionOf } = words.clashes;
  const each = (part: (item: (typeof items)[number]) => string) => items.map(part).join("\n");
  const head = [recordName(words, record), revisionOf[record.source](record.revision), record.day];
  return [
    [`${side}-record`, head.join(" ")],
    [`${side}-item`, each(({ no, text }) => `${no} ${text}`.trim())],
    [
      `${side}-said`,
      each(({ value, remark }) => `${saidWord(words, value)}${remark ? `（${remark}）` : ""}`),
    ],
    [`${side}-place`, each(({ cell }) => cell)],
  ];
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { optionLabel } from "~/messages/labels";
import { wordsOf } from "~/messages/words";
import { requireScope } from "~/scope.server";
import { tableReply } from "~/table-reply.server";
import { showRenewals } from "~/use-cases/renewals.server";

const columns = [
  "contract",
  "vendor",
  "noticeOn",
  "inForceTo",
  "expected",
  "renewal",
  "alarm",
  "matters",
] as const;

/** The renewal calendar as a file, by notice day. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope, language } = await requireScope(request, context, "viewer");
  const { rows, today } = await showRenewals(ports, scope);
  const words = wordsOf(language);
  const { contractRecords: text } = words;
  return tableReply(request.url, {
    name: words.registers.exportName(text.renewalsTitle, today),
    title: text.renewalsTitle,
    columns: columns.map((key) => ({ key, heading: text.renewalColumns[key] })),
    rows: rows.map((each) => ({
      contract: each.name,
      vendor: each.about,
      noticeOn: each.noticeOn,
      inForceTo: each.inForceTo,
      expected: each.expected
        ? [
            text.expectedEnd(each.expected.inForceTo),
            ...(each.expected.noticeOn ? [text.expectedNotice(each.expected.noticeOn)] : []),
          ].join("・")
        : "",
      renewal: optionLabel(words, "contract", "renewal", each.kind),
      alarm: text.alarms[each.alarm],
      matters: each.matters.map(({ kind, count }) => text.matters[kind](count)).join("・"),
    })),
  });
}

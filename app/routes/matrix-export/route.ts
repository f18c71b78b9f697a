import type { LoaderFunctionArgs } from "@remix-run/node";
import { decisionKinds } from "~/domain/decision";
import { clauseText } from "~/domain/guideline";
import { refuse } from "~/http.server";
import { verdictWord } from "~/messages/labels";
import { wordsOf } from "~/messages/words";
import { askedMatrix } from "~/routes/matrix/asked";
import { requireScope } from "~/scope.server";
import { tableReply } from "~/table-reply.server";
import { showMatrix } from "~/use-cases/matrix.server";

/** The matrix of an address as a file: a row each requirement, a column each system. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope, language } = await requireScope(request, context, "viewer");
  const shown = await showMatrix(ports, scope, askedMatrix(request.url));
  if (!shown.ok) throw refuse(shown.problems);
  const words = wordsOf(language);
  const { matrix: text } = words;
  const { systems, rows, guideline } = shown.value;
  return tableReply(request.url, {
    title: text.title,
    name: text.exportName(guideline.version),
    columns: [
      { key: "clause", heading: text.guideline },
      { key: "summary", heading: text.requirement, width: 60 },
      ...systems.map((each) => ({ key: each.id, heading: `${each.name}（${each.vendor}）` })),
    ],
    rows: rows.map(({ requirement, cells }) => ({
      clause: clauseText(requirement),
      summary: requirement.summary,
      ...Object.fromEntries(
        systems.map((system, at) => {
          const cell = cells[at];
          const kind = decisionKinds.find((each) => each === cell?.decision);
          const worst = cell?.parts.find((each) => each.verdict === cell.verdict);
          const said = worst?.unmetAnswer ?? null;
          const verdict = cell?.verdict ? verdictWord(words, cell.verdict, said) : text.none;
          const person = worst?.overridden;
          const override = person
            ? text.overridden(person.by, verdictWord(words, person.computed, said), person.reason)
            : "";
          const decision = kind ? words.decisionKinds[kind].word : "";
          return [system.id, [verdict, override, decision].filter(Boolean).join("・")];
        }),
      ),
    })),
  });
}

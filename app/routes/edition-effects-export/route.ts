import type { LoaderFunctionArgs } from "@remix-run/node";
import { refuse } from "~/http.server";
import { wordsOf } from "~/messages/words";
import { askedEffects, effectRows } from "~/routes/edition-effects/asked";
import { requireScope } from "~/scope.server";
import { tableReply } from "~/table-reply.server";
import { showEditionEffects } from "~/use-cases/edition-effects.server";

/** The effects of one kind as a file, all of them. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope, language } = await requireScope(request, context, "viewer");
  const { editions, kind } = askedEffects(request.url);
  const shown = await showEditionEffects(ports, scope, editions);
  if (!shown.ok) throw refuse(shown.problems);
  const words = wordsOf(language);
  const { editionEffects: text, verdicts } = words;
  const { answers, from, to } = shown.value;
  const answerWords: Readonly<Record<string, string>> = words.answers;
  const names = ["clause", "system", "kind", "before", "answers"] as const;
  return tableReply(request.url, {
    title: text.title,
    name: text.exportName(from.version, to.version),
    columns: names.map((key) => ({ key, heading: text.columns[key], width: 40 })),
    rows: effectRows(answers, kind).map(({ disclosure, systems, effect }) => ({
      clause: `${effect.clause} ${effect.summary}`,
      system: [...systems, disclosure.product].join("・"),
      kind: `${text.kinds[kind].title}（${verdicts[effect.verdict].word}）`,
      before: effect.before.map((each) => `${each.clause} ${verdicts[each.verdict].word}`).join("、"),
      answers: effect.answers
        .map((each) => `${each.no} ${answerWords[each.answer] ?? each.answer}`)
        .join("、"),
    })),
  });
}

import { currentDisclosuresOf, type ShownDisclosure } from "#db/queries/disclosures.server";
import { answersNumbered } from "#db/queries/topic-answers.server";
import type { Catalogues } from "~/catalogues.server";
import { type ConnectionProposal, type ProposalAnswer, proposeConnection } from "~/domain/connection";
import type { ConnectionTopic } from "~/domain/connection-topics";
import { catalogueRef } from "~/domain/provenance";
import type { Question } from "~/domain/questionnaire";
import type { Scope } from "~/domain/scope";
import { cataloguesOf } from "./catalogues.server";
import type { Ports } from "./ports.server";

/** A question of a form that a published mapping leads to a field of the register. */
type TopicQuestion = { topic: ConnectionTopic; question: Question; mapping: string };

/**
 * What the current disclosures of systems say about their connections, by system. Three queries, whatever the number
 * of systems. Only published mappings lead from a question to a field; likeness of words never does.
 */
export async function proposalsFor(
  ports: Ports,
  scope: Scope,
  systems: readonly { id: string; productVersionId: string }[],
): Promise<ReadonlyMap<string, ConnectionProposal>> {
  const answers = await topicAnswers(
    ports,
    scope,
    systems.map((each) => each.productVersionId),
  );
  const proposals = systems.flatMap(({ id, productVersionId }): [string, ConnectionProposal][] => {
    const proposal = proposeConnection(answers.get(productVersionId) ?? []);
    return proposal === null ? [] : [[id, proposal]];
  });
  return new Map(proposals);
}

/** Answers on the topics of connections, by product version. */
export async function topicAnswers(
  ports: Ports,
  scope: Scope,
  productVersionIds: readonly string[],
): Promise<ReadonlyMap<string, ProposalAnswer[]>> {
  const disclosures = await currentDisclosuresOf(ports.db, scope, [...new Set(productVersionIds)]);
  if (disclosures.length === 0) return new Map();
  const catalogues = await cataloguesOf(ports, scope);
  const topics = ports.catalogues.connectionTopics;
  const asked = disclosures.map((disclosure) => ({
    disclosure,
    questions: questionsOf(catalogues, topics, disclosure),
  }));
  const texts = [
    ...new Set(asked.flatMap((each) => each.questions.map(({ question }) => question.question))),
  ];
  const numbers = [...new Set(asked.flatMap((each) => each.questions.map(({ question }) => question.no)))];
  const ids = disclosures.map((each) => each.id);
  const answers = await answersNumbered(ports.db, scope, ids, { numbers: numbers.filter(Boolean), texts });
  const found = new Map<string, ProposalAnswer[]>();
  for (const { disclosure, questions } of asked) {
    const own = answers.filter((each) => each.disclosureId === disclosure.id);
    const about = questions.flatMap(({ topic, question, mapping }): ProposalAnswer[] => {
      const answer = own.find((each) =>
        question.no === "" ? each.question === question.question : each.no === question.no,
      );
      if (!answer) return [];
      const { field, requirement, means } = topic;
      return [{ field, requirement, means, mapping, ...answer }];
    });
    const { productVersionId } = disclosure;
    found.set(productVersionId, [...(found.get(productVersionId) ?? []), ...about]);
  }
  return found;
}

function questionsOf(
  catalogues: Catalogues,
  topics: readonly ConnectionTopic[],
  disclosure: Pick<ShownDisclosure, "form" | "formVersion">,
): TopicQuestion[] {
  const form = catalogues.questionnaireFor(disclosure.form, disclosure.formVersion);
  if (!form) return [];
  const byKey = new Map(form.questions.map((each) => [each.key, each]));
  const seen = new Set<string>();
  return topics.flatMap((topic) =>
    catalogues.mappingsBetween(catalogueRef(form.head), topic.guideline).flatMap((mapping) =>
      mapping.lines
        .filter((line) => line.requirement === topic.requirement)
        .flatMap((line) => line.questions)
        .flatMap((key): TopicQuestion[] => {
          const question = byKey.get(key);
          // Two guidelines may lead from the same question to the same field: it is one answer.
          const once = `${topic.field} ${topic.means} ${key}`;
          if (!question || seen.has(once)) return [];
          seen.add(once);
          return [{ topic, question, mapping: catalogueRef(mapping.head) }];
        }),
    ),
  );
}

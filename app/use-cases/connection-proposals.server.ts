import { currentDisclosuresOf, type ShownDisclosure } from "#db/queries/disclosures.server";
import { answersNumbered } from "#db/queries/topic-answers.server";
import type { Catalogues } from "~/catalogues.server";
import {
  type ConnectionProposal,
  type ProposalAnswer,
  proposeConnection,
} from "~/domain/connection-proposal";
import { type ConnectionTopic, speaksOf } from "~/domain/connection-topics";
import { catalogueRef } from "~/domain/provenance";
import type { Question, Questionnaire } from "~/domain/questionnaire";
import type { Scope } from "~/domain/scope";
import { cataloguesOf } from "./catalogues.server";
import type { Ports } from "./ports.server";

/** A question of a form that a published mapping, or a list of topics, leads to a field of the register. */
type TopicQuestion = Pick<ProposalAnswer, "field" | "means" | "mapping"> & { question: Question };

/**
 * What the current disclosures of systems say about their connections, by system. Three queries, whatever the number
 * of systems. A published mapping or a dated list of topics leads from a question to a field. Where only its words do, the
 * answer is shown, and a はい or いいえ by itself proposes nothing.
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
  const askedBy = new Map<string, TopicQuestion[]>();
  const asked = disclosures.map((disclosure) => {
    const form = `${disclosure.form} ${disclosure.formVersion}`;
    const questions = askedBy.get(form) ?? questionsOf(catalogues, topics, disclosure);
    askedBy.set(form, questions);
    return { disclosure, questions };
  });
  const texts = [
    ...new Set(asked.flatMap((each) => each.questions.map(({ question }) => question.question))),
  ];
  const numbers = [...new Set(asked.flatMap((each) => each.questions.map(({ question }) => question.no)))];
  const ids = disclosures.map((each) => each.id);
  const answers = await answersNumbered(ports.db, scope, ids, { numbers: numbers.filter(Boolean), texts });
  const found = new Map<string, ProposalAnswer[]>();
  for (const { disclosure, questions } of asked) {
    const own = answers.filter((each) => each.disclosureId === disclosure.id);
    const about = questions.flatMap(({ question, ...topic }): ProposalAnswer[] => {
      const answer = own.find((each) =>
        question.no === "" ? each.question === question.question : each.no === question.no,
      );
      return answer ? [{ ...topic, ...answer }] : [];
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
  const byWords = topics.filter((each) => "words" in each);
  const others = topics.filter((each) => !("words" in each));
  const said = onceEach(others.flatMap((topic) => ledTo(catalogues, form, topic)));
  const spoken = new Set(said.map((each) => `${each.field} ${each.question.key}`));
  const alike = onceEach(byWords.flatMap((topic) => ledTo(catalogues, form, topic)));
  return [...said, ...alike.filter((each) => !spoken.has(`${each.field} ${each.question.key}`))];
}

/** Two guidelines may lead from the same question to the same field: it is one answer. */
function onceEach(questions: readonly TopicQuestion[]): TopicQuestion[] {
  return [
    ...new Map(
      questions.map((each) => [`${each.field} ${each.means} ${each.question.key}`, each] as const).reverse(),
    ).values(),
  ].reverse();
}

/** Questions of a form that one topic leads to. */
function ledTo(catalogues: Catalogues, form: Questionnaire, topic: ConnectionTopic): TopicQuestion[] {
  const { field } = topic;
  const formRef = catalogueRef(form.head);
  const keyed = (key: string) => form.questions.filter((each) => each.key === key);
  if ("words" in topic)
    return form.questions
      .filter((each) => speaksOf(topic.words, each.question))
      .map((question) => ({ field, means: "words", mapping: topic.source, question }));
  const { means } = topic;
  if ("questionnaire" in topic)
    return topic.questionnaire === formRef
      ? keyed(topic.question).map((question) => ({ field, means, mapping: topic.source, question }))
      : [];
  return catalogues.mappingsBetween(formRef, topic.guideline).flatMap((mapping) =>
    mapping.lines
      .filter((line) => line.requirement === topic.requirement)
      .flatMap((line) => line.questions.flatMap(keyed))
      .map((question) => ({ field, means, mapping: catalogueRef(mapping.head), question })),
  );
}

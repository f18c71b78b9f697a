/**
 * What a question of a checklist is about, as far as records can say something to it. `gate` is the question
 * before all others: whether there is any system at all.
 */
export const evidenceTopics = [
  "gate",
  "responsible-person",
  "device-ledger",
  "remote-maintenance",
  "disclosures",
  "access-rights",
  "accounts",
  "patches",
  "passwords",
  "password-reuse",
  "media",
  "two-factor",
  "logs",
  "unused-services",
  "network-limit",
  "contact-chart",
  "backup",
  "bcp",
  "rules",
] as const;
export type EvidenceTopic = (typeof evidenceTopics)[number];

export type TopicWords = { topic: EvidenceTopic; words: readonly (readonly string[])[] };

/** Text as words are looked for in it: width and case do not matter. */
function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

/** True when one of the alternatives stands whole in the text. */
export function hasWords(text: string, alternatives: readonly (readonly string[])[]): boolean {
  const given = plain(text);
  return alternatives.some((all) => all.every((word) => given.includes(plain(word))));
}

/**
 * The topic of an item by the words in it: the first of the list of which one alternative stands there whole.
 * Null where no word is known; then a person answers without a proposal.
 */
export function topicOf(item: string, topics: readonly TopicWords[]): EvidenceTopic | null {
  const found = topics.find(({ words }) => hasWords(item, words));
  return found?.topic ?? null;
}

import { wordsOf } from "~/messages/words";
import type { Visit } from "~/scope.server";
import { answersOfRounds } from "~/use-cases/own-checklists.server";
import { ownTable } from "./own-table";
import { readSelfCheck } from "./page.server";

/** The sheet an address names, as rows with the frozen rounds beside. @throws 404 without one */
export async function readOwnTable(visit: Visit, id: string | undefined) {
  const words = wordsOf(visit.language);
  const shown = await readSelfCheck(visit, id);
  const frozen = await answersOfRounds(visit.ports, visit.scope, shown.rounds);
  const rounds = frozen.map((each) => ({
    ...each,
    name: shown.year.rounds.find(({ no }) => no === each.round)?.name ?? String(each.round),
  }));
  return { words, shown, table: ownTable(words, shown, rounds) };
}

import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { placeInFile } from "./domain/catalogue-check.ts";
import { type ClauseMoves, clauseMovesSchema, olderClause } from "./domain/clause-moves.ts";
import { parseClause } from "./domain/guideline.ts";
import { done, failed, type Problem, problem, type Result } from "./domain/problem.ts";

/**
 * Reads every file of the folder `clause-moves` below templates/; a missing folder holds none. Problem:
 * `catalogue-invalid` with `at` = file and JSON pointer, also for a clause that no rule can read.
 * @param root path of templates/
 */
export async function readClauseMoves(root: string): Promise<Result<ClauseMoves[]>> {
  const names = await readdir(path.join(root, "clause-moves")).catch((): string[] => []);
  const read: ClauseMoves[] = [];
  const problems: Problem[] = [];
  for (const name of names.filter((each) => !each.startsWith(".")).sort()) {
    const file = `templates/clause-moves/${name}`;
    const parsed = parseFile(file, await readFile(path.join(root, "clause-moves", name)));
    if (parsed.ok) read.push(parsed.value);
    else problems.push(...parsed.problems);
  }
  return problems.length > 0 ? failed(...problems) : done(read);
}

function parseFile(file: string, bytes: Uint8Array): Result<ClauseMoves> {
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return failed(problem("catalogue-invalid", { reason: "not-json", detail }, file));
  }
  const parsed = clauseMovesSchema.safeParse(data);
  if (!parsed.success) {
    return failed(
      ...parsed.error.issues.map(({ code, message, path: at }) =>
        problem("catalogue-invalid", { reason: code, detail: message }, placeInFile(file, at)),
      ),
    );
  }
  const unreadable = parsed.data.moves.flatMap((move, at) => [
    ...(olderClause(move.from) === move.from ? [] : [{ value: move.from, at: ["moves", at, "from"] }]),
    ...move.to.flatMap((value, index) =>
      parseClause(value) ? [] : [{ value, at: ["moves", at, "to", index] }],
    ),
  ]);
  if (unreadable.length === 0) return done(parsed.data);
  return failed(
    ...unreadable.map((each) =>
      problem(
        "catalogue-invalid",
        { reason: "clause-unreadable", value: each.value },
        placeInFile(file, each.at),
      ),
    ),
  );
}

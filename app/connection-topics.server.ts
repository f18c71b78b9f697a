import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { placeInFile } from "./domain/catalogue-check.ts";
import { type ConnectionTopic, connectionTopicsSchema } from "./domain/connection-topics.ts";
import { done, failed, type Problem, problem, type Result } from "./domain/problem.ts";
import { catalogueRef } from "./domain/provenance.ts";

/**
 * Reads every file of the folder `connection-topics` below templates/; a missing folder holds none. Problem:
 * `catalogue-invalid` with `at` = file and JSON pointer.
 * @param root path of templates/
 */
export async function readConnectionTopics(root: string): Promise<Result<ConnectionTopic[]>> {
  const folder = path.join(root, "connection-topics");
  const names = await readdir(folder).catch((): string[] => []);
  const topics: ConnectionTopic[] = [];
  const problems: Problem[] = [];
  for (const name of names.filter((each) => !each.startsWith(".")).sort()) {
    const parsed = parseFile(
      `templates/connection-topics/${name}`,
      await readFile(path.join(folder, name), "utf8"),
    );
    if (parsed.ok) topics.push(...parsed.value);
    else problems.push(...parsed.problems);
  }
  return problems.length > 0 ? failed(...problems) : done(topics);
}

function parseFile(file: string, text: string): Result<ConnectionTopic[]> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return failed(problem("catalogue-invalid", { reason: "not-json", detail }, file));
  }
  const parsed = connectionTopicsSchema.safeParse(data);
  if (parsed.success) {
    const source = catalogueRef(parsed.data.head);
    return done(parsed.data.topics.map((each) => ({ ...each, source })));
  }
  return failed(
    ...parsed.error.issues.map(({ code, message, path: at }) =>
      problem("catalogue-invalid", { reason: code, detail: message }, placeInFile(file, at)),
    ),
  );
}

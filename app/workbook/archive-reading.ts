import { problem } from "../domain/problem.ts";
import type { ReadOptions, WorkbookReading } from "../domain/reading.ts";
import { refusedReading } from "./refused-reading.ts";
import { archiveMembers, isArchiveLocked, takeMember } from "./zip-archive.ts";

export type ReadBytes = (
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions,
) => Promise<WorkbookReading>;

/**
 * Reads a ZIP that holds files. One readable file is read as if it had come alone; of several, `members`
 * names all and each is read by `options.member`. A file of another kind beside them is named.
 * Problems: those of `archiveMembers` and `takeMember`, file-archive-many, file-archive-nothing-readable,
 * form-part-not-read, and those of reading the member.
 */
export async function readArchive(
  bytes: Uint8Array,
  options: ReadOptions,
  read: ReadBytes,
): Promise<WorkbookReading> {
  const members = archiveMembers(bytes);
  if (!members.ok) return refusedReading(...members.problems);
  const readable = members.value.filter((each) => each.isReadable);
  const others = members.value.filter((each) => !each.isReadable);
  const notRead = others.map(({ name }) => problem("form-part-not-read", { part: name }, name));
  const first = readable[0];
  if (!first) return refusedReading(problem("file-archive-nothing-readable"), ...notRead);
  const asked = options.member ?? (readable.length === 1 ? first.name : null);
  if (asked === null) {
    // why the first one is tried: a wrong password is said before twenty files are received with it.
    const trial = isArchiveLocked(bytes) ? await takeMember(bytes, first.name, options.password) : null;
    if (trial && !trial.ok) return refusedReading(...trial.problems.map(withoutPlace));
    const many = problem("file-archive-many", { count: readable.length });
    return { ...refusedReading(many, ...notRead), recognised: "unknown", members: members.value };
  }
  const taken = await takeMember(bytes, asked, options.password);
  if (!taken.ok) return refusedReading(...taken.problems.map(withoutPlace));
  const { member: _member, ...rest } = options;
  const reading = await read(taken.value, asked.slice(asked.lastIndexOf("/") + 1), rest);
  return options.member === undefined ? { ...reading, problems: [...reading.problems, ...notRead] } : reading;
}

/** The password belongs to the ZIP as a whole, so the member is no place to look at. */
function withoutPlace({ code, params, at }: ReturnType<typeof problem>) {
  return code.startsWith("file-password") || at === undefined ? { code, params } : { code, params, at };
}

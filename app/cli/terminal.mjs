// What the commands say to a person at a terminal. These words cannot live in app/messages:
// they are needed before anything is installed or built.

/** A failure whose text is meant for a person: printed without a stack, with the next step. */
export class CommandFailure extends Error {
  /**
   * @param {string} message what happened and what to do next, Japanese then English
   * @param {string} [details] output of the program that failed, shown before the message
   */
  constructor(message, details = "") {
    super(message);
    this.name = "CommandFailure";
    this.details = details;
  }
}

/**
 * One line of progress. Always on stderr, so that a command's own stdout stays pure (`--json`).
 *
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`Buntan: ${line}\n`);
}

/**
 * Awaits `work` and, with BUNTAN_VERBOSE=1, prints how long it took.
 *
 * @template Result
 * @param {string} name
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function timed(name, work) {
  const start = performance.now();
  try {
    return await work();
  } finally {
    if (process.env.BUNTAN_VERBOSE === "1")
      say(`${name} ${((performance.now() - start) / 1000).toFixed(2)} s`);
  }
}

/**
 * Prints why a command could not go on.
 *
 * @param {unknown} error
 */
export function sayFailure(error) {
  if (error instanceof CommandFailure) {
    if (error.details) process.stderr.write(`${error.details.trimEnd()}\n\n`);
    process.stderr.write(`${error.message}\n`);
    return;
  }
  const advice = diskAdvice(error);
  process.stderr.write(`${advice ?? (error instanceof Error ? error.stack : String(error))}\n`);
}

/**
 * The words for a folder that cannot be written, or null when the error is another one.
 *
 * @param {unknown} error
 * @returns {string | null}
 */
export function diskAdvice(error) {
  const text = error instanceof Error ? error.message : String(error);
  if (/ENOSPC/.test(text)) {
    return "ディスクの空きがありません。空きを作ってから、もう一度実行してください。\nThe disk is full. Free some space and run the command again.";
  }
  if (/EACCES|EROFS|EPERM/.test(text)) {
    return `このフォルダに書き込めません（${firstLine(text)}）。自分の権限で書ける場所に置くか、所有者を変えてから、もう一度実行してください。\nThis folder cannot be written. Move the clone to a place you own, or change its owner, and run the command again.`;
  }
  return null;
}

/** @param {string} text */
function firstLine(text) {
  return (text.trim().split("\n")[0] ?? "").slice(0, 160);
}

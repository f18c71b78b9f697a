import { done, failed, problem, type Result } from "~/domain/problem";
import type { ReadingRecipe } from "~/domain/reading";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";
import { keepRecipe, rereadIntake } from "./reread-intake.server";

/**
 * 列を指し直す: reads the original again by the columns a person pointed at and, when they gave it a name, keeps
 * them as a way of reading for a vendor (or for all).
 * Problems: those of `rereadIntake` and `keepRecipe`; nothing is read when the name could not be kept.
 */
export async function readAndKeep(
  ports: Ports,
  scope: Scope,
  input: {
    intakeId: string;
    readingNo: number;
    recipe: ReadingRecipe;
    /** For a locked file; "" otherwise. Used for this reading and kept nowhere. */
    password: string;
    /** "" keeps no recipe. */
    name: string;
    vendorId: string | null;
  },
): Promise<Result<null>> {
  const name = input.name.trim();
  if (name.length > 100) return failed(problem("field-too-long", { max: 100 }, "recipeName"));
  const options = { recipe: input.recipe, ...(input.password === "" ? {} : { password: input.password }) };
  const { intakeId, readingNo } = input;
  const read = await rereadIntake(ports, scope, { intakeId, readingNo, options });
  if (!read.ok) {
    return failed(
      ...read.problems.map((each) =>
        each.code.startsWith("file-password-") ? problem(each.code, each.params, "password") : each,
      ),
    );
  }
  if (name === "") return done(null);
  const kept = await keepRecipe(ports, scope, { intakeId, name, vendorId: input.vendorId });
  return kept.ok ? done(null) : kept;
}

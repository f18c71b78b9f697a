import type { Problem, Result } from "~/domain/problem";
import { failed, problem } from "~/domain/problem";
import { textOf } from "~/http.server";
import type { Visit } from "~/scope.server";
import { fileDocument } from "~/use-cases/file-document.server";
import { discardIntake } from "~/use-cases/receive.server";
import { enterByHand, rereadIntake } from "~/use-cases/reread-intake.server";

type Fields = Readonly<Record<string, string | string[]>>;

/** What a person chose to do with a file that is no disclosure yet: where the page goes then. */
export async function goOn(
  { ports, scope }: Visit,
  intakeId: string,
  readingNo: number,
  fields: Fields,
): Promise<{ problems: Problem[] } | { to: `/${string}` }> {
  const at = { intakeId, readingNo };
  const text = (name: string) => textOf(fields, name);
  switch (text("intent")) {
    case "password": {
      const password = text("password");
      if (password === "") return { problems: [problem("field-required", {}, "password")] };
      const read = await rereadIntake(ports, scope, { ...at, options: { password } });
      if (!read.ok) return { problems: inField(read.problems) };
      return { to: read.value.received.length > 1 ? "/disclosures" : `/intakes/${intakeId}` };
    }
    case "enter":
      return ended(
        await enterByHand(ports, scope, { ...at, catalogue: text("catalogue") }),
        `/intakes/${intakeId}`,
      );
    case "file": {
      const [productId, kind, note] = [text("productId"), text("kind"), text("note")];
      const filed = await fileDocument(ports, scope, { intakeId, productId, kind, note });
      return ended(filed, `/products/${productId}`);
    }
    case "discard":
      return ended(await discardIntake(ports, scope, { intakeId }), "/disclosures");
    default:
      return { problems: failed(problem("field-invalid", { value: text("intent") }, "intent")).problems };
  }
}

function ended(result: Result<unknown>, to: `/${string}`) {
  return result.ok ? { to } : { problems: result.problems };
}

/** A wrong password stands at its field. */
function inField(problems: readonly Problem[]): Problem[] {
  return problems.map((each) =>
    each.code.startsWith("file-password-") ? problem(each.code, each.params, "password") : each,
  );
}

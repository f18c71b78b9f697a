import { setLanguage } from "#db/queries/people.server";
import { done, type Result } from "~/domain/problem";
import type { Language, Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";
import { record } from "./record.server";

/** 表示のことばを選ぶ: kept with the account, so that it follows the person. */
export async function chooseLanguage(ports: Ports, scope: Scope, language: Language): Promise<Result<null>> {
  const head = {
    verb: "choose-language",
    noun: "account",
    recordId: scope.accountId ?? "",
    change: { language: [null, language] as [unknown, unknown] },
  };
  return record(ports, scope, "viewer", head, async ({ tx }) => {
    await setLanguage(tx, scope, language);
    return done(null);
  });
}

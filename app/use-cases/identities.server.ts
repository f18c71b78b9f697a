import { deleteIdentity, findIdentity, insertIdentity } from "#db/queries/memberships.server";
import { findPerson } from "#db/queries/sign-in.server";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";
import { record } from "./record.server";
import { enterByProvider, type SignedIn, type SignInFrom } from "./sign-in.server";

/** Who somebody is at the hospital's identity provider; a mail address or a name is never the key. */
export type Identity = { issuer: string; subject: string };

/** 病院の認証基盤と結び付ける, by whoever is signed in. Problems: provider-taken */
export async function linkIdentity(ports: Ports, scope: Scope, input: Identity): Promise<Result<null>> {
  const { accountId } = scope;
  if (accountId === null) return failed(problem("forbidden", { needed: "own:write" }));
  const head = { verb: "link-identity", noun: "account", recordId: accountId, change: {} };
  return record(ports, scope, "own:write", head, async ({ tx, at }) => {
    const known = await findIdentity(tx, input.issuer, input.subject);
    if (known) return known.accountId === accountId ? done(null) : failed(problem("provider-taken"));
    const row = { id: ports.newId(), groupId: scope.groupId, accountId, ...input, linkedAt: at };
    await insertIdentity(tx, row);
    return done(null);
  });
}

/** 結び付きを外す. Problems: not-found */
export async function unlinkIdentity(
  ports: Ports,
  scope: Scope,
  input: { id: string },
): Promise<Result<null>> {
  const accountId = scope.accountId ?? "";
  const head = { verb: "unlink-identity", noun: "account", recordId: accountId, change: {} };
  return record(ports, scope, "own:write", head, async ({ tx }) =>
    (await deleteIdentity(tx, accountId, input.id)) ? done(null) : failed(problem("not-found")),
  );
}

/** 病院の認証基盤でサインイン: invited people only; nobody is made by signing in. Problems: provider-not-invited */
export async function signInByIdentity(
  ports: Ports,
  input: Identity & SignInFrom,
): Promise<Result<SignedIn>> {
  const known = await findIdentity(ports.db, input.issuer, input.subject);
  const person = known && (await findPerson(ports.db, { accountId: known.accountId }, ports.now()));
  if (!person) return failed(problem("provider-not-invited"));
  return enterByProvider(ports, person, input);
}

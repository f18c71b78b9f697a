import { findAccountBySignInName } from "#db/queries/people.server";
import type { Problem } from "~/domain/problem";
import { roles, type Scope } from "~/domain/scope";
import { addPerson, openHospital } from "~/use-cases/people.server";
import type { Ports } from "~/use-cases/ports.server";

const ADMIN = "demo-admin";
const people = {
  admin: { name: "水野 あおい", department: "調達課" },
  editor: { name: "森田 しずか", department: "医療情報室" },
  viewer: { name: "川辺 そら", department: "総務課" },
} as const;

/** Fills an empty database with the invented hospital, by the same use cases as real work. */
export async function makeDemo(ports: Ports): Promise<void> {
  const account = (role: (typeof roles)[number]) => ({
    ...people[role],
    signInName: `demo-${role}`,
    // why: nobody signs in to the demo by password; the demo route opens a session.
    password: ports.newToken(),
  });
  const opened = await openHospital(ports, {
    hospitalName: "みずうみ市立病院",
    beds: 320,
    admin: account("admin"),
  });
  if (!opened.ok) throw failure(opened.problems);
  for (const role of roles) {
    if (role === "admin") continue;
    const added = await addPerson(ports, opened.value.scope, { ...account(role), role });
    if (!added.ok) throw failure(added.problems);
  }
}

/** The demo's administrator, for whom the demo route opens a session without a password. */
export async function demoSignIn(ports: Ports): Promise<Scope> {
  const found = await findAccountBySignInName(ports.db, ADMIN);
  if (!found) throw new Error("the demo has no administrator");
  return {
    groupId: found.account.groupId,
    hospitalId: found.hospitalId,
    accountId: found.account.id,
    role: found.role,
    via: "demo",
  };
}

function failure(problems: readonly Problem[]): Error {
  return new Error(problems.map((each) => `${each.code} ${each.at ?? ""}`).join(", "));
}

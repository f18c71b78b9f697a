import { expect, it } from "vitest";
import { openDb } from "#db/client.server";
import { findSession, listPeople } from "#db/queries/people.server";
import type { Scope } from "~/domain/scope";
import { migrationsFolder } from "../support/ports";
import { releasedDatabase } from "../support/released";

const AT = "2026-01-01T00:00:00.000Z";
const scope: Scope = { groupId: "g", hospitalId: "h", accountId: null, role: "admin", via: "web" };

it("an editor of before becomes the security lead, a viewer stays without a last day, and every session ends", async () => {
  const { url, client } = await releasedDatabase();
  await client.executeMultiple(`
    INSERT INTO hospital_group (id, name, created_at) VALUES ('g', '群', '${AT}');
    INSERT INTO hospital (id, group_id, name, created_at) VALUES ('h', 'g', '病院', '${AT}');
  `);
  for (const role of ["admin", "editor", "viewer"]) {
    await client.execute({
      sql: "INSERT INTO account (id, group_id, sign_in_name, name, password_hash, salt, created_at) VALUES (?, 'g', ?, ?, 'hash', 'salt', ?)",
      args: [role, role, role, AT],
    });
    await client.execute({
      sql: "INSERT INTO membership (id, hospital_id, account_id, role, created_at) VALUES (?, 'h', ?, ?, ?)",
      args: [`m-${role}`, role, role, AT],
    });
  }
  await client.execute({
    sql: "INSERT INTO session (token_hash, hospital_id, account_id, created_at, expires_at) VALUES ('t', 'h', 'editor', ?, '2099-01-01T00:00:00.000Z')",
    args: [AT],
  });
  client.close();
  const db = await openDb(url, { migrationsFolder });
  const people = await listPeople(db, scope);
  expect(
    people.map(({ signInName, role, untilDay, endedAt }) => [signInName, role, untilDay, endedAt]),
  ).toEqual([
    ["admin", "admin", null, null],
    ["editor", "lead", null, null],
    ["viewer", "viewer", null, null],
  ]);
  // why: a session of before was opened without a second factor, which every person is led to at the next sign-in.
  expect(await findSession(db, "t", AT)).toBeNull();
  const broken = await db.$client.execute("PRAGMA foreign_key_check");
  expect(broken.rows).toEqual([]);
  const bad = db.$client.execute("UPDATE membership SET role = 'editor' WHERE id = 'm-editor'");
  await expect(bad).rejects.toThrow(/membership_role_known/);
  db.$client.close();
});

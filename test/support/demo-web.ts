import { findAccountBySignInName } from "#db/queries/people.server";
import { makeDemo } from "~/demo/make-demo.server";
import { type Role, roles, type Scope } from "~/domain/scope";
import { makeBinder } from "~/use-cases/binder.server";
import { makeLink } from "~/use-cases/request-links.server";
import { attachSignedCopy } from "~/use-cases/signed-copies.server";
import { enterLink } from "~/use-cases/vendor-entry.server";
import { attachFile } from "~/use-cases/vendor-files.server";
import { expectDone, joinSecondHospital, type TestPorts, testPorts } from "./ports";
import { scopeOf as scopeOfDesk } from "./vendor-desk";
import { browserOf, startWeb, type Visitor, type Web } from "./web";

/** The whole demo hospital behind real HTTP in the test's own process: a record of every kind there is. */
export type DemoWeb = {
  ports: TestPorts;
  web: Web;
  scopes: Record<Role, Scope>;
  /** Administrator of a hospital in another group. */
  stranger: Scope;
  /** Requests by what their desk can do: one that is being answered, one that was submitted. */
  desks: { desk: string; submitted: string };
  /** A vendor's browser at the desk of this request. */
  atDesk(requestId: string): Promise<Visitor>;
};

export async function startDemoWeb(): Promise<DemoWeb> {
  const ports = await testPorts();
  await makeDemo(ports);
  const found = await Promise.all(roles.map((role) => scopeOf(ports, role)));
  const scopes = Object.fromEntries(found.map((scope) => [scope.role, scope])) as Record<Role, Scope>; // parsed: one of each role
  const desks = {
    desk: await one(ports, "SELECT id FROM request WHERE state = 'opened' AND kind = 'disclosure'"),
    submitted: await one(ports, "SELECT id FROM request WHERE state = 'submitted'"),
  };
  await makeWhatIsMissing(ports, scopes.admin, desks.desk);
  // why itself: the door of the demo opens a session in a database like this one.
  const web = await startWeb(ports, { openDemo: () => Promise.resolve(ports) });
  const atDesk = async (requestId: string) => {
    const link = expectDone(await makeLink(ports, scopes.admin, { requestId, sections: null }));
    const visitor = browserOf(web.url);
    await visitor.post(link.path, {});
    return visitor;
  };
  return { ports, web, scopes, stranger: await joinSecondHospital(ports), desks, atDesk };
}

/** Records that the demo leaves to its visitor. */
async function makeWhatIsMissing(ports: TestPorts, admin: Scope, requestId: string): Promise<void> {
  expectDone(await makeBinder(ports, admin, () => undefined));
  const paperId = await one(ports, "SELECT id FROM paper");
  const file = { fileName: "署名済み.pdf", bytes: new TextEncoder().encode("%PDF-1.7 made up") };
  const raw = { signedOn: ports.now().slice(0, 10), note: "" };
  expectDone(await attachSignedCopy(ports, admin, { paperId, raw, file }));
  const link = expectDone(await makeLink(ports, admin, { requestId, sections: null }));
  const vendor = await scopeOfDesk({ ports }, expectDone(await enterLink(ports, link.token)).token);
  expectDone(await attachFile(ports, vendor, { itemKey: "", file: { ...file, fileName: "構成図.pdf" } }));
}

async function scopeOf(ports: TestPorts, role: Role): Promise<Scope> {
  const found = await findAccountBySignInName(ports.db, `demo-${role}`);
  if (!found) throw new Error(`the demo has no ${role}`);
  const { account, hospitalId } = found;
  return { groupId: account.groupId, hospitalId, accountId: account.id, role: found.role, via: "web" };
}

async function one(ports: TestPorts, sql: string): Promise<string> {
  const [row] = (await ports.db.$client.execute(`${sql} LIMIT 1`)).rows;
  if (!row) throw new Error(`the demo has none: ${sql}`);
  return String(Object.values(row)[0]);
}

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { takeConsoleErrors } from "../support/console-errors";
import { headerFaults } from "../support/header-faults";
import { type TestHospital, testHospital } from "../support/ports";
import { startWeb, type Visitor, type Web } from "../support/web";

const page = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
const NOBODY = "00000000-0000-7000-8000-000000000000";
let hospital: TestHospital;
let web: Web;
let person: Visitor;
let program: Visitor;
beforeAll(async () => {
  hospital = await testHospital();
  web = await startWeb(hospital.ports);
  person = await web.as(hospital.viewer, page);
  program = await web.as(hospital.viewer);
}, 300_000);
afterAll(() => web?.stop());

const missing = [
  `/files/${NOBODY}`,
  `/issued/${NOBODY}/paper.pdf`,
  `/contract-documents/${NOBODY}`,
  `/binders/${NOBODY}`,
  "/export/nothing",
  "/calendar/nothing.ics",
];

describe("a download that is refused", () => {
  it.each(missing)("is a page with words for a person, and data for a program: %s", async (address) => {
    const shown = await person.get(address);
    const html = await shown.text();
    expect(shown.status).toBe(404);
    expect(shown.headers.get("content-type")).toContain("text/html");
    expect(headerFaults({ headers: shown.headers, html })).toEqual([]);
    expect(html).toContain("<h1>");
    expect(html).toContain("ホームへ");
    const data = await program.get(address);
    expect(data.status).toBe(404);
    expect(await data.json()).toMatchObject({ problems: [{ code: expect.any(String) }] });
    expect(headerFaults({ headers: data.headers, html: "" })).toEqual([]);
  });

  it("says that a role may not, in the frame of whoever asks", async () => {
    const shown = await person.get("/settings/audit/export");
    const html = await shown.text();
    expect(shown.status).toBe(403);
    expect(html).toContain("試験病院");
    expect((await program.get("/settings/audit/export")).headers.get("content-type")).toContain("json");
  });

  it("of the vendor's desk is told in the vendor's frame, without a way into the hospital", async () => {
    const nobody = await fetch(`${web.url}/r/desk/${NOBODY}/files/${NOBODY}`, { headers: page });
    const html = await nobody.text();
    expect(nobody.status).toBeGreaterThanOrEqual(400);
    expect(nobody.headers.get("content-type")).toContain("text/html");
    expect(html).not.toContain("試験病院");
    expect(html).not.toContain("ホームへ");
  });

  it("of an action without a page is told the same way; a script of ours keeps its data", async () => {
    const headers = { ...page, "content-type": "application/x-www-form-urlencoded" };
    const form = await person.raw("/hospitals", { body: "intent=no-such-intent", headers });
    expect(form.status).toBeGreaterThanOrEqual(400);
    expect(form.headers.get("content-type")).toContain("text/html");
    const script = await program.raw("/passkey-options", {
      body: "for=second-factor",
      headers: { ...headers, accept: "*/*" },
    });
    expect(script.headers.get("content-type")).not.toContain("text/html");
  });

  it("and that failed shows the number that is in the log, once", async () => {
    const { $client } = hospital.ports.db;
    await $client.execute("ALTER TABLE original_file RENAME TO original_file_gone");
    const shown = await person.get(`/files/${NOBODY}`);
    await $client.execute("ALTER TABLE original_file_gone RENAME TO original_file");
    const html = await shown.text();
    expect(shown.status).toBe(500);
    const id = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}/.exec(html.replace(/<script[\s\S]*/, ""))?.[0];
    const lines = takeConsoleErrors().filter((each) => id !== undefined && each.includes(id));
    expect(lines).toHaveLength(1);
    expect(html).not.toMatch(/SQLITE|no such table|node_modules/);
  });

  it("leads whoever is not signed in to the sign-in page, and back", async () => {
    const answer = await fetch(`${web.url}/files/${NOBODY}`, { headers: page, redirect: "manual" });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toContain("/sign-in?next=%2Ffiles%2F");
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { decide } from "~/use-cases/decide.server";
import { revokeLinks } from "~/use-cases/request-links.server";
import { showRequest } from "~/use-cases/requests.server";
import { showSection } from "~/use-cases/vendor-answers.server";
import { attachFile } from "~/use-cases/vendor-files.server";
import { gapOn, rawDecision } from "../support/decisions";
import { expectDone } from "../support/ports";
import { FORM_6_0, openSheet, receiveDisclosure, register, SHEET_FORM } from "../support/records";
import {
  type AskedHospital,
  ask,
  askedHospital,
  linkTo,
  openDesk,
  typed,
  verify,
} from "../support/vendor-desk";
import { startWeb, type Web } from "../support/web";

// The vendor's side over real HTTP: what stands in headers and bodies, who gets in, and what no answer may hold.

let world: AskedHospital;
let web: Web;
beforeAll(async () => {
  world = await askedHospital();
  web = await startWeb(world.ports);
});
afterAll(() => web?.stop());

const get = (to: string, cookie = "") => fetch(web.url + to, { headers: { cookie }, redirect: "manual" });
function post(to: string, fields: Record<string, string>, cookie = "", origin = web.url) {
  const body = new URLSearchParams(fields);
  return fetch(web.url + to, { method: "POST", headers: { cookie, origin }, body, redirect: "manual" });
}

/** Presses 「開く」. @returns the desk's address and the cookie the browser got */
async function enter(token: string): Promise<{ desk: string; cookie: string; header: string }> {
  const answer = await post(`/r/${token}`, {});
  const header = answer.headers.get("set-cookie") ?? "";
  return { desk: answer.headers.get("location") ?? "", cookie: header.split(";")[0] ?? "", header };
}

describe("a link", () => {
  it("is kept by no cache and no search engine, told to no other site, and changes nothing when looked at", async () => {
    const answer = await get(`/r/${await linkTo(world)}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("x-robots-tag")).toContain("noindex");
    expect(answer.headers.get("referrer-policy")).toBe("same-origin");
    expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(answer.headers.get("set-cookie")).toBeNull();
    const html = await answer.text();
    for (const part of ["試験病院からのお願い", "開示書の提出", "2026-12-11", 'name="robots"'])
      expect(html).toContain(part);
    for (const part of ["試験ベンダ", "試験カルテ", "花子"]) expect(html).not.toContain(part);
    expect(expectDone(await showRequest(world.ports, world.viewer, world)).request.state).toBe("waiting");
  });

  it("pressed, gives a cookie of this desk only and a clean address", async () => {
    const token = await linkTo(world);
    const { desk, cookie, header } = await enter(token);
    expect(desk).toBe(`/r/desk/${world.requestId}`);
    expect(header).toContain(`Path=${desk}`);
    expect(header).toContain("HttpOnly");
    expect(header).toContain("SameSite=Lax");
    expect((await get(desk, cookie)).status).toBe(200);
    const data = await get(`${desk}?_data=routes/vendor-desk/route`, cookie);
    expect([data.status, data.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(await (await get(desk, cookie)).text()).not.toContain(token);
  });

  it("is pressed on our own page only", async () => {
    const token = await linkTo(world);
    expect((await post(`/r/${token}`, {}, "", "https://elsewhere.example")).status).toBe(403);
  });

  it("expired, revoked and unknown look the same, and too many of them close the door for a while", async () => {
    const other = await askedHospital();
    const own = await startWeb(other.ports);
    try {
      const revoked = await linkTo(other);
      expectDone(await revokeLinks(other.ports, other.editor, other));
      const expired = await linkTo(other);
      other.ports.clock.set("2027-03-01T00:00:00.000Z");
      const bodies = new Set<string>();
      for (const token of [revoked, expired, "unknown"]) {
        const answer = await fetch(`${own.url}/r/${token}`);
        expect(answer.status).toBe(404);
        const html = await answer.text();
        bodies.add(html.replaceAll(token, "T").replace(/nonce="[^"]*"|"requestId":"[^"]*"/g, ""));
      }
      expect(bodies.size).toBe(1);
      const statuses: number[] = [];
      // twenty wrong ones an address, three of them above
      for (let at = 0; at < 19; at += 1) statuses.push((await fetch(`${own.url}/r/guess-${at}`)).status);
      expect(statuses).toEqual([...Array<number>(17).fill(404), 429, 429]);
    } finally {
      await own.stop();
    }
  });
});

describe("the desk", () => {
  let desk = "";
  let cookie = "";
  beforeEach(async () => {
    ({ desk, cookie } = await enter(await linkTo(world)));
  });

  it("opens to its own cookie: not without, not to another request's, not to somebody of the hospital", async () => {
    expect((await get(desk)).status).toBe(401);
    expect((await get(desk, "buntan_desk=forged")).status).toBe(401);
    const other = await enter(await linkTo(world, await ask(world)));
    expect((await get(desk, other.cookie)).status).toBe(404);
    expect((await get("/r/desk/none", cookie)).status).toBe(404);
    const staff = await web.as(world.admin);
    expect((await staff.get(desk)).status).toBe(401);
    expect(await (await staff.get(desk)).text()).not.toContain("試験 admin");
  });

  it("is no way into the hospital's part", async () => {
    for (const to of ["/", "/vendors", "/disclosures", `/requests/${world.requestId}`]) {
      const answer = await get(to, cookie);
      expect([302, 303, 404]).toContain(answer.status);
      if (answer.status !== 404) expect(answer.headers.get("location")).toContain("/sign-in");
    }
  });

  it("reaches no file and no submission of another request", async () => {
    const otherId = await ask(world);
    const scope = await verify(world, await openDesk(world, otherId));
    const [first] = expectDone(await showSection(world.ports, scope, { section: 1 })).items;
    const itemKey = first?.key ?? "";
    const file = { fileName: "よその.txt", bytes: new TextEncoder().encode("よその内容") };
    const { fileId } = expectDone(await attachFile(world.ports, scope, { itemKey, file }));
    expect((await get(`${desk}/files/${fileId}`, cookie)).status).toBe(404);
    expect((await get(`${desk}/submissions/${fileId}`, cookie)).status).toBe(404);
    const own = await enter(await linkTo(world, otherId));
    const answer = await get(`${own.desk}/files/${fileId}`, own.cookie);
    expect([answer.status, await answer.text()]).toEqual([200, "よその内容"]);
  });

  it("saves by itself, joins what another window wrote, and names what differs", async () => {
    const [first] = expectDone(await showSection(world.ports, await openDesk(world), { section: 1 })).items;
    const { itemKey } = typed(first?.key ?? "", 0);
    const base = { answer: null, remark: "", condition: "none", version: 0 };
    const send = async (remark: string) => {
      const items = JSON.stringify([{ itemKey, now: { ...base, answer: "yes", remark }, base }]);
      const answer = await post(`${desk}/save`, { items }, cookie);
      return { status: answer.status, body: await answer.json() };
    };
    expect(await send("一つ目")).toMatchObject({
      status: 200,
      body: { saved: [{ version: 1, remark: "一つ目" }] },
    });
    expect(await send("一つ目")).toMatchObject({ body: { saved: [{ version: 1 }], differing: [] } });
    expect(await send("二つ目")).toMatchObject({
      body: { saved: [], differing: [{ version: 1, remark: "一つ目", parts: ["remark"] }] },
    });
    expect((await send("あ".repeat(4001))).status).toBe(422);
    const broken = await post(`${desk}/save`, { items: "no list" }, cookie);
    expect(broken.status).toBe(400);
    expect((await post(`${desk}/save`, { items: "[]" })).status).toBe(401);
  });

  it("ends when the person leaves", async () => {
    const left = await post(`${desk}/leave`, {}, cookie);
    expect(left.headers.get("set-cookie")).toContain("Max-Age=0");
    expect((await get(desk, cookie)).status).toBe(401);
  });

  it("hands out the workbook of the request under its Japanese name", async () => {
    const answer = await get(`${desk}/form`, cookie);
    expect(answer.status).toBe(200);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(decodeURIComponent(answer.headers.get("content-disposition") ?? "")).toContain("試験カルテ.xlsx");
    expect(bytes.subarray(0, 2).toString()).toBe("PK");
  });
});

it("nothing the hospital keeps to itself stands on any page of any kind of request", async () => {
  const { ports, editor, vendorId, contactId, contractId, productVersionId } = world;
  await register(ports, editor, "vendor", { name: "よその事業者株式会社" });
  const no = { answer: "no", remark: "未対応" } as const;
  const disclosureId = await receiveDisclosure(ports, editor, productVersionId, { answers: { "14-3": no } });
  const gap = await gapOn(ports, editor, disclosureId, "14-3");
  const inner = { reason: "院内限の判断の理由", measure: "院内の残りの危険" };
  const decided = await decide(ports, editor, {
    disclosureId,
    guideline: FORM_6_0,
    requirement: gap.requirement.key,
    supersedes: null,
    raw: { ...rawDecision(), ...inner },
  });
  expectDone(decided);
  await openSheet(ports, editor, contractId);
  const about = { vendorId, contactId };
  const checklist = [...ports.catalogues.checklists.keys()][0] ?? "";
  const requests = [
    world.requestId,
    await ask(world, { kind: "role-sheet", catalogueRef: SHEET_FORM, targets: [{ ...about, contractId }] }),
    await ask(world, {
      kind: "checklist",
      catalogueRef: checklist,
      targets: [{ ...about, systemIds: [world.systemId] }],
    }),
  ];
  const pages = ["", "?section=2", "/questions", "/pass-on", "/refuse", "/submit", "/workbook"];
  for (const requestId of requests) {
    const { desk, cookie } = await enter(await linkTo(world, requestId));
    for (const page of pages) {
      const answer = await get(desk + page, cookie);
      expect([page, answer.status]).toEqual([page, 200]);
      const html = await answer.text();
      for (const secret of [
        "よその事業者",
        "院内限",
        "院内の残りの危険",
        "accept-risk",
        "試験 lead",
        "vendor.example",
      ]) {
        expect(html.includes(secret), `${page} holds ${secret}`).toBe(false);
      }
      // the token of the staff's own pages and their addresses have no business here
      expect(html).not.toMatch(/href="\/(?:vendors|contracts|disclosures|settings|sign-in)/);
    }
  }
});

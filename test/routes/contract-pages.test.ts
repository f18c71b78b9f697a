import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findRoleSheet, rowsOfSheet } from "#db/queries/role-sheets.server";
import { SHEET_FORM } from "../support/records";
import { startWeb, type Visitor, type Web } from "../support/web";
import { fullWorld, type World } from "../support/world";

let world: World;
let web: Web;
let visitors: Record<"editor" | "viewer" | "stranger", Visitor>;
beforeAll(async () => {
  world = await fullWorld();
  web = await startWeb(world.ports);
  visitors = {
    editor: await web.as(world.editor),
    viewer: await web.as(world.viewer),
    stranger: await web.as(world.stranger),
  };
});
afterAll(() => web?.stop());

/** Every page about one record, as the paths stand for this world. */
const pages = () => [
  `/contracts/${world.contractId}`,
  `/contracts/${world.contractId}?day=2026-06-01&knownOn=2026-11-24`,
  `/role-sheets/${world.roleSheetId}`,
  `/role-sheets/${world.roleSheetId}?row=${world.rowId}`,
  `/role-sheets/${world.roleSheetId}/export?as=csv`,
  `/papers/${world.draftId}`,
  `/papers/${world.draftId}/draft.pdf`,
  `/issued/${world.paperId}`,
  `/issued/${world.paperId}/paper.pdf`,
  `/issued/${world.paperId}/snapshot.json`,
];

describe("who may", () => {
  it("a viewer reads every page; another hospital finds none of them", async () => {
    for (const path of pages()) {
      expect((await visitors.viewer.get(path)).status, path).toBe(200);
      const answer = await visitors.stranger.get(path);
      expect(answer.status, path).toBe(404);
      expect((await answer.text()).includes("電子カルテ保守契約"), path).toBe(false);
    }
  });

  it("a viewer posts nothing", async () => {
    const posts: [string, Record<string, string>][] = [
      [`/role-sheets/${world.roleSheetId}`, { intent: "row", rowId: world.rowId, version: "1" }],
      [`/role-sheets/${world.roleSheetId}`, { intent: "agree", effectiveFrom: "2026-12-01" }],
      ["/role-sheets/new", { contractId: world.contractId, form: SHEET_FORM }],
      [`/papers/${world.draftId}`, { intent: "issue" }],
      ["/papers/new", { contractId: world.contractId, template: "role-sharing@1" }],
    ];
    for (const [path, fields] of posts) {
      expect((await visitors.viewer.post(path, fields)).status, path).toBe(403);
    }
    for (const path of ["/role-sheets/new", "/papers/new"]) {
      expect((await visitors.viewer.get(path)).status, path).toBe(403);
    }
  });

  it("another hospital's editor changes nothing of ours", async () => {
    const before = await rowsOfSheet(world.ports.db, world.editor, world.roleSheetId);
    const fields = {
      intent: "row",
      rowId: world.rowId,
      version: "2",
      firstCheck: "",
      party: "hospital",
      cost: "",
    };
    const answers = await Promise.all([
      visitors.stranger.post(`/role-sheets/${world.roleSheetId}`, fields),
      visitors.stranger.post(`/papers/${world.draftId}`, { intent: "issue" }),
      visitors.stranger.post("/papers/new", {
        contractId: world.contractId,
        template: "role-sharing@1",
        dateStyle: "japanese",
      }),
    ]);
    expect(answers.map((each) => each.status)).toEqual([404, 404, 422]);
    expect(await rowsOfSheet(world.ports.db, world.editor, world.roleSheetId)).toEqual(before);
  });
});

describe("the contract's page", () => {
  const path = (search: string) => `/contracts/${world.contractId}${search}`;
  const text = async (search: string) => (await visitors.editor.get(path(search))).text();

  it("names who was in charge and the revision that proves it", async () => {
    const row = (await rowsOfSheet(world.ports.db, world.editor, world.roleSheetId))[0]?.rowKey ?? "";
    const shown = await text(`?day=2026-06-01&knownOn=2026-11-24&row=${encodeURIComponent(row)}`);
    expect(shown).toContain("証拠：改訂 1");
    expect(shown).toMatch(/\?revision=[0-9a-f-]{36}/);
  });

  it("says plainly why nobody can be named, and is read-only in the past", async () => {
    const row = (await rowsOfSheet(world.ports.db, world.editor, world.roleSheetId))[0]?.rowKey ?? "";
    const shown = await text(`?day=2026-04-15&knownOn=2026-11-24&row=${encodeURIComponent(row)}`);
    expect(shown).toContain("その日に有効な、合意された役割分担がありません。");
    expect(shown).toContain("past-bar");
    expect(shown).not.toContain(`/contracts/${world.contractId}/edit`);
  });

  it("refuses a day that is none", async () => {
    expect((await visitors.editor.get(path("?day=2026-02-30"))).status).toBe(422);
  });
});

describe("the role sheet", () => {
  const path = () => `/role-sheets/${world.roleSheetId}`;
  const row = async () => {
    const rows = await rowsOfSheet(world.ports.db, world.editor, world.roleSheetId);
    const found = rows.find((each) => each.id === world.rowId);
    if (!found) throw new Error("the row is gone");
    return found;
  };
  const fields = (more: Record<string, string>) => ({
    intent: "row",
    rowId: world.rowId,
    firstCheck: "yes",
    party: "vendor",
    cost: "",
    ...more,
  });

  it("saves a row and opens the next one", async () => {
    const { version } = await row();
    const saved = await visitors.editor.post(
      path(),
      fields({
        version: String(version),
        what: "毎月確かめる",
        go: "next",
      }),
    );
    expect(saved.status).toBe(303);
    expect(saved.headers.get("location")).toMatch(/\?row=[0-9a-f-]{36}#row-/);
    expect((await row()).what).toBe("毎月確かめる");
  });

  it("a stale version shows both values and keeps what was typed", async () => {
    const answer = await visitors.editor.post(path(), fields({ version: "1", what: "あとから入力した文" }));
    expect(answer.status).toBe(409);
    const shown = await answer.text();
    expect(shown).toContain("あなたの入力：あとから入力した文");
    expect(shown).toContain("いまの記録：毎月確かめる");
    expect((await row()).what).toBe("毎月確かめる");
  });

  it("完了日 is refused without いいえ, with the reason at the field", async () => {
    const { version } = await row();
    const answer = await visitors.editor.post(
      path(),
      fields({ version: String(version), completedOn: "2026-05-01" }),
    );
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('href="#field-completedOn"');
  });

  it("agreeing freezes a revision that can be read and not written", async () => {
    const agreed = await visitors.editor.post(path(), {
      intent: "agree",
      effectiveFrom: "2026-12-01",
      note: "",
      corrects: "",
    });
    expect(agreed.status).toBe(303);
    const shown = await (await visitors.editor.get(agreed.headers.get("location") ?? "")).text();
    expect(shown).toContain("固定された記録で、書き換えられません");
    expect(shown).not.toContain('name="intent"');
  });

  it("changes the title and adds a row of the hospital's own", async () => {
    const sheet = await findRoleSheet(world.ports.db, world.editor, world.roleSheetId);
    const head = {
      intent: "head",
      version: String(sheet?.version),
      title: "新しい表題",
      roundOn: "2026-04-20",
    };
    expect((await visitors.editor.post(path(), head)).status).toBe(303);
    const added = { intent: "add-row", part: "2", label: "院内独自の行", content: "" };
    expect((await visitors.editor.post(path(), added)).status).toBe(303);
    const shown = await (await visitors.editor.get(path())).text();
    expect(shown).toContain("新しい表題");
    expect(shown).toContain("院内独自の行");
  });

  it("exports its rows in words", async () => {
    const csv = await (await visitors.viewer.get(`${path()}/export?as=csv`)).text();
    expect(csv).toContain("項番,項目,内容,初回確認");
    expect(csv).toContain("毎月確かめる");
    const book = await visitors.viewer.get(`${path()}/export?as=xlsx`);
    expect(book.headers.get("content-disposition")).toContain("filename*=UTF-8''");
  });
});

describe("papers", () => {
  it("hands out exactly the frozen bytes", async () => {
    const answer = await visitors.viewer.get(`/issued/${world.paperId}/paper.pdf`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-disposition")).toMatch(/^inline; .*filename\*=UTF-8''/);
    const shown = await (await visitors.viewer.get(`/issued/${world.paperId}`)).text();
    expect(shown).toContain(createHash("sha256").update(bytes).digest("hex"));
  });

  it("refuses to issue while values are missing and lists them by name", async () => {
    const opened = await visitors.editor.post("/papers/new", {
      contractId: world.contractId,
      template: "role-sharing@1",
      printedNo: "",
      dateStyle: "western",
    });
    const path = opened.headers.get("location") ?? "";
    // An own row nobody has, agreed from today on: the paper printed today then misses a party.
    const agreed = { intent: "agree", effectiveFrom: "2026-11-24", note: "", corrects: "" };
    await visitors.editor.post(`/role-sheets/${world.roleSheetId}`, agreed);
    const refused = await visitors.editor.post(path, { intent: "issue" });
    expect(refused.status).toBe(422);
    const shown = await refused.text();
    expect(shown).toContain("別紙に必要な値「担当」が空です。");
    expect(shown).toContain('id="missing-1"');
  });

  it("an internal paper says so everywhere", async () => {
    const opened = await visitors.editor.post("/papers/new", {
      contractId: world.contractId,
      template: "internal-decisions@1",
      printedNo: "",
      dateStyle: "western",
    });
    const path = opened.headers.get("location") ?? "";
    expect(await (await visitors.editor.get(path)).text()).toContain("院内限の書面です");
    const issued = await visitors.editor.post(path, { intent: "issue" });
    expect(issued.status).toBe(303);
    const shown = await (await visitors.editor.get(issued.headers.get("location") ?? "")).text();
    expect(shown).toContain("院内限の書面です");
    expect(await (await visitors.editor.get("/papers?show=issued")).text()).toContain("院内限");
  });
});

describe("home and deadlines", () => {
  it("a new hospital sees three steps", async () => {
    expect(await (await visitors.stranger.get("/")).text()).toContain("はじめの 3 つ");
  });

  it("says what to do today and nothing of other hospitals", async () => {
    const shown = await (await visitors.viewer.get("/")).text();
    expect(shown).toContain("受け取った開示書が確認を待っています（3 件）");
    expect(shown).toContain("1／1 システム");
    expect(shown).not.toContain("となりの病院");
  });

  it("lists days with where they come from, filtered by kind", async () => {
    const all = await (await visitors.viewer.get("/deadlines")).text();
    expect(all).toContain("契約期間の終わりから、通知の日数をさかのぼった日");
    const ends = await (await visitors.viewer.get("/deadlines?kind=contract-end")).text();
    expect(ends).toContain("2027-03-31");
    expect(ends).not.toContain("2026-12-31");
    expect(await (await visitors.stranger.get("/deadlines")).text()).not.toContain("2027-03-31");
  });

  it("answers no view with a style attribute, which the policy would drop", async () => {
    for (const path of [...pages().filter((each) => !/export|pdf|json/.test(each)), "/", "/deadlines"]) {
      expect(await (await visitors.editor.get(path)).text(), path).not.toMatch(/<[^>]+\sstyle="/);
    }
  });
});

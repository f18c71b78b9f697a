import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listTemplateVersions, openTemplateDrafts } from "#db/queries/annex-templates.server";
import { amendContract } from "~/use-cases/contract-terms.server";
import { showTemplateDraft } from "~/use-cases/edit-annex-template.server";
import { showContract } from "~/use-cases/look-back.server";
import { draftPaper, showDraft } from "~/use-cases/papers.server";
import { expectDone } from "../support/ports";
import { rawContract } from "../support/records";
import { startWeb, type Visitor, type Web } from "../support/web";
import { draft, fullWorld, type World } from "../support/world";

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
}, 300_000);
afterAll(() => web?.stop());

const heldOf = async (draftId: string) =>
  expectDone(await showTemplateDraft(world.ports, world.editor, { draftId }));

describe("changing the wording of a template", () => {
  let page = "";
  let draftId = "";
  const write = (fields: Record<string, string>) =>
    visitors.editor.post(page, { intent: "write", contract: world.contractId, ...fields });

  it("begins from the list; a viewer reads and may not", async () => {
    const list = await (await visitors.viewer.get("/paper-templates")).text();
    expect(list).toContain("役割分担");
    expect(list).not.toContain("文言を直す");
    const begin = { intent: "edit", basis: "role-sharing@1" };
    expect((await visitors.viewer.post("/paper-templates", begin)).status).toBe(403);
    const begun = await visitors.editor.post("/paper-templates", begin);
    page = begun.headers.get("location") ?? "";
    draftId = page.split("/").at(-1) ?? "";
    expect([begun.status, (await openTemplateDrafts(world.ports.db, world.editor))[0]?.id]).toEqual([
      303,
      draftId,
    ]);
    const unknown = await visitors.editor.post("/paper-templates", { ...begin, basis: "nothing@1" });
    expect(unknown.status).toBe(404);
  });

  it("shows names of values in words, never in braces of ours", async () => {
    const html = await (await visitors.editor.get(page)).text();
    expect(html).toContain("｛病院の呼び方｝");
    expect(html).not.toContain("{{hospitalLabel}}");
  });

  it("saves what was typed and does what the button says", async () => {
    const saved = await write({
      version: "1",
      "wording.title": "役割のわけかた",
      "wording.sections.0.body.0.text": "｛病院の呼び方｝と｛事業者の呼び方｝の役割を定める。",
      act: "add-clause:0:0",
    });
    expect([saved.status, saved.headers.get("location")]).toEqual([
      303,
      `${page}?contract=${world.contractId}#part-0`,
    ]);
    const { template } = await heldOf(draftId);
    expect(template.title).toBe("役割のわけかた");
    expect(template.sections[0]?.body[0]).toMatchObject({
      text: "{{hospitalLabel}}と{{vendorLabel}}の役割を定める。",
    });
    expect(template.sections[0]?.body[1]).toMatchObject({ kind: "clause", text: "" });
    expect((await write({ version: "1", "wording.title": "x" })).status).toBe(409);
  });

  it("keeps what was typed beside the problem", async () => {
    const answer = await write({ version: "2", "wording.title": "題".repeat(201) });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("題".repeat(201));
  });

  it("previews what was typed without storing it", async () => {
    const fields = { contract: world.contractId, "wording.sections.0.heading": "映すだけの見出し" };
    const seen = await visitors.editor.post(`${page}/preview`, fields);
    const { document } = await seen.json();
    expect(JSON.stringify(document)).toContain("映すだけの見出し");
    expect(JSON.stringify((await heldOf(draftId)).template)).not.toContain("映すだけの見出し");
    expect((await visitors.viewer.post(`${page}/preview`, fields)).status).toBe(403);
    expect((await visitors.stranger.post(`${page}/preview`, fields)).status).toBe(404);
  });

  it("names the empty sentence when it is to be used, and is used once it is written", async () => {
    const publish = (version: string) =>
      visitors.editor.post(page, { intent: "publish", version, note: "法務の指摘" });
    const refused = await publish("2");
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("2 番目の文");
    await write({ version: "2", "wording.sections.0.body.1.text": "年に一度見直す。" });
    const used = await publish("3");
    expect([used.status, used.headers.get("location")]).toEqual([303, "/paper-templates"]);
    const [version] = await listTemplateVersions(world.ports.db, world.editor);
    expect(version).toMatchObject({ ref: "role-sharing@1-2", basis: "role-sharing@1", note: "法務の指摘" });
    const shown = await (await visitors.viewer.get(`/paper-templates/versions/${version?.id}`)).text();
    expect(shown).toContain("年に一度見直す。");
    expect((await visitors.stranger.get(`/paper-templates/versions/${version?.id}`)).status).toBe(404);
    const form = await (await visitors.editor.get("/papers/new")).text();
    expect(form).toContain("役割のわけかた");
    expect((await write({ version: "4", "wording.title": "x" })).status).toBe(409);
  });

  it("is not there for another hospital, and closed drafts say so", async () => {
    expect((await visitors.stranger.get(page)).status).toBe(404);
    expect(await (await visitors.viewer.get(page)).text()).toContain("この文言は、版になりました。");
    expect((await visitors.editor.get("/paper-templates/drafts/none")).status).toBe(404);
  });
});

describe("differences of issues, and the 覚書", () => {
  it("are read by a viewer and nobody of another hospital", async () => {
    for (const path of [`/papers/${world.draftId}/difference`, `/issued/${world.paperId}/difference`]) {
      expect((await visitors.viewer.get(path)).status, path).toBe(200);
      expect((await visitors.stranger.get(path)).status, path).toBe(404);
    }
  });

  it("enters an amendment of the contract into the table, in words", async () => {
    const { ports, editor, contractId } = world;
    const contract = expectDone(
      await showContract(ports, editor, { contractId, day: "2026-06-01", knownOn: "" }),
    );
    const raw = {
      ...rawContract(world.vendorId),
      systemIds: [world.systemId],
      inForceTo: "2031-03-31",
      effectiveFrom: "2026-07-01",
      sourceTitle: "覚書",
    };
    const amended = await amendContract(ports, editor, {
      contractId,
      version: contract.contract.version,
      origin: "amendment",
      raw,
    });
    expectDone(amended);
    const draftId = await draft(ports, editor, contractId, "memorandum@1");
    const page = await (await visitors.editor.get(`/papers/${draftId}`)).text();
    const key = /terms:[0-9a-f-]{36}/.exec(page)?.[0] ?? "";
    expect(key).not.toBe("");
    const fill = { intent: "fill", version: "1", source: key };
    expect((await visitors.viewer.post(`/papers/${draftId}`, fill)).status).toBe(403);
    expect((await visitors.editor.post(`/papers/${draftId}`, fill)).status).toBe(303);
    const { document } = expectDone(await showDraft(ports, editor, { draftId })).built;
    expect(JSON.stringify(document)).toContain("2031-03-31（令和13年）");
    const nothing = await visitors.editor.post(`/papers/${draftId}`, {
      ...fill,
      version: "2",
      source: "terms:x",
    });
    expect(nothing.status).toBe(422);
    expectDone(
      await draftPaper(ports, editor, {
        contractId,
        template: "memorandum@1",
        printedNo: "",
        dateStyle: "japanese",
      }),
    );
  });
});

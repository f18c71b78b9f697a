import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endingsOf } from "~/domain/signed-copy";
import { MAX_KEY_FILE_BYTES } from "~/use-cases/sign-paper.server";
import { pdfSig } from "../pdf/pdf-programs";
import { keyFile } from "../support/key-files";
import { startWeb, type Visitor, type Web } from "../support/web";
import { tablesOf } from "../support/whole-database";
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
}, 300_000);
afterAll(() => web?.stop());

const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const paperPath = (end = "") => `/issued/${world.paperId}${end}`;

describe("an issued paper as files", () => {
  it.each([
    ["/files/paper.docx", "officedocument.wordprocessingml.document", "PK"],
    ["/files/paper.xlsx", "officedocument.spreadsheetml.sheet", "PK"],
    ["/snapshot.json", "application/json", "{"],
    ["/paper.pdf?save=1", "application/pdf", "%PDF"],
  ])("%s goes out as a download of its kind, with a Japanese name", async (end, type, start) => {
    const answer = await visitors.viewer.get(paperPath(end));
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toContain(type);
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; .*filename\*=UTF-8''%E/);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(
      Buffer.from(await bytesOf(answer))
        .toString("latin1")
        .startsWith(start),
    ).toBe(true);
  });

  it.each(["/files/paper.odt", "/files/..%2fpaper.pdf", "/signed-copies/nothing"])(
    "there is no %s",
    async (end) => {
      expect((await visitors.editor.get(paperPath(end))).status).toBe(404);
    },
  );

  it.each([
    "",
    "/paper.pdf",
    "/files/paper.docx",
    "/files/paper.xlsx",
    "/snapshot.json",
    "/sign",
    "/difference",
  ])("another hospital sees nothing of it (%s)", async (end) => {
    expect((await visitors.stranger.get(paperPath(end))).status).toBe(404);
  });
});

describe("signing with the hospital's key file", () => {
  const password = "鍵の合言葉-4711";
  const key = keyFile({ password });
  const sign = (visitor: Visitor, given: { key?: Uint8Array; password?: string; copyId?: string }) => {
    const form = new FormData();
    form.set("copyId", given.copyId ?? "");
    form.set("password", given.password ?? password);
    if (given.key !== undefined) form.set("keyFile", new File([Buffer.from(given.key)], "byouin.p12"));
    return visitor.send(paperPath("/sign"), form);
  };

  it("is for those who issue: a viewer may not, another hospital finds nothing", async () => {
    expect((await visitors.viewer.get(paperPath("/sign"))).status).toBe(403);
    expect((await sign(visitors.viewer, { key })).status).toBe(403);
    expect((await sign(visitors.stranger, { key })).status).toBe(404);
  });

  it.each([
    ["no file", {}, "ファイルを選んで"],
    ["an empty file", { key: new Uint8Array() }, "空"],
    ["a file that is no key", { key: Buffer.from("これは鍵ではない") }, "証明書"],
    ["a wrong password", { key, password: "ちがう合言葉-0815" }, "証明書"],
    ["a file that is too large", { key: new Uint8Array(MAX_KEY_FILE_BYTES + 1) }, "大き"],
  ])("says what to do about %s, and sends no password back", async (_name, given, words) => {
    const answer = await sign(visitors.editor, given);
    expect([400, 413, 422]).toContain(answer.status);
    const html = await answer.text();
    expect(html).toContain(words);
    expect(html).toContain('name="keyFile"');
    for (const secret of [password, "ちがう合言葉-0815"]) expect(html).not.toContain(secret);
  });

  it("keeps a signed copy beside the issued bytes; both parties' signatures are valid", async () => {
    const issued = await bytesOf(await visitors.editor.get(paperPath("/paper.pdf")));
    const first = await sign(visitors.editor, { key });
    expect([first.status, first.headers.get("location")]).toEqual([303, paperPath("#signed-copies")]);
    const copyIds = async () => {
      const html = await (await visitors.viewer.get(paperPath())).text();
      return [...html.matchAll(/signed-copies\/([\w-]+)/g)].map((each) => each[1] ?? "");
    };
    const [copyId = ""] = await copyIds();
    const second = await sign(visitors.editor, { key, copyId });
    expect(second.status).toBe(303);
    const [both = ""] = (await copyIds()).filter((each) => each !== copyId);
    const download = await visitors.viewer.get(paperPath(`/signed-copies/${both}`));
    expect(download.headers.get("content-disposition")).toContain("attachment");
    const signed = await bytesOf(download);
    expect(pdfSig(signed).match(/Signature is Valid\./g)).toHaveLength(2);
    expect(sha256(signed.subarray(0, issued.length))).toBe(sha256(issued));
    expect(sha256(await bytesOf(await visitors.editor.get(paperPath("/paper.pdf"))))).toBe(sha256(issued));
  });

  it("leaves neither password nor key in the database", async () => {
    const everything = JSON.stringify((await tablesOf(world.ports.url)).tables);
    expect(everything).not.toContain(password);
    expect(everything).not.toContain(Buffer.from(key.subarray(100, 200)).toString("hex"));
  });

  it("whoever holds a signed copy can ask whether it is the paper, and learns nothing else", async () => {
    const html = await (await visitors.viewer.get(paperPath())).text();
    const copyId = /signed-copies\/([\w-]+)/.exec(html)?.[1] ?? "";
    const signed = await bytesOf(await visitors.viewer.get(paperPath(`/signed-copies/${copyId}`)));
    const hashes = endingsOf(signed).map((end) => sha256(signed.subarray(0, end)));
    expect(hashes.length).toBeGreaterThan(1);
    const ask = async (given: string) => (await web.anonymous().post("/verify", { hashes: given })).text();
    const same = await ask(hashes.join(" "));
    expect(same).toContain("一致しました");
    expect(same).not.toContain("一致しませんでした");
    expect(same).not.toContain("役割分担");
    expect(await ask("0".repeat(64))).toContain("一致しませんでした");
    const tampered = Uint8Array.from(signed);
    tampered[500] = (tampered[500] ?? 0) ^ 1;
    expect(
      await ask(
        endingsOf(tampered)
          .map((end) => sha256(tampered.subarray(0, end)))
          .join(" "),
      ),
    ).toContain("一致しませんでした");
  });
});

import { describe, expect, it } from "vitest";
import { type SaveAnswer, Saver, type SentItem } from "~/routes/vendor-desk/saver";

// Autosave without a browser: what is sent when, what stays when the other end does not answer. The browser test
// shows the same on a real page.

const none = { answer: null, remark: "", condition: "none" } as const;
const shown = (version = 0, remark = "") => ({ itemKey: "a", ...none, remark, version });

/** A saver whose other end is played by the test: one answer after the other, then silence. */
function played(...answers: ((items: SentItem[]) => SaveAnswer)[]) {
  const sent: SentItem[][] = [];
  let kept: string | null = null;
  const keeper = {
    read: () => kept,
    write: (text: string | null) => {
      kept = text;
    },
  };
  const saver = new Saver(
    async (items) => {
      sent.push(items);
      return answers.shift()?.(items) ?? { kind: "offline" };
    },
    keeper,
    { typing: 60_000, retry: 60_000, longest: 60_000 },
  );
  return { saver, sent, keeper };
}

const taken =
  (version: number) =>
  (items: SentItem[]): SaveAnswer => ({
    kind: "saved",
    savedAt: "2026-11-24T01:32:00.000Z",
    saved: items.map((each) => ({
      itemKey: each.itemKey,
      ...each.now,
      remark: each.now.remark.trim(),
      version,
    })),
    differing: [],
  });

describe("autosave", () => {
  it("sends what changed, once, and nothing when nothing did", async () => {
    const { saver, sent } = played(taken(1));
    saver.adopt([shown()]);
    await saver.flush();
    saver.type("a", { answer: "yes" });
    await saver.flush();
    await saver.flush();
    expect(sent).toHaveLength(1);
    expect(saver.status()).toEqual({ state: "saved", savedAt: "2026-11-24T01:32:00.000Z" });
    expect(saver.item("a")?.base.version).toBe(1);
  });

  it("keeps what is typed while a save is on its way, and a space under the cursor", async () => {
    const { saver, sent } = played((items) => {
      saver.type("a", { remark: "一つ目と二つ目 " });
      return taken(1)(items);
    }, taken(2));
    saver.adopt([shown()]);
    saver.type("a", { remark: "一つ目" });
    await saver.flush();
    expect(saver.item("a")).toMatchObject({ now: { remark: "一つ目と二つ目 " }, base: { version: 1 } });
    await saver.flush();
    expect(sent[1]?.[0]?.base.version).toBe(1);
    expect(saver.item("a")).toMatchObject({ now: { remark: "一つ目と二つ目 " }, base: { version: 2 } });
    expect(saver.hasUnsaved()).toBe(false);
  });

  it("keeps text the other end never got, also for a page that is opened again", async () => {
    const { saver, keeper } = played();
    saver.adopt([shown()]);
    saver.type("a", { remark: "書いた" });
    await saver.flush();
    expect([saver.status().state, saver.hasUnsaved()]).toEqual(["offline", true]);
    saver.adopt([shown(3, "よその人")]);
    expect(saver.item("a")?.now.remark).toBe("書いた");
    const again = new Saver(async (items) => taken(4)(items), keeper);
    again.adopt([shown(3, "よその人")]);
    again.restore();
    expect(again.item("a")).toMatchObject({ now: { remark: "書いた" }, base: { version: 0 } });
    await again.flush();
    expect(keeper.read()).toBeNull();
  });

  it("waits for a person where two windows differ, and sends their choice over what was kept first", async () => {
    const theirs = { ...none, remark: "先", version: 2 };
    const differ = (): SaveAnswer => ({
      kind: "saved",
      savedAt: "2026-11-24T01:32:00.000Z",
      saved: [],
      differing: [{ itemKey: "a", ...theirs, parts: ["remark"] }],
    });
    const { saver, sent } = played(differ, taken(3));
    saver.adopt([shown()]);
    saver.type("a", { remark: "後" });
    await saver.flush();
    await saver.flush();
    expect([saver.status().state, sent.length]).toEqual(["differing", 1]);
    saver.choose("a", "mine");
    await saver.flush();
    expect(sent[1]).toMatchObject([{ now: { remark: "後" }, base: { version: 2 } }]);
    expect(saver.status().state).toBe("saved");
  });

  it("sends the others when one item is refused, and that one again after it was mended", async () => {
    const wrong = (): SaveAnswer => ({ kind: "wrong", problems: [{ code: "field-too-long", itemKey: "a" }] });
    const { saver, sent } = played(wrong, taken(1), taken(1));
    saver.adopt([shown(), { ...shown(), itemKey: "b" }]);
    saver.type("a", { remark: "長い" });
    saver.type("b", { answer: "no" });
    await saver.flush();
    await saver.flush();
    expect(sent[1]?.map((each) => each.itemKey)).toEqual(["b"]);
    expect([saver.status().state, saver.item("a")?.wrong]).toEqual(["wrong", "field-too-long"]);
    saver.type("a", { remark: "短" });
    await saver.flush();
    expect(sent[2]?.map((each) => each.itemKey)).toEqual(["a"]);
    expect(saver.hasUnsaved()).toBe(false);
  });

  it("takes nothing out of a storage that holds something else", () => {
    const { saver, keeper } = played();
    for (const text of ["no json", "{}", '[{"itemKey":1}]', '[{"itemKey":"a","now":{},"base":{}}]']) {
      keeper.write(text);
      saver.adopt([shown()]);
      saver.restore();
      expect(saver.hasUnsaved()).toBe(false);
    }
  });
});

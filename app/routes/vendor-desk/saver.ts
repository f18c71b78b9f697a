import type { GivenAnswer } from "~/domain/draft-answer";
import { type MergedPart, mergeAnswers } from "~/domain/merge-answer";

/** One item on the page: what is typed now, and the kept version it stands on. */
export type SavedState = GivenAnswer & { version: number };
export type ItemState = {
  itemKey: string;
  now: GivenAnswer;
  base: SavedState;
  /** Somebody else saved other words first; a person chooses. */
  differing: { theirs: SavedState; parts: MergedPart[] } | null;
  /** Code of the Problem why the server did not take it. */
  wrong: string | null;
};

/** What is sent for one item. */
export type SentItem = { itemKey: string; now: GivenAnswer; base: SavedState };
export type SaveAnswer =
  | {
      kind: "saved";
      savedAt: string;
      saved: (SavedState & { itemKey: string })[];
      differing: (SavedState & { itemKey: string; parts: MergedPart[] })[];
    }
  | { kind: "wrong"; problems: { code: string; itemKey: string }[] }
  | { kind: "offline" | "over" | "closed" };

export type SaverState = "idle" | "saving" | "saved" | "offline" | "over" | "closed" | "differing" | "wrong";
/** Where unsaved texts survive a closed page. */
export type Keeper = { read(): string | null; write(text: string | null): void };

/** As it is kept: spaces around a remark are none of it. */
const tidy = (text: string) => text.trim();
const same = (one: GivenAnswer, other: GivenAnswer) =>
  one.answer === other.answer && tidy(one.remark) === tidy(other.remark) && one.condition === other.condition;

/**
 * Autosave of a desk. Holds what is typed over what is kept, sends what changed — one request at a time, all
 * changed items in it — and goes on trying while the network is away. Nothing typed is dropped: it stays here and
 * in the keeper until the server said that it has it.
 */
export class Saver {
  private items = new Map<string, ItemState>();
  private listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private isSending = false;
  private failures = 0;
  private state: SaverState = "idle";
  private savedAt: string | null = null;
  /** Replaced on every change, so that a view sees that something moved. */
  private view = { state: this.state, savedAt: this.savedAt };

  constructor(
    private readonly send: (items: SentItem[]) => Promise<SaveAnswer>,
    private readonly keeper: Keeper,
    private readonly pause = { typing: 800, retry: 3000, longest: 30_000 },
  ) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  status = () => this.view;
  item = (itemKey: string): ItemState | null => this.items.get(itemKey) ?? null;
  hasUnsaved = (): boolean => this.unsaved().length > 0;

  /** What the server shows: untouched items follow it, typed ones stay and are merged when they are saved. */
  adopt(shown: readonly (SavedState & { itemKey: string })[]): void {
    for (const { itemKey, ...base } of shown) {
      const mine = this.items.get(itemKey);
      if (mine && (!same(mine.now, mine.base) || mine.base.version > base.version)) continue;
      this.items.set(itemKey, { itemKey, now: base, base, differing: null, wrong: null });
    }
    this.tell();
  }

  /** Unsaved texts of a page that was closed. */
  restore(): void {
    const text = this.keeper.read();
    for (const each of text === null ? [] : keptItems(text)) {
      const here = this.items.get(each.itemKey);
      if (here && !same(here.now, here.base)) continue;
      if (here && same(each.now, here.base)) continue;
      this.items.set(each.itemKey, { ...each, differing: null, wrong: null });
    }
    if (this.hasUnsaved()) this.soon(0);
    this.tell();
  }

  type(itemKey: string, change: Partial<GivenAnswer>, isAtOnce = false): void {
    const item = this.items.get(itemKey);
    if (!item) return;
    this.items.set(itemKey, { ...item, now: { ...item.now, ...change }, wrong: null });
    this.write();
    this.soon(isAtOnce ? 0 : this.pause.typing);
    this.tell();
  }

  /** Settles an item that two windows wrote differently. */
  choose(itemKey: string, which: "mine" | "theirs"): void {
    const item = this.items.get(itemKey);
    if (!item?.differing) return;
    const { theirs } = item.differing;
    const now = which === "mine" ? item.now : theirs;
    this.items.set(itemKey, { ...item, now, base: theirs, differing: null });
    this.write();
    this.soon(0);
    this.tell();
  }

  /** Sends now what waits; also when the network came back. */
  flush = async (): Promise<void> => {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const waiting = this.unsaved().filter((each) => each.differing === null && each.wrong === null);
    if (this.isSending) return;
    if (waiting.length === 0) {
      this.settleState();
      return;
    }
    this.isSending = true;
    this.show("saving");
    const sent = waiting.map(({ itemKey, now, base }) => ({ itemKey, now, base }));
    const answer = await this.send(sent);
    this.isSending = false;
    this.take(sent, answer);
  };

  private take(sent: readonly SentItem[], answer: SaveAnswer): void {
    this.failures = answer.kind === "offline" || answer.kind === "over" ? this.failures + 1 : 0;
    if (answer.kind !== "saved" && answer.kind !== "wrong") {
      this.show(answer.kind);
      const wait = Math.min(this.pause.retry * 2 ** (this.failures - 1), this.pause.longest);
      if (this.failures > 0) this.soon(wait);
      return;
    }
    if (answer.kind === "wrong") {
      for (const { itemKey, code } of answer.problems) this.change(itemKey, { wrong: code });
    } else {
      this.savedAt = answer.savedAt;
      const sentBy = new Map(sent.map((each) => [each.itemKey, each.now]));
      for (const { itemKey, ...kept } of answer.saved) this.keep(itemKey, sentBy.get(itemKey), kept);
      for (const { itemKey, parts, ...theirs } of answer.differing) {
        this.change(itemKey, { differing: { theirs, parts } });
      }
    }
    this.write();
    const isMore = this.unsaved().some((each) => each.differing === null && each.wrong === null);
    if (isMore) this.soon(answer.kind === "wrong" ? 0 : this.pause.typing);
    this.settleState();
  }

  /** What was sent is kept; what was typed meanwhile stays on top of it. */
  private keep(itemKey: string, sent: GivenAnswer | undefined, kept: SavedState): void {
    const item = this.items.get(itemKey);
    if (!item) return;
    const merged =
      sent === undefined || same(item.now, sent) ? kept : mergeAnswers(sent, item.now, kept).merged;
    // why: whoever stops after a space goes on typing there; the field must not lose it under the cursor.
    const remark = tidy(item.now.remark) === tidy(merged.remark) ? item.now.remark : merged.remark;
    this.items.set(itemKey, {
      ...item,
      now: { ...merged, remark },
      base: kept,
      differing: null,
      wrong: null,
    });
  }

  private change(itemKey: string, change: Partial<ItemState>): void {
    const item = this.items.get(itemKey);
    if (item) this.items.set(itemKey, { ...item, ...change });
  }

  private unsaved(): ItemState[] {
    return [...this.items.values()].filter((each) => each.differing !== null || !same(each.now, each.base));
  }

  private settleState(): void {
    const unsaved = this.unsaved();
    if (unsaved.some((each) => each.differing !== null)) this.show("differing");
    else if (unsaved.some((each) => each.wrong !== null)) this.show("wrong");
    else if (unsaved.length === 0) this.show(this.savedAt === null ? "idle" : "saved");
    else if (this.state === "idle" || this.state === "saved") this.show("saving");
    else this.tell();
  }

  private soon(milliseconds: number): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(this.flush, milliseconds);
  }

  private write(): void {
    const unsaved = this.unsaved().map(({ itemKey, now, base }) => ({ itemKey, now, base }));
    this.keeper.write(unsaved.length === 0 ? null : JSON.stringify(unsaved));
  }

  private show(state: SaverState): void {
    this.state = state;
    this.tell();
  }

  private tell(): void {
    this.view = { state: this.state, savedAt: this.savedAt };
    for (const listener of this.listeners) listener();
  }
}

/** What a closed page left, as far as it has the shape; anything else is none of ours. */
function keptItems(text: string): SentItem[] {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed.filter(isSentItem) : [];
  } catch {
    return [];
  }
}

function isSentItem(value: unknown): value is SentItem {
  if (typeof value !== "object" || value === null) return false;
  if (!("itemKey" in value && "now" in value && "base" in value)) return false;
  return (
    typeof value.itemKey === "string" && isGiven(value.now) && isGiven(value.base) && "version" in value.base
  );
}

function isGiven(value: unknown): value is GivenAnswer {
  if (typeof value !== "object" || value === null) return false;
  return (
    "answer" in value &&
    (value.answer === null || typeof value.answer === "string") &&
    "remark" in value &&
    typeof value.remark === "string" &&
    "condition" in value &&
    typeof value.condition === "string"
  );
}

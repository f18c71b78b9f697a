import type { Moment } from "./day.ts";

/** An audit entry as the chain sees it; what is not here is not protected by it. */
export type ChainedEntry = {
  /** From 1, without gaps. */
  seq: number;
  hospitalId: string;
  recordedAt: Moment;
  accountId: string | null;
  via: string;
  /** Network address the change came from, "" when it came from no network. */
  address: string;
  verb: string;
  noun: string;
  recordId: string;
  /** JSON text exactly as kept. */
  change: string;
};

/** What the first entry has in place of a hash before it. */
export const CHAIN_BEGIN = "";

/**
 * The text whose SHA-256 (UTF-8, lower-case hex) is the entry's hash: one JSON array of the form's name, the hash
 * before it and every field, in this order, written without spaces. Anybody can compute it from the export
 * (docs/audit.md), without this program.
 */
export function canonicalEntry(previous: string, entry: ChainedEntry): string {
  return JSON.stringify([
    "buntan-audit-1",
    previous,
    entry.seq,
    entry.hospitalId,
    entry.recordedAt,
    entry.accountId,
    entry.via,
    entry.address,
    entry.verb,
    entry.noun,
    entry.recordId,
    entry.change,
  ]);
}

/** 鎖の先頭: the newest entry that a paper or a mail has told of. */
export type ChainHead = { seq: number; hash: string };

/**
 * Where the chain breaks. `changed`: the entry, or the one before it, is not what was written. `missing`: entries
 * `seq` to `to` are gone. `unexpected`: an entry stands where none can be. `end-missing`: the newest entries are
 * gone. `head-differs`: the entry has another hash than the one that was told.
 */
export const chainBreakKinds = ["changed", "missing", "unexpected", "end-missing", "head-differs"] as const;
export type ChainBreak = { kind: (typeof chainBreakKinds)[number]; seq: number; to: number };

/** What a check of the whole chain found. `breaks` holds the first of them; `isWhole` looks at all. */
export type ChainCheck = { entries: number; head: ChainHead | null; isWhole: boolean; breaks: ChainBreak[] };

/** More breaks than these are counted as "not whole" and no longer listed. */
const MAX_BREAKS = 20;

/**
 * Walks the chain entry by entry, in the order of their numbers. The digest is an argument, because the domain
 * computes nothing with keys or machines.
 */
export class ChainWalk {
  private expected = 1;
  private previous: string | null = CHAIN_BEGIN;
  private entries = 0;
  private head: ChainHead | null = null;
  private isWhole = true;
  private readonly breaks: ChainBreak[] = [];

  constructor(
    private readonly digest: (text: string) => string,
    private readonly told: ChainHead | null = null,
  ) {}

  /** The next entry with the hash that is kept beside it. */
  step(entry: ChainedEntry, hash: string): void {
    this.entries += 1;
    if (!Number.isInteger(entry.seq) || entry.seq < this.expected) {
      this.say("unexpected", entry.seq, entry.seq);
      return;
    }
    if (entry.seq > this.expected) {
      this.say("missing", this.expected, entry.seq - 1);
      this.previous = null; // the hash this entry was chained to is gone with the entry
    }
    const isSame = this.previous === null || this.digest(canonicalEntry(this.previous, entry)) === hash;
    if (!isSame) this.say("changed", entry.seq, entry.seq);
    if (this.told?.seq === entry.seq && this.told.hash !== hash) {
      this.say("head-differs", entry.seq, entry.seq);
    }
    this.expected = entry.seq + 1;
    this.previous = hash;
    this.head = { seq: entry.seq, hash };
  }

  /** @param lastNumber the highest number the database ever gave out */
  end(lastNumber: number): ChainCheck {
    const last = Math.max(lastNumber, this.told?.seq ?? 0);
    if (last >= this.expected) this.say("end-missing", this.expected, last);
    const { entries, head, isWhole, breaks } = this;
    return { entries, head, isWhole, breaks: [...breaks] };
  }

  private say(kind: ChainBreak["kind"], seq: number, to: number): void {
    this.isWhole = false;
    if (this.breaks.length < MAX_BREAKS) this.breaks.push({ kind, seq, to });
  }
}

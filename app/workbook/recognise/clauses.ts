import { clauseText, type GuidelineVolume, parseClause } from "../../domain/guideline.ts";
import { foldWidth, oneLine } from "./text.ts";

/** Sections of guideline 5.x, as its forms print them: `6.5.C13`, `6.5 C.13`, `6.11.C(2)`. */
const olderClause = /^\d{1,2}(?:\.\d{1,2}){0,3}\.?\s*[A-D]\.?\s*\(?\d{0,2}\)?(?:[.-]\d{1,2})?[①-⑳]?$/;

type Place = { volume: GuidelineVolume; chapter: string };

function readOne(part: string, last: Place | null): { text: string; place: Place | null } | null {
  const flat = foldWidth(part).trim();
  const found = parseClause(part);
  if (found) return { text: clauseText(found), place: found };
  if (last && /^[①-⑳]$/.test(flat)) return { text: `${last.volume} ${last.chapter}${flat}`, place: last };
  if (last) {
    const next = parseClause(`${last.volume}${flat}`);
    if (next) return { text: clauseText(next), place: next };
  }
  return olderClause.test(flat) && /[A-D]/.test(flat) ? { text: flat, place: null } : null;
}

/** Reads a list of references (「システム運用編 14⑤、⑥」); null when any part of it is something else. */
export function readClauseList(text: string): string[] | null {
  const bare = foldWidth(text)
    .trim()
    .replace(/^(?:参照|関連|対応|ガイドライン|GL)[:：]?\s*/, "");
  const parts = bare.split(/[、,，・;；\n/／]|及び|および/).filter((part) => part.trim() !== "");
  if (parts.length === 0) return null;
  const clauses: string[] = [];
  let last: Place | null = null;
  for (const part of parts) {
    const one = readOne(part, last);
    if (!one) return null;
    clauses.push(one.text);
    last = one.place ?? last;
  }
  return clauses;
}

const bracketed =
  /[（(［[【〔「]([^（()）［[\]］【】〔〕「」]{2,80}(?:\(\d{1,2}\)|（\d{1,2}）)?[^（()）［[\]］【】〔〕「」]{0,40})[）)］\]】〕」]/g;

/** Takes the clause references printed in brackets out of a question; brackets with other text stay. */
export function takeClauses(question: string): { question: string; clauses: string[] } {
  if (!/[（(［[【〔「]/.test(question)) return { question: oneLine(question), clauses: [] };
  const clauses: string[] = [];
  const rest = question.replace(bracketed, (all, inner: string) => {
    const found = readClauseList(inner);
    if (!found) return all;
    clauses.push(...found);
    return "";
  });
  return { question: clauses.length > 0 ? oneLine(rest) : oneLine(question), clauses: [...new Set(clauses)] };
}

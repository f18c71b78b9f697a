import { type Day, dayOf } from "../../domain/day.ts";
import { type EraName, eraOf, eras } from "../../domain/era.ts";
import type { Cell } from "../sheet.ts";
import { monthNames, partsOfSerial } from "./numbers.ts";
import { squash } from "./text.ts";

/** How a cell may write an era: in full or by its letter. Spreadsheet forms of today need no older one. */
const eraNames: Record<string, EraName> = {
  令和: "令和",
  "㋿": "令和",
  r: "令和",
  平成: "平成",
  h: "平成",
  昭和: "昭和",
  s: "昭和",
};

export type DayReading = { kind: "day"; day: Day } | { kind: "impossible" } | { kind: "none" };

const none: DayReading = { kind: "none" };
const made = (day: Day | null): DayReading => (day ? { kind: "day", day } : { kind: "impossible" });

const eraDate =
  /^(令和|平成|昭和|㋿|[rhs])\.?(元|\d{1,2})(?:年|[./-])(\d{1,2})(?:月|[./-])(\d{1,2})日?(?:\(?[月火水木金土日](?:曜日?)?\)?)?(?:現在|作成|記入|付)?$/i;
const westernDate =
  /^(?:西暦)?(\d{4})(?:年|[./-])(\d{1,2})(?:月|[./-])(\d{1,2})日?(?:\(?[月火水木金土日](?:曜日?)?\)?)?(?:T?\d{1,2}:\d{2}(?::\d{2})?)?(?:現在|作成|記入|付)?$/;

const monthFirst = /^([a-z]{3,9})\.?(\d{1,2})(?:st|nd|rd|th)?,?(\d{4})$/i;
const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[-/.]?([a-z]{3,9})[-/.,]?(\d{4})$/i;

/** 「Apr 15, 2026」「15 April 2026」. Numbers alone (4/5/2026) stay unread: they name two days. */
function readEnglishDay(flat: string): DayReading {
  const [first, last] = [monthFirst.exec(flat), dayFirst.exec(flat)];
  const name = (first?.[1] ?? last?.[2] ?? "").toLowerCase();
  const month = monthNames.indexOf(name.slice(0, 3)) + 1;
  if (month === 0) return none;
  return made(dayOf(Number(first?.[3] ?? last?.[3]), month, Number(first?.[2] ?? last?.[1])));
}

/** Reads 「令和8年4月15日」, `R8.4.15`, `2026/4/15`, `20260415`. A shape of a date that is no day is impossible. */
export function readDayText(text: string): DayReading {
  const flat = squash(text);
  if (flat === "") return none;
  const era = eraDate.exec(flat);
  if (era?.[1] && era[2]) {
    const year = era[2] === "元" ? 1 : Number(era[2]);
    return made(dayOfEra(eraNames[era[1].toLowerCase()], year, Number(era[3]), Number(era[4])));
  }
  const western = westernDate.exec(flat) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(flat);
  if (western) return made(dayOf(Number(western[1]), Number(western[2]), Number(western[3])));
  return readEnglishDay(flat);
}

/** A day named by era and year; null when the era did not run on that day (平成32年). */
function dayOfEra(name: EraName | undefined, year: number, month: number, date: number): Day | null {
  const first = eras.find((each) => each.name === name);
  const day = first ? dayOf(Number(first.firstDay.slice(0, 4)) + year - 1, month, date) : null;
  return day && eraOf(day)?.name === name ? day : null;
}

/** Serials 20000–80000 are days from 1954 to 2119: a plain number in a date field can only mean that. */
const isPlainSerial = (value: number) => Number.isInteger(value) && value >= 20_000 && value <= 80_000;

const DAYS_1904 = 1_462;

/**
 * Reads the day a cell holds, whether a spreadsheet date, a plain serial or text. `isFrom1904`: plain
 * serials of this book count from 1904 (cells with a date format are counted from 1900 already).
 */
export function readDay(cell: Cell, isFrom1904 = false): DayReading {
  if (cell.kind === "date" && cell.value !== null) {
    const { year, month, day } = partsOfSerial(cell.value);
    return made(dayOf(year, month, day));
  }
  if (cell.kind === "number" && cell.value !== null) {
    if (isPlainSerial(cell.value)) {
      const { year, month, day } = partsOfSerial(cell.value + (isFrom1904 ? DAYS_1904 : 0));
      return made(dayOf(year, month, day));
    }
    const text = readDayText(cell.text);
    return text.kind === "none" ? { kind: "impossible" } : text;
  }
  return cell.kind === "text" ? readDayText(cell.standing) : none;
}

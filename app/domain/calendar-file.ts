import { addDays, type Day, type Moment } from "./day.ts";

/** One whole day of a calendar. `uid` stays the same for as long as the record asks for a day. */
export type CalendarEvent = { uid: string; day: Day; title: string; text: string };

/**
 * An iCalendar file (RFC 5545): CRLF line ends, lines of at most 75 octets, escaped texts, whole days that take nobody's
 * time. The same events and moment give the same text.
 * @param head.stamp DTSTAMP of every event, UTC
 */
export function calendarFile(
  head: { name: string; stamp: Moment },
  events: readonly CalendarEvent[],
): string {
  const stamp = `${head.stamp.slice(0, 19).replace(/[-:]/g, "")}Z`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Buntan//Buntan//JA",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(head.name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
    ...events.flatMap(({ uid, day, title, text }) => [
      "BEGIN:VEVENT",
      `UID:${escaped(uid)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`,
      // RFC 5545 3.6.1: the end of a whole day is the day after it.
      `DTEND;VALUE=DATE:${addDays(day, 1).replaceAll("-", "")}`,
      `SUMMARY:${escaped(title)}`,
      ...(text === "" ? [] : [`DESCRIPTION:${escaped(text)}`]),
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.map((each) => `${folded(each)}\r\n`).join("");
}

/** Texts of RFC 5545 3.3.11; other control characters than the line end have no place in one. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\\;,]/g, (each) => `\\${each}`)
    .replaceAll("\n", "\\n")
    .replace(/\p{Cc}/gu, "");
}

const MOST_OCTETS = 75;

/** A long line as several, each of at most 75 octets of UTF-8, never cut inside a character (RFC 5545 3.1). */
function folded(line: string): string {
  let octets = 0;
  let text = "";
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > MOST_OCTETS) {
      text += "\r\n ";
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}

/** The weeks that show a month, Sunday first, as Japanese calendars have them. @param month `2026-11` */
export function weeksOf(month: string): Day[][] {
  const first = `${month}-01`;
  const start = addDays(first, -new Date(`${first}T00:00:00Z`).getUTCDay());
  const weeks: Day[][] = [];
  for (let day = start; weeks.length === 0 || day.slice(0, 7) === month; day = addDays(day, 7))
    weeks.push(Array.from({ length: 7 }, (_, at) => addDays(day, at)));
  return weeks;
}

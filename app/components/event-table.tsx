import { type Problem, problemClasses } from "~/domain/problem";
import type { RequestChannel, RequestEventKind } from "~/domain/request";
import { formatMoment } from "~/messages/days";
import { problemWords } from "~/messages/labels";
import type { Words } from "~/messages/words";
import { ScrollBox } from "./scroll-box";
import { useWords } from "./words";

/** One thing that happened to a request, as it was recorded. */
export type RequestEventLine = {
  id: string;
  kind: RequestEventKind;
  channel: RequestChannel;
  happenedOn: string;
  note: string;
  contact: string | null;
  contactDepartment: string | null;
  fileId: string | null;
  fileName: string | null;
  recordedAt: string;
  recordedBy: string | null;
};

/** 経緯: day, what, how, who, in which words; the order is the order of recording. */
export function EventTable({ events, caption }: { events: readonly RequestEventLine[]; caption: string }) {
  const words = useWords();
  const { requests } = words;
  const own = requests.page;
  return (
    <ScrollBox label={caption}>
      <table className="list events">
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{own.day}</th>
            <th scope="col">{own.what}</th>
            <th scope="col">{own.channel}</th>
            <th scope="col">{own.who}</th>
            <th scope="col">{own.note}</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.id}>
              <th scope="row" className="num nowrap">
                {timeOf(event)}
              </th>
              <td>{requests.events[event.kind]}</td>
              <td className="nowrap">{requests.channels[event.channel]}</td>
              <td>{whoOf(words, event)}</td>
              <td className="words">
                {noteOf(words, event)}
                {event.fileId && (
                  <a className="block" href={`/files/${event.fileId}`}>
                    {event.fileName}
                  </a>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** The moment where the program saw it; the day alone where a person entered another day. */
function timeOf({ happenedOn, recordedAt }: RequestEventLine): string {
  const moment = formatMoment(recordedAt);
  return moment.startsWith(happenedOn) ? moment : happenedOn;
}

/** Acts of the vendor, whoever recorded them. */
const byVendor: readonly RequestEventKind[] = [
  "opened",
  "verified",
  "passed-on",
  "question",
  "submitted",
  "refused",
];

/** Who did it: the hospital's person, the vendor's person, or the program (with whom it wrote to). */
export function whoOf(words: Words, event: RequestEventLine): string {
  const own = words.requests.page;
  const person = [event.contactDepartment, event.contact].filter((each) => each).join(" ");
  const actor = event.recordedBy ?? (byVendor.includes(event.kind) ? "" : own.byProgram);
  if (actor === "") return own.byVendor(person);
  return person === "" ? actor : `${actor} → ${person}`;
}

/** Words of people as they are; a mail's Message-ID or problem in words. */
export function noteOf(words: Words, event: RequestEventLine): string {
  if (event.kind === "mail-failed") {
    const found = problemOf(event.note);
    return found ? problemWords(words, found).what : event.note;
  }
  return /^<.+@.+>$/.test(event.note) ? `${words.requests.proof.messageId} ${event.note}` : event.note;
}

function problemOf(json: string): Problem | null {
  if (!json.startsWith("{")) return null;
  const parsed: unknown = JSON.parse(json);
  return isProblem(parsed) ? parsed : null;
}

function isProblem(value: unknown): value is Problem {
  return (
    typeof value === "object" &&
    value !== null &&
    "code" in value &&
    typeof value.code === "string" &&
    value.code in problemClasses &&
    "params" in value
  );
}

import type { Problem } from "~/domain/problem";
import { ConfirmPanel } from "./confirm-panel";
import { FieldScope } from "./field";
import { LongField, type RawValues, TextField } from "./plain-fields";
import { useWords } from "./words";

/** What a form of an entry does: a thing is new, it changed from a day on, or an entry is put right. */
export type EntryMode = "new" | "change" | "correct";

/**
 * The day an entry holds from, and for a correction its reason.
 * @param props.hasDay false where the form's own fields say the day
 * @param props.isSince the day may stay empty: nobody knows since when
 */
export function EntryFields(props: {
  mode: EntryMode;
  hasDay: boolean;
  isSince: boolean;
  /** Words for the beginning, where it is not that of a connection. */
  since?: string;
  values: RawValues;
  problems: readonly Problem[] | undefined;
}) {
  const { entries: text } = useWords();
  const { mode, hasDay, isSince, since, ...shared } = props;
  const label = isSince ? (since ?? text.since) : mode === "correct" ? text.fromCorrected : text.from;
  return (
    <>
      {hasDay && (
        <TextField
          {...shared}
          name="effectiveFrom"
          type="date"
          label={label}
          hint={isSince ? text.sinceHint : mode === "correct" ? "" : text.fromHint}
          isRequired={!isSince}
        />
      )}
      {mode === "correct" && (
        <LongField {...shared} name="reason" label={text.reason} hint={text.reasonHint} rows={2} isRequired />
      )}
    </>
  );
}

/** The end of what an entry describes, from a day on. */
export function EndPanel(props: {
  version: number;
  today: string;
  problems: readonly Problem[] | undefined;
  /** Words for the end, where it is not the end of use. */
  title?: string;
  what?: string;
  day?: string;
  dayHint?: string;
}) {
  const { entries: text } = useWords();
  return (
    <ConfirmPanel
      title={props.title ?? text.endTitle}
      what={props.what ?? text.endWhat}
      fields={{ intent: "end", version: props.version }}
      button={text.endButton}
    >
      <FieldScope.Provider value="end">
        <TextField
          name="effectiveFrom"
          type="date"
          label={props.day ?? text.endDay}
          hint={props.dayHint ?? text.endDayHint}
          values={{ effectiveFrom: props.today }}
          problems={props.problems}
          isRequired
        />
      </FieldScope.Provider>
    </ConfirmPanel>
  );
}

/** Takes an end back that was recorded by mistake. */
export function ReopenPanel(props: { version: number; problems: readonly Problem[] | undefined }) {
  const { entries: text } = useWords();
  return (
    <ConfirmPanel
      title={text.reopenTitle}
      what={text.reopenWhat}
      fields={{ intent: "reopen", version: props.version }}
      button={text.reopenButton}
    >
      <FieldScope.Provider value="reopen">
        <LongField
          name="reason"
          label={text.reason}
          values={{}}
          problems={props.problems}
          rows={2}
          isRequired
        />
      </FieldScope.Provider>
    </ConfirmPanel>
  );
}

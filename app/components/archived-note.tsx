import { Form } from "@remix-run/react";
import { useWords } from "./words";

/** Says that a record is archived, with the way back to the lists for who may edit. `action` is the record's form. */
export function ArchivedNote(props: {
  sentence: string;
  action: string;
  version: number;
  mayRestore: boolean;
}) {
  const { actions } = useWords();
  return (
    <Form method="post" action={props.action} className="note archived">
      <p>{props.sentence}</p>
      <input type="hidden" name="version" value={props.version} />
      {props.mayRestore && (
        <button type="submit" name="intent" value="restore" className="button small">
          {actions.restore}
        </button>
      )}
    </Form>
  );
}

import { Form } from "@remix-run/react";
import { EvidenceView } from "~/components/evidence-view";
import { Choice, FieldGroup } from "~/components/field";
import { useWords } from "~/components/words";
import { progressOf } from "~/domain/own-checklist";
import type { Words } from "~/messages/words";
import { ItemPanel } from "./item-panel";
import type { SelfCheckFound, SelfCheckPage } from "./route";

/** Labels of the rows' fields, by field name, so that a problem leads to its row. */
export function problemLabels({ selfChecks }: Words, page: SelfCheckPage): Record<string, string> {
  const { sheet } = selfChecks;
  return Object.fromEntries(
    page.rows.flatMap(({ item }) => {
      const name = item.no || item.item.slice(0, 20);
      return (["answer", "remark", "targetOn"] as const).map((field) => [
        `${field}.${item.key}`,
        `${name} ${sheet[field]}`,
      ]);
    }),
  );
}

/** Gate and rows, saved together; whoever may not write sees the same without fields. */
export function SheetForm({ page, found }: { page: SelfCheckPage; found: SelfCheckFound }) {
  const { sheet } = useWords().selfChecks;
  const typed = found?.typed ?? null;
  const gate = typed?.gate ?? page.sheet.gate;
  const answers = new Map(page.rows.flatMap(({ item, saved }) => (saved ? [[item.key, saved]] : [])));
  const { answered, rows, no } = progressOf(
    page.rows.map((each) => each.item),
    answers,
  );
  return (
    <Form method="post" className="stack" noValidate key={page.sheet.version}>
      <input type="hidden" name="version" value={page.sheet.version} />
      {page.gate !== null && <GatePanel page={page} gate={gate} found={found} />}
      {page.sheet.gate !== "no" &&
        page.rows.map((row, at) => (
          <ItemPanel
            key={row.item.key}
            row={row}
            isFirstOfSection={row.item.section !== page.rows[at - 1]?.item.section}
            page={page}
            typed={typed?.rows.find((each) => each.itemKey === row.item.key) ?? null}
            problems={found?.problems}
          />
        ))}
      {page.canEdit && (
        <div className="send-bar">
          <button type="submit" className="button primary">
            {sheet.save}
          </button>
          <span className="num">{sheet.progress(answered, rows, no)}</span>
        </div>
      )}
    </Form>
  );
}

function GatePanel(props: { page: SelfCheckPage; gate: string; found: SelfCheckFound }) {
  const { page, gate } = props;
  const { sheet } = useWords().selfChecks;
  if (page.gate === null) return null;
  return (
    <section className="panel check-item">
      <h2>
        <span className="num">{page.gate.no}</span> {page.gate.text}
      </h2>
      <div className="check-columns">
        <EvidenceView evidence={page.gateEvidence} />
        {page.canEdit ? (
          <FieldGroup name="gate" label={sheet.gate} hint={sheet.gateNo} problems={props.found?.problems}>
            <div className="choices">
              {(["yes", "no"] as const).map((value) => (
                <Choice
                  key={value}
                  type="radio"
                  name="gate"
                  value={value}
                  label={sheet.answerOptions[value]}
                  isChecked={gate === value}
                />
              ))}
            </div>
          </FieldGroup>
        ) : (
          <p>{gate === "yes" || gate === "no" ? sheet.answerOptions[gate] : sheet.answerOptions[""]}</p>
        )}
      </div>
    </section>
  );
}

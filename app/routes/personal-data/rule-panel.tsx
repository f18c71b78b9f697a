import { Form } from "@remix-run/react";
import { useWords } from "~/components/words";
import type { PersonalDataPage } from "./route";

/** One kind of data: how many years, on what basis. */
export function RulePanel({ rule }: { rule: PersonalDataPage["rules"][number] }) {
  const own = useWords().personalData;
  const { title, what } = own.kinds[rule.kind];
  return (
    <Form method="post" className="panel-text stack" aria-label={title}>
      <h3>{title}</h3>
      <p className="quiet">{what}</p>
      <input type="hidden" name="kind" value={rule.kind} />
      <input type="hidden" name="version" value={rule.version} />
      <label className="field">
        {own.years}
        <input
          type="text"
          inputMode="numeric"
          className="short"
          name="years"
          defaultValue={rule.version === 0 ? "" : rule.years}
        />
      </label>
      <label className="field">
        {own.basis}
        <input type="text" name="basis" defaultValue={rule.basis} placeholder={own.basisHint} />
      </label>
      <p>
        <button type="submit" name="intent" value="rule" className="button">
          {own.save}
        </button>
      </p>
    </Form>
  );
}

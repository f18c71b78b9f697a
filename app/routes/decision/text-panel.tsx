import { Form } from "@remix-run/react";
import { Tag } from "~/components/badges";
import { LongField } from "~/components/plain-fields";
import { useLanguage, useWords } from "~/components/words";
import { dayInTokyo } from "~/domain/day";
import { formatDay } from "~/messages/days";
import type { DecisionAnswered, DecisionData } from "./route";

/** 立入検査説明文: the version that is printed, the proposal of the records, earlier versions. Stays in the house. */
export function TextPanel({ page, answered }: { page: DecisionData; answered: DecisionAnswered }) {
  const { decisions, assessments } = useWords();
  const text = decisions.text;
  const { texts, built } = page;
  const printed = page.decision.inspectionText;
  const [newest, ...earlier] = texts;
  const failed = answered?.intent === "text" ? answered : undefined;
  const values = failed?.typed ?? { inspectionText: printed === "" ? built : printed };
  return (
    <section className="panel internal-panel">
      <h2>
        <span>
          {text.title} <Tag>{assessments.internal}</Tag>
        </span>
      </h2>
      <div className="panel-text stack">
        <p>{text.what}</p>
        {newest ? <VersionLine version={newest} /> : printed === "" && <p className="quiet">{text.none}</p>}
        {page.can.edit ? (
          <Form method="post" className="stack" noValidate>
            <input type="hidden" name="intent" value="text" />
            <input type="hidden" name="seen" value={newest?.versionNo ?? 0} />
            <LongField
              name="inspectionText"
              label={text.label}
              values={values}
              problems={failed?.problems}
              rows={10}
            />
            <p>
              <button type="submit" className="button">
                {text.save}
              </button>
            </p>
          </Form>
        ) : (
          <p className="typed-text">{printed === "" ? built : printed}</p>
        )}
        {printed !== "" && printed !== built && (
          <details>
            <summary>{text.again}</summary>
            <p className="typed-text">{built}</p>
          </details>
        )}
        {earlier.length > 0 && (
          <details>
            <summary>{text.earlier}</summary>
            <ol className="plain-list">
              {earlier.map((each) => (
                <li key={each.id}>
                  <VersionLine version={each} />
                  <p className="typed-text">{each.text}</p>
                </li>
              ))}
            </ol>
          </details>
        )}
      </div>
    </section>
  );
}

function VersionLine({ version }: { version: DecisionData["texts"][number] }) {
  const { text } = useWords().decisions;
  const language = useLanguage();
  const on = formatDay(dayInTokyo(version.writtenAt), language);
  return <p className="quiet">{text.version(version.versionNo, on, version.by ?? "")}</p>;
}

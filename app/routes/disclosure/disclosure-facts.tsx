import { Tag } from "~/components/badges";
import { Facts } from "~/components/facts";
import { useLanguage, useWords } from "~/components/words";
import { formatDay, formatMoment } from "~/messages/days";
import { stateOf } from "~/routes/disclosures/disclosure-row";
import type { DisclosurePage } from "./disclosure-page.server";

export function DisclosureFacts({ page }: { page: DisclosurePage }) {
  const { disclosures, intake, formNames } = useWords();
  const language = useLanguage();
  const { disclosure, file } = page;
  const { yesCount, noCount, notApplicableCount, blankCount, unclearCount } = disclosure;
  const total = yesCount + noCount + notApplicableCount + blankCount + unclearCount;
  const { fact } = disclosures;
  return (
    <section className="panel">
      <h2>
        {disclosures.facts} <Tag>{disclosures.states[stateOf(disclosure)]}</Tag>
      </h2>
      <Facts
        facts={[
          { label: fact.vendor, value: disclosure.vendor },
          { label: fact.product, value: `${disclosure.product} ${disclosure.productVersion}` },
          { label: fact.form, value: `${formNames[disclosure.form]} ${disclosure.formVersion}` },
          { label: fact.issuedOn, value: formatDay(disclosure.issuedOn, language) },
          { label: fact.received, value: formatMoment(disclosure.receivedAt) },
          { label: fact.sheet, value: disclosure.sheet },
          {
            label: fact.answers,
            value: intake.freezesAnswers(
              total,
              yesCount,
              noCount,
              notApplicableCount,
              blankCount,
              unclearCount,
            ),
            isWide: true,
          },
          ...(file
            ? [
                {
                  label: fact.file,
                  value: `${file.fileName}（${disclosures.bytes(file.size)}）`,
                  isWide: true,
                },
                { label: fact.sha256, value: <span className="hash">{file.sha256}</span>, isWide: true },
              ]
            : []),
        ]}
      />
    </section>
  );
}

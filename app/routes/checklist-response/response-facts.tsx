import { Facts } from "~/components/facts";
import { useLanguage, useWords } from "~/components/words";
import { withoutTarget } from "~/domain/checklist-response";
import { formatDay, formatMoment } from "~/messages/days";
import type { ShownChecklist } from "~/use-cases/show-checklist.server";

/** Whose answers, of which edition, when, about which systems, from which file. */
export function ResponseFacts({ page }: { page: ShownChecklist }) {
  const { checklists, disclosures } = useWords();
  const language = useLanguage();
  const { response, answers, systems, edition } = page;
  const { yesCount, noCount, notApplicableCount, blankCount, unclearCount } = response;
  const open = withoutTarget(answers);
  const { fields } = checklists;
  return (
    <section className="panel">
      <h2>{checklists.facts}</h2>
      <Facts
        facts={[
          { label: fields.respondent, value: checklists.respondents[response.respondent] },
          { label: fields.vendorId, value: response.vendor ?? "—" },
          { label: fields.answeredOn, value: formatDay(response.answeredOn, language) },
          { label: fields.round, value: checklists.roundOf(response.round) },
          { label: fields.checklistRef, value: edition ?? checklists.editionUnknown },
          {
            label: checklists.kept,
            value: `${formatMoment(response.receivedAt)} ${response.receivedBy ?? ""}`,
          },
          {
            label: disclosures.fact.answers,
            value: checklists.counts(
              answers.length,
              yesCount,
              noCount,
              notApplicableCount,
              blankCount,
              unclearCount,
            ),
            isWide: true,
          },
          ...(open > 0
            ? [{ label: checklists.target, value: checklists.withoutTarget(open), isWide: true }]
            : []),
          ...(systems.length > 0
            ? [{ label: fields.systemIds, value: systems.map((each) => each.name).join("、"), isWide: true }]
            : []),
          ...(response.fileName
            ? [
                { label: disclosures.fact.file, value: response.fileName, isWide: true },
                {
                  label: disclosures.fact.sha256,
                  value: <span className="hash">{response.sha256}</span>,
                  isWide: true,
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}

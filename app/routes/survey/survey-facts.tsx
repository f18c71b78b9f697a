import { Facts } from "~/components/facts";
import { useWords } from "~/components/words";
import type { SurveyPage } from "./route";

/** The hospital's class by beds, and where the questions come from. */
export function SurveyFacts({ page }: { page: SurveyPage }) {
  const { surveys, selfChecks } = useWords();
  const { beds, bedClass } = page;
  const classText = bedClass === null ? "" : surveys.bedClass(bedClass.from, bedClass.to);
  return (
    <section className="panel">
      <Facts
        facts={[
          {
            label: surveys.bedClassLabel,
            value: beds === null ? surveys.bedsUnknown : `${classText}（${surveys.beds(beds)}）`,
          },
          { label: selfChecks.sheet.source, value: page.head.source, isWide: true },
        ]}
      />
      <p className="panel-text quiet">
        {page.head.notice} {surveys.ownWording} {page.bedClassNote} {surveys.registersNow}
      </p>
    </section>
  );
}

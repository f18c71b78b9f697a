import { Link } from "@remix-run/react";
import { ConfirmPanel } from "~/components/confirm-panel";
import { Facts } from "~/components/facts";
import { Field } from "~/components/field";
import { useWords } from "~/components/words";
import { formatMoment } from "~/messages/days";
import type { Answered, ProcurementPage } from "./route";

type Choice = ProcurementPage["choices"][number];

/** What was chosen and why, what the comparison said then, and choosing (again). */
export function ChoicePanel({ page, answered }: { page: ProcurementPage; answered: Answered }) {
  const { procurements: text } = useWords();
  const [current, ...earlier] = page.choices;
  return (
    <>
      {current && <Chosen page={page} choice={current} isCurrent />}
      {earlier.length > 0 && (
        <details className="panel">
          <summary>{`${text.earlier}（${earlier.length}）`}</summary>
          {earlier.map((each) => (
            <Chosen key={each.id} page={page} choice={each} isCurrent={false} />
          ))}
        </details>
      )}
      {page.mayEdit && <Choosing page={page} answered={answered} current={current} />}
    </>
  );
}

function Chosen(props: { page: ProcurementPage; choice: Choice; isCurrent: boolean }) {
  const { procurements: text } = useWords();
  const { page, choice, isCurrent } = props;
  const candidate = page.candidates.find((each) => each.id === choice.candidateId);
  if (!candidate) return null;
  const title = text.contractTitle(candidate.name);
  const to = new URLSearchParams({ vendorId: candidate.vendorId, title, choice: choice.id });
  const contracts = page.contracts.filter((each) => each.choiceId === choice.id);
  return (
    <section className="panel">
      <h2>
        {text.choice} <small>{text.chosenBy(choice.chosenBy ?? "", formatMoment(choice.chosenAt))}</small>
      </h2>
      <Facts
        facts={[
          { label: text.chosenCandidate, value: `${candidate.name}（${candidate.vendor}）` },
          { label: text.reason, value: choice.reason, isWide: true },
          ...choice.basis.candidates.map((each) => ({
            label: each.name,
            value: <Figures basis={each} />,
            isWide: true,
          })),
        ]}
      />
      {contracts.length > 0 && (
        <p className="panel-text">
          {text.contracts}：
          {contracts.map((each) => (
            <Link key={each.id} to={`/contracts/${each.id}`} className="block">
              {`${each.number} ${each.title}`}
            </Link>
          ))}
        </p>
      )}
      {isCurrent && page.mayEdit && contracts.length === 0 && (
        <p className="panel-text">
          <Link className="button" to={`/contracts/new?${to}`}>
            {text.toContract}
          </Link>{" "}
          <span className="quiet">{text.toContractWhat}</span>
        </p>
      )}
    </section>
  );
}

/** What the comparison said of one candidate that day, every count with its name. */
function Figures({ basis }: { basis: Choice["basis"]["candidates"][number] }) {
  const { comparison } = useWords().procurements;
  const { totalColumns: names } = comparison;
  const { counts, points, mustOpen } = basis;
  const parts = [
    `${names.yes} ${counts.yes}`,
    `${names.no} ${counts.no}`,
    `${names.notApplicable} ${counts.notApplicable}`,
    `${names.open} ${counts.open}`,
    `${names.notComparable} ${counts.notComparable}`,
    `${names.points} ${comparison.pointsOf(points.reached, points.possible)}`,
    ...(mustOpen.length > 0 ? [`${names.mustOpen} ${mustOpen.join("、")}`] : []),
  ];
  return parts.join(" · ");
}

function Choosing(props: { page: ProcurementPage; answered: Answered; current: Choice | undefined }) {
  const { procurements: text } = useWords();
  const { page, answered, current } = props;
  const standing = page.candidates.filter((each) => each.droppedReason === "");
  if (standing.length === 0) return null;
  const typed = answered?.typed.intent === "choose" ? answered.typed : null;
  const problems = typed ? answered?.problems : undefined;
  return (
    <ConfirmPanel
      title={text.choose}
      what={text.chooseWhat}
      fields={{ intent: "choose", supersedes: current?.id ?? "" }}
      button={text.chooseButton}
    >
      <Field name="candidateId" label={text.chosenCandidate} isRequired problems={problems}>
        {(control) => (
          <select {...control} defaultValue={typed?.candidateId ?? ""}>
            <option value="">—</option>
            {standing.map((each) => (
              <option key={each.id} value={each.id}>{`${each.name}（${each.vendor}）`}</option>
            ))}
          </select>
        )}
      </Field>
      <Field name="reason" label={text.reason} hint={text.reasonHint} isRequired problems={problems}>
        {(control) => <textarea {...control} rows={4} defaultValue={typed?.reason ?? ""} />}
      </Field>
    </ConfirmPanel>
  );
}

import { Link } from "@remix-run/react";
import { ConfirmPanel } from "~/components/confirm-panel";
import { DataTable } from "~/components/data-table";
import { Field, FieldScope } from "~/components/field";
import { useLanguage, useWords } from "~/components/words";
import { formatDay } from "~/messages/days";
import type { Answered, ProcurementPage } from "./route";

type Candidate = ProcurementPage["candidates"][number];

/** Every candidate with what was disclosed and asked; dropped ones keep their reason. */
export function CandidatePanel({ page, answered }: { page: ProcurementPage; answered: Answered }) {
  const { procurements: text } = useWords();
  const { candidates, mayEdit } = page;
  const names = ["name", "vendor", "disclosure", "request", "state"] as const;
  return (
    <section className="panel" id="candidates">
      <h2>
        {text.candidates} <small>{candidates.length}</small>
      </h2>
      {candidates.length === 0 ? (
        <p className="panel-text quiet">{text.candidatesEmpty}</p>
      ) : (
        <DataTable
          caption={text.candidates}
          columns={names.map((name) => ({ name, label: text.candidateColumns[name] }))}
          rows={candidates.map((each) => ({
            id: each.id,
            to: `/products/${each.productId}`,
            cells: {
              name: each.name,
              vendor: <Link to={`/vendors/${each.vendorId}`}>{each.vendor}</Link>,
              disclosure: <Disclosures candidate={each} />,
              request: <Asked candidate={each} />,
              state: each.droppedReason === "" ? text.standing : text.dropped(each.droppedReason),
            },
          }))}
        />
      )}
      {mayEdit &&
        candidates
          .filter((each) => each.droppedReason === "")
          .map((each) => <Drop key={each.id} candidate={each} answered={answered} />)}
    </section>
  );
}

function Disclosures({ candidate }: { candidate: Candidate }) {
  const { procurements: text, formNames } = useWords();
  const language = useLanguage();
  if (candidate.disclosures.length === 0) return <span className="quiet">{text.noDisclosure}</span>;
  return candidate.disclosures.map((each) => (
    <Link key={each.id} to={`/disclosures/${each.id}`} className="block">
      {text.disclosure(formNames[each.form], each.formVersion, formatDay(each.issuedOn, language))}
    </Link>
  ));
}

function Asked({ candidate }: { candidate: Candidate }) {
  const { procurements: text, requests } = useWords();
  const language = useLanguage();
  const { request } = candidate;
  if (request === null) return <span className="quiet">{text.noRequest}</span>;
  return (
    <Link to={`/requests/${request.id}`}>
      {text.request(requests.states[request.state], formatDay(request.dueOn, language))}
    </Link>
  );
}

function Drop({ candidate, answered }: { candidate: Candidate; answered: Answered }) {
  const { procurements: text } = useWords();
  const isMine = answered?.typed.intent === "drop" && answered.typed.candidateId === candidate.id;
  return (
    <FieldScope.Provider value={isMine ? "" : `drop-${candidate.id}-`}>
      <ConfirmPanel
        title={`${text.drop}：${candidate.name}`}
        what={text.dropWhat}
        fields={{ intent: "drop", candidateId: candidate.id, version: candidate.version }}
        button={text.drop}
      >
        <Field
          name="reason"
          label={text.dropReason}
          isRequired
          problems={isMine ? answered?.problems : undefined}
        >
          {(control) => (
            <textarea {...control} rows={2} defaultValue={isMine ? answered?.typed.reason : ""} />
          )}
        </Field>
      </ConfirmPanel>
    </FieldScope.Provider>
  );
}

import { Form } from "@remix-run/react";
import { Field, FieldScope } from "~/components/field";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import { type Proposed, type ProposedField, proposedFields } from "~/domain/role-proposal";
import { rawOf } from "~/domain/role-row-input";
import { costBearings, rowParties, situationParties } from "~/domain/role-sheet";
import { formatMoment } from "~/messages/days";
import type { Words } from "~/messages/words";
import type { DeskRow } from "./route";

type Found = { problems: Problem[]; typed: Proposed; comment: string } | undefined;
type Props = { row: DeskRow; isEditable: boolean; found: Found };

/**
 * One row, folded to its name and who has it, because there are dozens: inside, what stands, what this vendor
 * proposed beside it, and the form to propose something else. A row that waits for an answer stands open.
 */
export function ProposalRow({ row, isEditable, found }: Props) {
  const words = useWords();
  const { roleProposals } = words;
  const isClosed = row.lockedAt !== null || row.leftOutReason !== "";
  const last = row.proposals.at(-1);
  return (
    <details
      className="panel proposal-row"
      id={`row-${row.id}`}
      open={last?.state === "open" || found !== undefined}
    >
      <summary>
        <h2>{row.label}</h2>
        <span className="row-state">
          {row.lockedAt !== null && <span className="tag">{words.roleGrid.locked}</span>}
          {last && <span className="tag">{roleProposals.states[last.state]}</span>}
          <span className="quiet">
            {words.roles.column.party} {words.parties[row.party]}
          </span>
        </span>
      </summary>
      {row.content !== "" && <p className="quiet">{row.content}</p>}
      {row.leftOutReason !== "" && <p>{words.roleGrid.leftOutBecause(row.leftOutReason)}</p>}
      <Versions row={row} />
      {row.proposals.map((each) => (
        <ProposalState key={each.id} row={row} proposal={each} isEditable={isEditable} />
      ))}
      {isEditable && !isClosed && (
        <details open={found !== undefined}>
          <summary>{roleProposals.propose}</summary>
          <ProposalForm row={row} found={found} />
        </details>
      )}
    </details>
  );
}

/** What stands and what is proposed beside each other; a proposed value that differs is marked. */
function Versions({ row }: { row: DeskRow }) {
  const words = useWords();
  const { roleProposals } = words;
  const open = row.proposals.find((each) => each.state === "open");
  const raw = rawOf({ ...row, thirdPartyName: "" });
  const fields = proposedFields.filter((each) => each !== "thirdPartyName" || open?.proposed[each]);
  return (
    <table className="versions">
      <thead>
        <tr>
          <th scope="col">{roleProposals.field}</th>
          <th scope="col">{roleProposals.stands}</th>
          {open && <th scope="col">{roleProposals.yours}</th>}
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => {
          const next = open?.proposed[field];
          return (
            <tr key={field}>
              <th scope="row">{words.roles.column[field]}</th>
              <td>{wordOf(words, field, raw[field])}</td>
              {open && (
                <td>{next === undefined ? roleProposals.same : <ins>{wordOf(words, field, next)}</ins>}</td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** 病院 and 事業者: the desk has no contract labels. */
function wordOf(words: Words, field: ProposedField, value: string): string {
  const party = rowParties.find((each) => each === value);
  const situation = value === "" || value === "same" ? value : undefined;
  const cost = costBearings.find((each) => each === value);
  if (field === "emergencyParty" || field === "endParty")
    return situation === undefined
      ? party
        ? words.parties[party]
        : value
      : words.roles.situationParties[situation];
  if (field === "party" && party) return words.parties[party];
  if (field === "cost" && cost !== undefined) return words.roles.costs[cost];
  return value === "" ? words.forms.notGiven : value;
}

function ProposalState(props: { row: DeskRow; proposal: DeskRow["proposals"][number]; isEditable: boolean }) {
  const { roleProposals } = useWords();
  const { proposal, row } = props;
  return (
    <div className="note">
      <p>
        <b>{roleProposals.states[proposal.state]}</b>{" "}
        <span className="num">{formatMoment(proposal.decidedAt ?? proposal.proposedAt)}</span>
      </p>
      {proposal.comment !== "" && <p>{roleProposals.commentOf(proposal.comment)}</p>}
      {proposal.answer !== "" && <p>{roleProposals.answerOf(proposal.answer)}</p>}
      {proposal.state === "open" && props.isEditable && (
        <Form method="post">
          <input type="hidden" name="rowId" value={row.id} />
          <input type="hidden" name="proposalId" value={proposal.id} />
          <button type="submit" name="intent" value="withdraw" className="button small">
            {roleProposals.withdraw}
          </button>
        </Form>
      )}
    </div>
  );
}

function ProposalForm({ row, found }: { row: DeskRow; found: Found }) {
  const words = useWords();
  const { roleProposals } = words;
  const values = { ...rawOf({ ...row, thirdPartyName: "" }), ...found?.typed };
  const choices = {
    party: rowParties,
    emergencyParty: situationParties,
    endParty: situationParties,
    cost: costBearings,
  };
  return (
    <FieldScope.Provider value={`${row.id}-`}>
      <Form method="post" className="stack form" noValidate preventScrollReset>
        <input type="hidden" name="rowId" value={row.id} />
        {proposedFields.map((field) => (
          <Field key={field} name={field} label={words.roles.column[field]} problems={found?.problems}>
            {(control) => {
              const options: readonly string[] | undefined = Reflect.get(choices, field);
              if (options === undefined)
                return <textarea {...control} rows={field === "what" ? 3 : 1} defaultValue={values[field]} />;
              return (
                <select {...control} defaultValue={values[field]}>
                  {options.map((each) => (
                    <option key={each} value={each}>
                      {wordOf(words, field, each)}
                    </option>
                  ))}
                </select>
              );
            }}
          </Field>
        ))}
        <Field
          name="comment"
          label={roleProposals.comment}
          hint={roleProposals.commentHint}
          problems={found?.problems}
        >
          {(control) => <textarea {...control} rows={2} defaultValue={found?.comment ?? ""} />}
        </Field>
        <p>
          <button type="submit" name="intent" value="propose" className="button primary">
            {roleProposals.send}
          </button>
        </p>
      </Form>
    </FieldScope.Provider>
  );
}

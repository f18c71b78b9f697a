import { Form, Link } from "@remix-run/react";
import { Field } from "~/components/field";
import { useWords } from "~/components/words";
import { movedFields, proposedFields } from "~/domain/role-proposal";
import { rawOf } from "~/domain/role-row-input";
import { formatMoment } from "~/messages/days";
import type { Found } from "./found";
import type { SheetPage, ShownRow } from "./page.server";
import { valueWord } from "./party-words";

type Proposal = SheetPage["negotiation"]["proposals"][number];

/** Above the grid: rows the vendor wants otherwise, each a link to its row. */
export function OpenProposals({ page }: { page: SheetPage }) {
  const { roleProposals } = useWords();
  const open = page.negotiation.proposals.filter((each) => each.state === "open");
  if (open.length === 0) return null;
  const labelOf = (rowId: string) => page.rows.find((each) => each.id === rowId)?.label ?? "";
  return (
    <div className="note warn">
      <b>{roleProposals.waiting(open.length)}</b>
      <ul>
        {open.map((each) => (
          <li key={each.id}>
            <Link to={`/role-sheets/${page.sheet.id}?row=${each.rowId}#row-${each.rowId}`}>
              {labelOf(each.rowId)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** In the opened row: both versions beside each other, and accepting or declining; earlier ones below. */
export function RowProposals(props: { row: ShownRow; page: SheetPage; found: Found }) {
  const { row, page, found } = props;
  const own = page.negotiation.proposals.filter((each) => each.rowId === row.id);
  return own.map((each) => (
    <section key={each.id} className="row-proposal">
      <ProposalHead proposal={each} />
      <Both row={row} page={page} proposal={each} />
      {each.state === "open" && <Decide row={row} page={page} proposal={each} found={found} />}
    </section>
  ));
}

function ProposalHead({ proposal }: { proposal: Proposal }) {
  const { roleProposals, forms } = useWords();
  const person = [proposal.contactDepartment, proposal.contact].filter((each) => each).join(" ");
  return (
    <>
      <h3>
        {roleProposals.fromVendor} <span className="tag">{roleProposals.states[proposal.state]}</span>
      </h3>
      <p className="quiet">
        <span className="num">{formatMoment(proposal.proposedAt)}</span> {person || forms.notGiven}
      </p>
      {proposal.comment !== "" && <p>{roleProposals.commentOf(proposal.comment)}</p>}
      {proposal.answer !== "" && <p>{roleProposals.answerOf(proposal.answer)}</p>}
    </>
  );
}

function Both({ row, page, proposal }: { row: ShownRow; page: SheetPage; proposal: Proposal }) {
  const words = useWords();
  const { roleProposals } = words;
  const raw = proposal.state === "open" ? rawOf(row) : { ...rawOf(row), ...proposal.seen };
  const changed = proposedFields.filter((field) => proposal.proposed[field] !== undefined);
  if (changed.length === 0) return <p>{roleProposals.onlyComment}</p>;
  return (
    <table className="versions">
      <thead>
        <tr>
          <th scope="col">{roleProposals.field}</th>
          <th scope="col">{roleProposals.stands}</th>
          <th scope="col">{roleProposals.theirs}</th>
        </tr>
      </thead>
      <tbody>
        {changed.map((field) => (
          <tr key={field}>
            <th scope="row">{words.roles.column[field]}</th>
            <td>
              <del>{valueWord(words, page.sheet, field, raw[field])}</del>
            </td>
            <td>
              <ins>{valueWord(words, page.sheet, field, proposal.proposed[field] ?? "")}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Decide(props: { row: ShownRow; page: SheetPage; proposal: Proposal; found: Found }) {
  const { roleProposals } = useWords();
  const { row, page, proposal, found } = props;
  const hasMoved = movedFields(row, proposal.seen).length > 0;
  return (
    <Form method="post" action={`/role-sheets/${page.sheet.id}`} className="stack" preventScrollReset>
      {hasMoved && <p className="note warn">{roleProposals.moved}</p>}
      <input type="hidden" name="intent" value="proposal" />
      <input type="hidden" name="rowId" value={row.id ?? ""} />
      <input type="hidden" name="proposalId" value={proposal.id} />
      <input type="hidden" name="version" value={row.version} />
      <Field
        name="answer"
        label={roleProposals.answer}
        hint={roleProposals.answerHint}
        problems={found?.problems}
      >
        {(control) => <input {...control} type="text" defaultValue={found?.typed.answer ?? ""} />}
      </Field>
      <p className="form-foot">
        {!hasMoved && (
          <button type="submit" name="decision" value="accept" className="button primary">
            {roleProposals.accept}
          </button>
        )}
        <button type="submit" name="decision" value="decline" className="button">
          {roleProposals.decline}
        </button>
      </p>
    </Form>
  );
}

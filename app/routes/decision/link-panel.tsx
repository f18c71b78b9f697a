import { Form, Link } from "@remix-run/react";
import { Field } from "~/components/field";
import { useLanguage, useWords } from "~/components/words";
import { dayInTokyo } from "~/domain/day";
import { formatDay } from "~/messages/days";
import type { DecisionAnswered, DecisionData } from "./route";

/** 行う場所: the row, clause or annex in which the decision is carried out. */
export function LinkPanel({ page, answered }: { page: DecisionData; answered: DecisionAnswered }) {
  const { link: text } = useWords().decisions;
  const language = useLanguage();
  return (
    <section className="panel">
      <h2>{text.title}</h2>
      <div className="panel-text stack">
        <p>{text.what}</p>
        {page.link ? (
          <p>
            <Linked link={page.link} />
            <span className="quiet block">
              {text.by(page.link.linkedBy ?? "", formatDay(dayInTokyo(page.link.linkedAt), language))}
            </span>
          </p>
        ) : (
          <p className="note warn">{text.none}</p>
        )}
        {page.can.edit && <LinkForm page={page} answered={answered} />}
      </div>
    </section>
  );
}

function Linked({ link }: { link: NonNullable<DecisionData["link"]> }) {
  const { linkKinds } = useWords().decisions;
  if (link.roleSheetRowId !== null)
    return (
      <Link to={`/role-sheets/${link.roleSheetId}`}>
        {linkKinds["role-row"]}：{link.rowNo} {link.rowLabel}
      </Link>
    );
  if (link.contractClauseId !== null)
    return (
      <Link to={`/contracts/${link.clauseContractId}/documents`}>
        {linkKinds.clause}：{link.clauseNumber}「{link.clauseQuote}」
      </Link>
    );
  return (
    <Link to={`/papers/${link.paperDraftId}`}>
      {linkKinds.annex}：{link.annexNo}
    </Link>
  );
}

const SHORT = 60;
const cut = (text: string) => (text.length > SHORT ? `${text.slice(0, SHORT)}…` : text);

function LinkForm({ page, answered }: { page: DecisionData; answered: DecisionAnswered }) {
  const { decisions } = useWords();
  const text = decisions.link;
  const failed = answered?.intent === "link" ? answered : undefined;
  const { rows, clauses, annexes } = page.choices;
  const groups = [
    { kind: "role-row" as const, list: rows.map((each) => ({ ...each, text: `${each.no} ${each.text}` })) },
    { kind: "clause" as const, list: clauses.map((each) => ({ ...each, text: `${each.no} ${each.text}` })) },
    {
      kind: "annex" as const,
      list: annexes.map((each) => ({ ...each, text: `${each.no} ${each.template}` })),
    },
  ].filter((each) => page.linkKinds.includes(each.kind) && each.list.length > 0);
  if (groups.length === 0)
    return (
      <p className="note">
        {text.noChoices}{" "}
        {page.decision.kind === "hospital-control" ? (
          <Link to="/role-sheets">{text.toSheets}</Link>
        ) : (
          <Link to="/contracts">{text.toContracts}</Link>
        )}
      </p>
    );
  return (
    <Form method="post" className="stack" noValidate>
      <input type="hidden" name="intent" value="link" />
      <Field name="target" label={text.choose} isRequired problems={failed?.problems}>
        {(control) => (
          <select {...control} defaultValue={failed?.typed.target ?? ""}>
            <option value="">―</option>
            {groups.map(({ kind, list }) => (
              <optgroup key={kind} label={decisions.linkKinds[kind]}>
                {list.map((each) => (
                  <option key={each.id} value={`${kind}:${each.id}`}>
                    {cut(`${each.contract}　${each.text}`)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      <p>
        <button type="submit" className="button">
          {text.save}
        </button>
      </p>
    </Form>
  );
}

import { Form, Link } from "@remix-run/react";
import { PartyBadge } from "~/components/badges";
import { useLanguage, useWords } from "~/components/words";
import type { Silence } from "~/domain/responsibility";
import { formatDay } from "~/messages/days";
import { partyWord } from "~/routes/role-sheet/party-words";
import type { ContractPage } from "./page.server";

type Answer = NonNullable<ContractPage["answers"]>[number];

/** この日、だれの担当か: row, day and known-on; the answer names the revision that proves it. */
export function WhoPanel({ page }: { page: ContractPage }) {
  const { contracts } = useWords();
  const { rows } = page;
  return (
    <section className="panel anchor" id="who">
      <h2>{contracts.who}</h2>
      {rows.length === 0 ? <p className="panel-text quiet">{contracts.whoEmpty}</p> : <WhoForm page={page} />}
      <p className="panel-text">
        <Link to={`/in-charge?${new URLSearchParams({ day: page.asked.day, knownOn: page.asked.knownOn })}`}>
          {contracts.whoEverywhere}
        </Link>
        　<span className="quiet">{contracts.whoEverywhereWhat}</span>
      </p>
      {page.answers?.length === 0 && <p className="answer silent">{contracts.noAnswer}</p>}
      {page.answers?.map((answer) => (
        <AnswerLine key={answer.roleSheetId} answer={answer} page={page} />
      ))}
    </section>
  );
}

function WhoForm({ page }: { page: ContractPage }) {
  const { contracts } = useWords();
  const { asked, rows } = page;
  return (
    <Form
      method="get"
      action={`/contracts/${page.contract.id}#who`}
      className="who"
      key={`${asked.row} ${asked.day} ${asked.knownOn}`}
    >
      <label className="field">
        {contracts.whoRow}
        <select name="row" defaultValue={asked.row}>
          {rows.map((row) => (
            <option key={row.rowKey} value={row.rowKey}>
              {row.name}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        {contracts.whoDay}
        <input type="date" name="day" defaultValue={asked.day} />
      </label>
      <label className="field">
        {contracts.whoKnown}
        <input type="date" name="knownOn" defaultValue={asked.knownOn} />
      </label>
      <button type="submit" className="button">
        {contracts.ask}
      </button>
    </Form>
  );
}

/** The plain reason why nobody can be named. */
function Silent({ title, why }: { title: string; why: Silence }) {
  const { contracts } = useWords();
  return (
    <div className="answer silent" role="status">
      <p>
        <b>{title}</b>：{contracts.silences[why]}
      </p>
    </div>
  );
}

function AnswerLine({ answer, page }: { answer: Answer; page: ContractPage }) {
  const words = useWords();
  const language = useLanguage();
  const { contracts } = words;
  const { contract } = page;
  const hasLater = page.held.find((each) => each.roleSheetId === answer.roleSheetId)?.hasLater ?? false;
  if (answer.kind === "silent") {
    return <Silent title={answer.title} why={answer.why} />;
  }
  const { party, proof } = answer;
  const names = {
    hospital: "",
    vendor: contract.vendorName,
    both: "",
    "third-party": answer.thirdPartyName,
    undecided: "",
  };
  return (
    <div className="answer" role="status">
      <p className="who-is">
        <PartyBadge party={party} label={partyWord(words, contract, party)} /> {names[party]}
      </p>
      <p>
        <Link to={`/role-sheets/${answer.roleSheetId}?revision=${proof.id}`}>
          {`${contracts.proof(proof.revisionNo)}　${answer.title}`}
        </Link>
        <br />
        {answer.what !== "" && `${contracts.proofWhat}：${answer.what}`}
      </p>
      <p>
        {contracts.proofFrom(formatDay(proof.effectiveFrom, language))}
        {hasLater && <span className="quiet block">{contracts.laterNote}</span>}
      </p>
    </div>
  );
}

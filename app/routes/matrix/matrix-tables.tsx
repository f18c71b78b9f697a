import { Link } from "@remix-run/react";
import { VerdictBadge } from "~/components/badges";
import { CellName } from "~/components/cell-name";
import { DataTable } from "~/components/data-table";
import { ScrollBox } from "~/components/scroll-box";
import { useWords } from "~/components/words";
import { decisionKinds } from "~/domain/decision";
import { clauseText } from "~/domain/guideline";
import { PAGE_SIZE } from "~/domain/list-query";
import { isGap, verdicts } from "~/domain/verdict";
import { verdictWord } from "~/messages/labels";
import { pageOf } from "./asked";
import type { MatrixPage } from "./route";

type Cell = MatrixPage["rows"][number]["cells"][number];

/** One requirement: a row each system, with the answers the verdict rests on. */
export function SystemRows({ page }: { page: MatrixPage }) {
  const { matrix: text, verdicts: names } = useWords();
  const cells = page.rows[0]?.cells ?? [];
  const rows = page.systems.map((system, at) => ({ system, cell: cells[at] }));
  const columns = ["system", "verdict", "answers", "decision"] as const;
  return (
    <section className="panel">
      <h2>
        {text.bySystem} <small>{`${clauseText(page.chosen)} ${page.chosen.summary}`}</small>
      </h2>
      <p className="counts">
        {verdicts.map((verdict) => (
          <span key={verdict}>
            {names[verdict].word}{" "}
            <b className="num">{cells.filter((each) => each.verdict === verdict).length}</b>
          </span>
        ))}
        <span>
          {text.none} <b className="num">{cells.filter((each) => each.verdict === null).length}</b>
        </span>
      </p>
      <DataTable
        caption={text.bySystem}
        columns={columns.map((name) => ({ name, label: text[name] }))}
        rows={pageOf(rows, page.state.page, PAGE_SIZE).map(({ system, cell }) => ({
          id: system.id,
          to: `/systems/${system.id}`,
          cells: {
            system: (
              <>
                {system.name}
                <span className="block quiet">{`${system.product}（${system.vendor}）`}</span>
              </>
            ),
            verdict: cell ? <Verdict cell={cell} page={page} /> : null,
            answers: cell ? <Answers cell={cell} /> : null,
            decision: cell ? <Decision cell={cell} /> : null,
          },
        }))}
      />
    </section>
  );
}

/** Every requirement of the edition against the systems of one vendor. */
export function VendorTable({ page }: { page: MatrixPage }) {
  const { matrix: text } = useWords();
  const vendor = page.vendors.find((each) => each.id === page.vendorId);
  const title = text.byVendor(vendor?.name ?? "");
  return (
    <section className="panel">
      <h2>{title}</h2>
      <ScrollBox label={title}>
        <table className="side-by-side pin">
          <thead>
            <tr>
              <th scope="col">{text.requirement}</th>
              {page.systems.map((each) => (
                <th key={each.id} scope="col">
                  {each.name}
                  <span className="quiet block">{each.product}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.rows.map(({ requirement, cells }) => (
              <tr key={requirement.key}>
                <th scope="row">
                  <span className="num">{clauseText(requirement)}</span> {requirement.summary}
                </th>
                {cells.map((cell, at) => (
                  <td key={page.systems[at]?.id ?? at}>
                    <Verdict cell={cell} page={page} />
                    <span className="block">
                      <Decision cell={cell} />
                    </span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

function Verdict({ cell, page }: { cell: Cell; page: MatrixPage }) {
  const words = useWords();
  const { matrix: text } = words;
  const [first] = cell.parts;
  if (cell.verdict === null || !first) return <span className="quiet">{text.none}</span>;
  const worst = cell.parts.find((each) => each.verdict === cell.verdict) ?? first;
  const { requirement } = page.state.filters;
  const asked = new URLSearchParams({ guideline: page.guideline.ref, show: "all" });
  if (requirement) asked.set("open", requirement);
  return (
    <>
      <Link to={`/assessments/${worst.disclosureId}?${asked}`}>
        <VerdictBadge verdict={cell.verdict} unmetAnswer={worst.unmetAnswer} />
      </Link>
      {worst.overridden && (
        <span className="block quiet">
          {text.overridden(
            worst.overridden.by,
            verdictWord(words, worst.overridden.computed, worst.unmetAnswer),
            worst.overridden.reason,
          )}
        </span>
      )}
    </>
  );
}

function Answers({ cell }: { cell: Cell }) {
  const { answers } = useWords();
  return cell.parts.flatMap((part) =>
    part.answers.map((each) => (
      <span key={`${part.disclosureId} ${each.no} ${each.cell}`} className="block">
        <span className="num">{each.no}</span> <b>{answerWord(answers, each.answer)}</b> {each.remark}{" "}
        <CellName cell={each.cell} />
      </span>
    )),
  );
}

const answerWord = (words: Readonly<Record<string, string>>, answer: string) => words[answer] ?? answer;

function Decision({ cell }: { cell: Cell }) {
  const { matrix: text, decisionKinds: words } = useWords();
  const kind = decisionKinds.find((each) => each === cell.decision);
  if (kind) return <span className="tag">{words[kind].word}</span>;
  return cell.verdict !== null && isGap(cell.verdict) ? <span className="late">{text.undecided}</span> : null;
}

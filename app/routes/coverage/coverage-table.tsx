import { Link } from "@remix-run/react";
import { Fragment } from "react";
import { PartyBadge } from "~/components/badges";
import { ScrollBox } from "~/components/scroll-box";
import { useWords } from "~/components/words";
import type { CoverageCell, CoverageRow } from "~/domain/coverage";
import { assertNever } from "~/domain/problem";
import { partyWord } from "~/routes/role-sheet/party-words";
import type { CoverageView } from "./route";

type Contract = CoverageView["contracts"][number];

/** Rows × contracts: nobody is hatched, two parties are outlined, a joint is a double line. */
export function CoverageTable({ page }: { page: CoverageView }) {
  const words = useWords();
  const { contracts, coverage } = page;
  const rows = page.only === "open" ? coverage.rows.filter(needsLook) : coverage.rows;
  const joined = jointPlaces(page);
  return (
    <section className="panel">
      <h2>
        {words.coverage.table} <small>{words.roles.rowsOf(rows.length)}</small>
      </h2>
      <ScrollBox label={words.coverage.table}>
        <table className="coverage pin wide coverage-of-day">
          <thead>
            <tr>
              <th scope="col">{words.roles.column.label}</th>
              {contracts.map((each, at) => (
                <th key={each.contractId} scope="col" className={joined.has(at) ? "joint" : undefined}>
                  <Link to={`/contracts/${each.contractId}`}>{each.title}</Link>
                  <span className="quiet block">{each.vendor}</span>
                  {joined.has(at) && <span className="tag">{words.coverage.joint}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <Fragment key={row.key}>
                {row.part !== rows[at - 1]?.part && (
                  <tr className="group">
                    <th scope="colgroup" colSpan={contracts.length + 1}>
                      {words.roles.part[row.part]}
                    </th>
                  </tr>
                )}
                <Row row={row} contracts={contracts} joined={joined} />
              </Fragment>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className="legend">{words.coverage.legend}</p>
    </section>
  );
}

const needsLook = (row: CoverageRow) =>
  row.isNobody || row.twice.length > 0 || row.cells.some((each) => each.kind === "nobody");

/** Places of contracts that meet the contract to their left. */
function jointPlaces({ contracts, joints }: CoverageView): Set<number> {
  const covers = (at: number, system: string) => contracts[at]?.systemIds.includes(system) ?? false;
  const places = contracts.keys();
  return new Set(
    [...places].filter((at) =>
      joints.some(
        ({ firstSystemId: a, secondSystemId: b }) =>
          (covers(at - 1, a) && covers(at, b)) || (covers(at - 1, b) && covers(at, a)),
      ),
    ),
  );
}

function Row(props: { row: CoverageRow; contracts: readonly Contract[]; joined: ReadonlySet<number> }) {
  const { coverage } = useWords();
  const { row, contracts, joined } = props;
  return (
    <tr>
      <th scope="row">
        {row.label}
        {row.isNobody && <b className="late block">{coverage.nobodyAtAll}</b>}
      </th>
      {contracts.map((contract, at) => {
        const cell = row.cells[at];
        if (!cell) return null;
        const isTwice = row.twice.includes(at);
        const classes = [
          cell.kind === "nobody" ? "gap" : "",
          isTwice ? "twice" : "",
          joined.has(at) ? "joint" : "",
        ].filter((each) => each !== "");
        return (
          <td key={contract.contractId} className={classes.join(" ")}>
            <Cell cell={cell} contract={contract} />
            {isTwice && <b className="block">{coverage.twiceHere}</b>}
          </td>
        );
      })}
    </tr>
  );
}

function Cell({ cell, contract }: { cell: CoverageCell; contract: Contract }) {
  const words = useWords();
  switch (cell.kind) {
    case "no-sheet":
      return <span className="quiet">{words.coverage.noSheet}</span>;
    case "no-row":
      return (
        <span className="quiet" title={cell.leftOutReason || undefined}>
          {cell.leftOutReason === "" ? words.coverage.noRow : words.coverage.leftOut}
        </span>
      );
    case "nobody":
      return <span>{words.coverage.nobody}</span>;
    case "party":
      return (
        <>
          <PartyBadge party={cell.party} label={partyWord(words, contract, cell.party)} />
          {cell.thirdPartyName !== "" && <span className="quiet block">{cell.thirdPartyName}</span>}
        </>
      );
    case "split":
      return cell.parties.map((each) => (
        <span key={each.sheet} className="block">
          <PartyBadge party={each.party} label={partyWord(words, contract, each.party)} />{" "}
          <span className="quiet">{each.sheet}</span>
        </span>
      ));
    default:
      return assertNever(cell);
  }
}

import { ScrollBox } from "~/components/scroll-box";
import { useWords } from "~/components/words";
import { weightKinds, weightPoints } from "~/domain/procurement";
import type { Compared } from "./route";

/** Every count of every candidate with its parts, and what a weight adds. */
export function Totals({ compared }: { compared: Compared }) {
  const { comparison } = useWords().procurements;
  const names = ["yes", "no", "notApplicable", "open", "notComparable"] as const;
  return (
    <section className="panel">
      <h2>
        {comparison.totals}{" "}
        <small>
          {weightKinds
            .map((each) => comparison.points(comparison.weights[each], weightPoints[each]))
            .join(" · ")}
        </small>
      </h2>
      <ScrollBox label={comparison.totals}>
        <table className="side-by-side pin">
          <thead>
            <tr>
              <th scope="col">{comparison.totals}</th>
              {compared.totals.map((each) => (
                <th key={each.candidateId} scope="col">
                  {each.name}
                  <span className="quiet block">{each.vendor}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.map((name) => (
              <tr key={name}>
                <th scope="row">{comparison.totalColumns[name]}</th>
                {compared.totals.map((each) => (
                  <td key={each.candidateId} className="num">
                    {each.counts[name]}
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">
                {comparison.totalColumns.points}
                <span className="quiet block">{comparison.pointsHelp}</span>
              </th>
              {compared.totals.map((each) => (
                <td key={each.candidateId} className="num">
                  {comparison.pointsOf(each.points.reached, each.points.possible)}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{comparison.totalColumns.mustOpen}</th>
              {compared.totals.map((each) => (
                <td key={each.candidateId}>{each.mustOpen.join("、") || "0"}</td>
              ))}
            </tr>
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

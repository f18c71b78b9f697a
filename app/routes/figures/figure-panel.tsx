import type { ReactNode } from "react";
import { ScrollBox } from "~/components/scroll-box";

/** One figure: what it counts in words, the chart, and the table beside it. */
export function FigurePanel(props: { title: string; what: string; children: ReactNode }) {
  return (
    <section className="panel">
      <h2>{props.title}</h2>
      <p className="panel-text quiet">{props.what}</p>
      <div className="figure-pair">{props.children}</div>
    </section>
  );
}

/** The numbers of a chart; the first cell of a row is its heading. */
export function FigureTable(props: {
  title: string;
  headings: readonly string[];
  rows: readonly (readonly string[])[];
}) {
  return (
    <ScrollBox label={props.title}>
      <table className="list">
        <caption className="sr">{props.title}</caption>
        <thead>
          <tr>
            {props.headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(([first, ...cells]) => (
            <tr key={first}>
              <th scope="row" className="num">
                {first}
              </th>
              {cells.map((cell, at) => (
                <td key={props.headings[at + 1]} className="num">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

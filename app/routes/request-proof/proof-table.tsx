import { useLoaderData } from "@remix-run/react";
import { ScrollBox } from "~/components/scroll-box";
import { useWords } from "~/components/words";
import { proofOf } from "~/domain/request-proof";
import type { ProofLoader } from "./route";

/** How often each thing happened, first and last, and by which way. */
export function ProofTable() {
  const { requests } = useWords();
  const { events } = useLoaderData<ProofLoader>();
  const own = requests.proof;
  return (
    <section className="panel">
      <h2>{own.summary}</h2>
      <ScrollBox label={own.summary}>
        <table className="list proof-summary">
          <caption className="sr">{own.summary}</caption>
          <tbody>
            {proofOf(events).map(({ line, count, first, last, channels }) => (
              <tr key={line}>
                <th scope="row">{own.rows[line]}</th>
                <td className="num nowrap">{count > 0 ? own.times(count) : own.none}</td>
                <td className="num">{first && last ? own.firstLast(first, last) : ""}</td>
                <td>{channels.map((each) => requests.channels[each]).join("・")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

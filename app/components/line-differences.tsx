import { changedWords } from "~/domain/changed-words";
import type { LineDifference } from "~/domain/paper-difference";
import { ChangedText } from "./changed-text";
import { ScrollBox } from "./scroll-box";
import { useWords } from "./words";

/** 新旧対照: only lines that differ, old and new beside each other, changed words marked. */
export function LineDifferences(props: { differences: readonly LineDifference[] }) {
  const { paperDifferences } = useWords();
  if (props.differences.length === 0) return <p className="panel-text quiet">{paperDifferences.none}</p>;
  return (
    <ScrollBox label={paperDifferences.title}>
      <table className="compared">
        <thead>
          <tr>
            <th scope="col">{paperDifferences.place}</th>
            <th scope="col">{paperDifferences.kind}</th>
            <th scope="col">{paperDifferences.old}</th>
            <th scope="col">{paperDifferences.next}</th>
          </tr>
        </thead>
        <tbody>
          {props.differences.map((each, at) => {
            const pieces = changedWords(each.old, each.next);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id; their order is what counts
              <tr key={at}>
                <th scope="row">{each.place === "" ? paperDifferences.front : each.place}</th>
                <td>{paperDifferences.kinds[each.kind]}</td>
                <td>{each.kind === "added" ? "−" : <ChangedText pieces={pieces.old} kind="del" />}</td>
                <td>{each.kind === "gone" ? "−" : <ChangedText pieces={pieces.next} kind="ins" />}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}

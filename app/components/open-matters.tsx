import type { OpenMatter } from "~/domain/renewal";
import { useWords } from "./words";

/** それまでに決めること: what the records of a contract leave open before its notice day; nothing when nothing is. */
export function OpenMatters({ matters }: { matters: readonly OpenMatter[] }) {
  const { contractRecords: text } = useWords();
  if (matters.length === 0) return null;
  return (
    <span className="block">
      {text.renewalColumns.matters}：{matters.map(({ kind, count }) => text.matters[kind](count)).join("・")}
    </span>
  );
}

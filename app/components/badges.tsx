import type { ReactNode } from "react";
import type { UnmetAnswer } from "~/domain/assessment";
import type { RowParty } from "~/domain/role-sheet";
import type { Verdict } from "~/domain/verdict";
import { useWords } from "./words";

/** What the disclosure says: shape and word first, colour only helps. The help stands in its title. */
export function VerdictBadge(props: { verdict: Verdict; unmetAnswer?: UnmetAnswer | null }) {
  const { verdict, unmetAnswer } = props;
  const { verdicts, unmetWords } = useWords();
  const { word, help } = unmetAnswer && verdict === "unmet" ? unmetWords[unmetAnswer] : verdicts[verdict];
  return (
    <span className={`verdict ${verdict}`} title={help}>
      {word}
    </span>
  );
}

const partyClasses: Record<RowParty, string> = {
  hospital: "kou",
  vendor: "otsu",
  both: "both",
  "third-party": "third",
  undecided: "nobody",
};

/** Who does it; `label` is the contract's own word (甲, 受注者 …) where there is one. */
export function PartyBadge({ party, label }: { party: RowParty; label?: string }) {
  const words = useWords();
  return <span className={`party ${partyClasses[party]}`}>{label ?? words.parties[party]}</span>;
}

/** A plain word in a frame: a state, a kind. Never the only carrier of a meaning by colour. */
export function Tag({ children }: { children: ReactNode }) {
  return <span className="tag">{children}</span>;
}

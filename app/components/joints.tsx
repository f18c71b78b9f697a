import { Link } from "@remix-run/react";
import type { Day } from "~/domain/day";
import type { JointParty } from "~/domain/role-records";
import type { Words } from "~/messages/words";
import { sinceText } from "./entry-history";
import { ScrollBox } from "./scroll-box";
import { useLanguage, useWords } from "./words";

type Side = { system: string; contracts: readonly { vendor: string }[] };
export type JointInTable = {
  id: string;
  what: string;
  party: JointParty;
  thirdPartyName: string;
  emergencyParty: JointParty;
  note: string;
  effectiveFrom: Day;
  first: Side;
  second: Side;
};

/** 接合部の担当 in words: the vendor's own name where a contract on that side is known; "" = nobody settled it. */
export function jointPartyName(
  words: Words,
  joint: Pick<JointInTable, "first" | "second" | "thirdPartyName">,
  code: JointParty,
): string {
  const vendorsOf = (side: Side) => [...new Set(side.contracts.map((each) => each.vendor))].join("・");
  const names = words.coverage.jointParties;
  switch (code) {
    case "undecided":
      return "";
    case "first-vendor":
      return vendorsOf(joint.first) || names[code];
    case "second-vendor":
      return vendorsOf(joint.second) || names[code];
    case "third-party":
      return joint.thirdPartyName || names[code];
    default:
      return names[code];
  }
}

/** その日の接合部: where systems met and who looked after the place between, each with the way to its record. */
export function JointTable({ joints }: { joints: readonly JointInTable[] }) {
  const words = useWords();
  const { coverage } = words;
  return (
    <ScrollBox label={coverage.joints}>
      <table className="list">
        <caption className="sr">{coverage.joints}</caption>
        <thead>
          <tr>
            {[
              coverage.between,
              coverage.jointWhat,
              coverage.jointParty,
              coverage.jointEmergency,
              words.entries.thenColumns.since,
            ].map((each) => (
              <th key={each} scope="col">
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {joints.map((each) => (
            <JointRow key={each.id} joint={each} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function JointRow({ joint }: { joint: JointInTable }) {
  const words = useWords();
  const language = useLanguage();
  const { coverage } = words;
  const side = (each: Side) => (
    <span className="block">
      <b>{each.system}</b>{" "}
      <span className="quiet">
        {each.contracts.map((one) => one.vendor).join("、") || coverage.noContract}
      </span>
    </span>
  );
  const party = (code: JointParty) =>
    jointPartyName(words, joint, code) || <b className="late">{coverage.nobody}</b>;
  return (
    <tr>
      <th scope="row">
        {side(joint.first)}
        {side(joint.second)}
      </th>
      <td>
        <Link to={`/joints/${joint.id}`}>{joint.what}</Link>
        {joint.note !== "" && <span className="quiet block">{joint.note}</span>}
      </td>
      <td>{party(joint.party)}</td>
      <td>{party(joint.emergencyParty)}</td>
      <td className="num">{sinceText(words, language, joint.effectiveFrom)}</td>
    </tr>
  );
}

import { jointPartyName } from "~/components/joints";
import type { CoverageCell } from "~/domain/coverage";
import { assertNever } from "~/domain/problem";
import type { Words } from "~/messages/words";
import { type Labels, partyWord } from "~/routes/role-sheet/party-words";
import type { showCoverage } from "~/use-cases/coverage.server";

type Shown = Extract<Awaited<ReturnType<typeof showCoverage>>, { ok: true }>["value"];
type Line = Record<string, string>;

/** Headings of the file: what a line is about, whether somebody is missing, who bears a joint, a column each contract. */
export function coverageHeadings(words: Words, contracts: Shown["contracts"]) {
  const { coverage, roles, overTime } = words;
  return [
    { key: "kind", heading: overTime.inCharge.kind },
    { key: "no", heading: roles.column.no },
    { key: "label", heading: roles.column.label, width: 40 },
    { key: "state", heading: coverage.state },
    { key: "jointParty", heading: `${coverage.joint} ${coverage.jointParty}` },
    { key: "jointEmergency", heading: `${coverage.joint} ${coverage.jointEmergency}` },
    ...contracts.map((each) => ({ key: each.contractId, heading: `${each.title}（${each.vendor}）` })),
  ];
}

/** Everything the page shows, a line each: items against the contracts, then the joints between systems. */
export function coverageLines(words: Words, shown: Shown): Line[] {
  const { contracts, coverage, joints } = shown;
  const { kinds } = words.overTime.inCharge;
  const rows = coverage.rows.map(
    (row): Line => ({
      kind: kinds.row,
      no: row.no,
      label: row.label,
      state: row.isNobody ? words.coverage.nobody : row.twice.length > 0 ? words.coverage.twice : "",
      jointParty: "",
      jointEmergency: "",
      ...Object.fromEntries(
        contracts.map((each, at) => [
          each.contractId,
          wordOf(words, each, row.cells[at] ?? { kind: "no-sheet" }),
        ]),
      ),
    }),
  );
  return [...rows, ...joints.map((each) => jointLine(words, shown, each))];
}

/** A joint; under each contract the systems of the joint that it covers. */
function jointLine(words: Words, shown: Shown, joint: Shown["joints"][number]): Line {
  const { nobody } = words.coverage;
  const party = jointPartyName(words, joint, joint.party);
  const emergency = jointPartyName(words, joint, joint.emergencyParty);
  const open = shown.situation === "emergency" ? emergency : party;
  const sides = [joint.first, joint.second];
  return {
    kind: words.overTime.inCharge.kinds.joint,
    no: "",
    label: `${joint.first.system} ↔ ${joint.second.system}：${joint.what}`,
    state: open === "" ? nobody : "",
    jointParty: party || nobody,
    jointEmergency: emergency || nobody,
    ...Object.fromEntries(
      shown.contracts.map(({ contractId }) => [
        contractId,
        sides
          .filter((side) => side.contracts.some((each) => each.contractId === contractId))
          .map((side) => side.system)
          .join("、"),
      ]),
    ),
  };
}

function wordOf(words: Words, labels: Labels, cell: CoverageCell): string {
  const { coverage } = words;
  const named = (each: { party: Parameters<typeof partyWord>[2]; thirdPartyName: string }) =>
    [partyWord(words, labels, each.party), each.thirdPartyName].filter((part) => part !== "").join(" ");
  switch (cell.kind) {
    case "no-sheet":
      return coverage.noSheet;
    case "no-row":
      return cell.leftOutReason === "" ? coverage.noRow : `${coverage.leftOut}：${cell.leftOutReason}`;
    case "nobody":
      return coverage.nobody;
    case "party":
      return named(cell);
    case "split":
      return cell.parties.map((each) => `${named(each)}（${each.sheet}）`).join("、");
    default:
      return assertNever(cell);
  }
}

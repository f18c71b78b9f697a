import { Link } from "@remix-run/react";
import type { Bearer, BearerProof, Bearers } from "~/domain/bearer";
import { formatDay } from "~/messages/days";
import type { Words } from "~/messages/words";
import { useLanguage, useWords } from "./words";

/** Names that fit into one line. */
const NAMES = 4;

/** Who bears an item, in one line: names, 担当なし, or 対応付けなし, which is not the same. */
export function BearersShort({ of }: { of: Bearers | undefined }) {
  const { bearers } = useWords();
  if (!of || of.kind === "not-mapped") return <span className="quiet">{bearers.notMapped}</span>;
  if (of.kind === "nobody") return <b className="late">{bearers.nobody}</b>;
  const names = of.bearers.slice(0, NAMES).map((each) => nameOfBearer(bearers, each));
  return (
    <>
      {names.join(bearers.separator)}
      {of.bearers.length > NAMES && ` ${bearers.others(of.bearers.length - NAMES)}`}
      {of.open > 0 && <span className="late block">{bearers.open(of.open)}</span>}
    </>
  );
}

/** The same with what it stands on: contract, sheet, revision, row and the line of the mapping. */
export function BearersProof({ of }: { of: Bearers | undefined }) {
  const { bearers, coverage } = useWords();
  if (!of || of.kind === "not-mapped")
    return (
      <>
        <p>{bearers.notMappedWhy}</p>
        <p>
          <Link to="/catalogues/relations">{bearers.toMap}</Link>
        </p>
      </>
    );
  return (
    <>
      {of.kind === "nobody" && <p>{bearers.nobodyWhy[of.why]}</p>}
      <ul className="plain-list bearer-proofs">
        {of.proofs.map((each) => (
          <Proof key={`${each.revisionId} ${each.rowKey} ${each.tie.line}`} proof={each} />
        ))}
      </ul>
      {of.more > 0 && (
        <p>
          {bearers.moreRows(of.more)} <Link to="/coverage">{coverage.title}</Link>
        </p>
      )}
    </>
  );
}

/** Folded, for tables: the short line opens to its proof. */
export function BearersCell({ of }: { of: Bearers | undefined }) {
  return (
    <details className="bearers">
      <summary>
        <BearersShort of={of} />
      </summary>
      <BearersProof of={of} />
    </details>
  );
}

function Proof({ proof }: { proof: BearerProof }) {
  const { bearers } = useWords();
  const language = useLanguage();
  const day = formatDay(proof.effectiveFrom, language);
  return (
    <li>
      <Link to={`/role-sheets/${proof.roleSheetId}?revision=${proof.revisionId}`}>
        {bearers.sheet(proof.contractNumber, proof.title, proof.revisionNo, day)}
      </Link>
      <span className="block">{bearers.row(proof.no, proof.label)}</span>
      <b className={saysNobody(proof) ? "late block" : "block"}>{said(bearers, proof)}</b>
      {proof.what !== "" && <span className="block">{proof.what}</span>}
      <span className="quiet block">
        {bearers.mapping(proof.tie.reason)}{" "}
        <Link to={`/catalogues/${encodeURIComponent(proof.tie.mapping)}`}>{bearers.mappingLink}</Link>
      </span>
    </li>
  );
}

type Own = Words["bearers"];
const saysNobody = (proof: BearerProof) => proof.leftOutReason === "" && proof.party === "undecided";

function said(bearers: Own, proof: BearerProof): string {
  if (proof.leftOutReason !== "") return bearers.leftOut(proof.leftOutReason);
  const normal = bearers.says(partyOf(bearers, proof, proof.party));
  const { emergencyParty } = proof;
  if (emergencyParty === "" || emergencyParty === "same") return normal;
  return `${normal}　${bearers.emergency(partyOf(bearers, proof, emergencyParty))}`;
}

function partyOf(bearers: Own, proof: BearerProof, party: BearerProof["party"]): string {
  if (party === "undecided") return bearers.undecided;
  const name = party === "third-party" ? proof.thirdPartyName : proof.vendorName;
  return nameOfBearer(bearers, { party, name });
}

function nameOfBearer(bearers: Own, { party, name }: Bearer): string {
  switch (party) {
    case "hospital":
      return bearers.hospital;
    case "vendor":
      return name;
    case "both":
      return bearers.withVendor(name);
    case "third-party":
      return name || bearers.unnamed;
  }
}

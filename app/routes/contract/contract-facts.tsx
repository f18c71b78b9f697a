import { Link } from "@remix-run/react";
import { Tag } from "~/components/badges";
import { Facts } from "~/components/facts";
import { HelpTip } from "~/components/help-tip";
import { useLanguage, useWords } from "~/components/words";
import type { Language } from "~/domain/scope";
import { formatDay } from "~/messages/days";
import { optionLabel } from "~/messages/labels";
import type { Words } from "~/messages/words";
import type { ContractPage } from "./page.server";

/** Period with its state, renewal with the last day of notice, labels, systems, who updates the servers. */
export function ContractFacts({ page }: { page: ContractPage }) {
  const words = useWords();
  const language = useLanguage();
  const { contracts, procurements } = words;
  const { contract, noticeOn, origin } = page;
  const renewal = optionLabel(words, "contract", "renewal", contract.renewal);
  const notice = noticeOn ? contracts.notice(formatDay(noticeOn, language)) : contracts.noNotice;
  return (
    <Facts
      facts={[
        {
          label: contracts.period,
          value: (
            <>
              {periodText(words, language, page)} {page.state && <Tag>{contracts.states[page.state]}</Tag>}
            </>
          ),
        },
        { label: contracts.renewal, value: `${renewal}（${notice}）` },
        {
          label: contracts.labels,
          value: contracts.labelsText(contract.hospitalLabel, contract.vendorLabel),
        },
        { label: contracts.kind, value: optionLabel(words, "contract", "kind", contract.kind) },
        { label: contracts.systems, value: <Systems page={page} /> },
        { label: contracts.bearers, value: <Bearers page={page} /> },
        {
          label: contracts.signedOn,
          value: contract.signedOn ? formatDay(contract.signedOn, language) : words.forms.notGiven,
        },
        {
          label: words.nouns.vendor.one,
          value: <Link to={`/vendors/${contract.vendorId}`}>{contract.vendorName}</Link>,
        },
        ...(origin === null
          ? []
          : [
              {
                label: procurements.fromCase,
                value: (
                  <>
                    <Link to={`/procurements/${origin.id}`}>{origin.title}</Link>
                    <span className="quiet block">{`${procurements.reason}：${origin.reason}`}</span>
                  </>
                ),
              },
            ]),
      ]}
    />
  );
}

function periodText(words: Words, language: Language, { period }: ContractPage): string {
  const { contracts } = words;
  if (period === null) return contracts.states.undated;
  const from = period.inForceFrom ? formatDay(period.inForceFrom, language) : contracts.noStart;
  const to = period.inForceTo ? formatDay(period.inForceTo, language) : contracts.noEnd;
  return contracts.periodText(from, to);
}

function Systems({ page }: { page: ContractPage }) {
  const { contracts } = useWords();
  return (
    <>
      {page.systems.length === 0 && contracts.noSystems}
      {page.systems.map((system, at) => (
        <span key={system.id}>
          {at > 0 && "、"}
          <Link to={`/systems/${system.id}`}>{system.name}</Link>
        </span>
      ))}
      {page.mayEdit && (
        <span className="block">
          <Link className="quiet" to={`/contracts/${page.contract.id}/systems`}>
            {contracts.cover}
          </Link>
        </span>
      )}
    </>
  );
}

function Bearers({ page }: { page: ContractPage }) {
  const { contracts } = useWords();
  const { vendor, hospital, unclear } = page.bearers;
  const isNone = vendor + hospital + unclear === 0;
  return (
    <>
      {isNone ? contracts.noServers : contracts.bearersText(vendor, hospital, unclear)}{" "}
      <HelpTip>{contracts.bearersHelp}</HelpTip>
    </>
  );
}

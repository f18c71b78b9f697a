import { Tag } from "~/components/badges";
import { DataTable } from "~/components/data-table";
import { OpenMatterList } from "~/components/open-matters";
import { useLanguage, useWords } from "~/components/words";
import { formatDay } from "~/messages/days";
import { optionLabel } from "~/messages/labels";
import type { RenewalsPage } from "./route";

/** Contracts by notice day, each with its alarm and what is to be settled before. */
export function RenewalTable({ page }: { page: RenewalsPage }) {
  const words = useWords();
  const language = useLanguage();
  const { contractRecords: text } = words;
  const names = ["contract", "vendor", "noticeOn", "inForceTo", "renewal", "alarm", "matters"] as const;
  return (
    <section className="panel">
      <DataTable
        caption={text.renewalsTitle}
        columns={names.map((name) => ({
          name,
          label: text.renewalColumns[name],
          isWhole: name === "renewal" || name === "alarm",
        }))}
        rows={page.rows.map((each) => ({
          id: each.id,
          to: `/contracts/${each.id}`,
          cells: {
            contract: each.name,
            vendor: each.about,
            noticeOn: (
              <>
                {each.noticeOn ? formatDay(each.noticeOn, language) : words.contracts.noNotice}
                {each.expected?.noticeOn && (
                  <span className="block">
                    {text.expectedNotice(formatDay(each.expected.noticeOn, language))}
                  </span>
                )}
              </>
            ),
            inForceTo: (
              <>
                {formatDay(each.inForceTo, language)}
                {each.expected && (
                  <span className="block">
                    {text.expectedEnd(formatDay(each.expected.inForceTo, language))}
                  </span>
                )}
                {each.nextEnd && !each.expected && (
                  <span className="quiet block">{text.nextEnd(formatDay(each.nextEnd, language))}</span>
                )}
              </>
            ),
            renewal: optionLabel(words, "contract", "renewal", each.kind),
            alarm: <Tag>{text.alarms[each.alarm]}</Tag>,
            matters:
              each.matters.length === 0 ? (
                <span className="quiet">{text.nothingOpen}</span>
              ) : (
                <OpenMatterList contractId={each.id} matters={each.matters} />
              ),
          },
        }))}
      />
    </section>
  );
}

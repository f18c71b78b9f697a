import { Link } from "@remix-run/react";
import { useLanguage, useWords } from "~/components/words";
import { dayInTokyo } from "~/domain/day";
import type { FormId } from "~/domain/questionnaire";
import { formatDay } from "~/messages/days";
import type { DisclosurePage } from "./disclosure-page.server";

type SameFile = { id: string; form: FormId; issuedOn: string };

/** What a reader must know first: just saved, not the current one, withdrawn. */
export function DisclosureNotes({ page }: { page: DisclosurePage & { sameFile: SameFile[] } }) {
  const { disclosures, formNames } = useWords();
  const language = useLanguage();
  const { disclosure, current } = page;
  const others = page.sameFile.filter((each) => each.id !== disclosure.id);
  return (
    <>
      {page.isJustSaved && (
        <p className="note good" role="status">
          {disclosures.saved}
        </p>
      )}
      {page.isJustSaved && others.length > 0 && (
        <p className="note">
          {disclosures.sameFile}：
          {others.map((each) => (
            <Link key={each.id} to={`/disclosures/${each.id}?saved=1`}>
              {formNames[each.form]} {each.issuedOn}{" "}
            </Link>
          ))}
        </p>
      )}
      {disclosure.withdrawnReason !== null && disclosure.withdrawnAt !== null && (
        <p className="note stop">
          <b>{disclosures.withdrawnNote(formatDay(dayInTokyo(disclosure.withdrawnAt), language))}</b>{" "}
          {disclosures.reason}：{disclosure.withdrawnReason}
        </p>
      )}
      {disclosure.withdrawnReason === null && current && current.id !== disclosure.id && (
        <p className="note warn">
          {disclosures.notCurrent} <Link to={`/disclosures/${current.id}`}>{disclosures.openCurrent}</Link>
        </p>
      )}
    </>
  );
}

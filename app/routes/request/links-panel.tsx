import { Form } from "@remix-run/react";
import { ConfirmPanel } from "~/components/confirm-panel";
import { CopyText } from "~/components/copy-text";
import { DataTable } from "~/components/data-table";
import { useWords } from "~/components/words";
import { isClosed } from "~/domain/request-state";
import { formatMoment } from "~/messages/days";
import type { RequestAnswered, RequestData } from "./route";

/** 事業者のリンク: made by hand and shown once, listed without themselves, ended all at once. */
export function LinksPanel({ page, answered }: { page: RequestData; answered: RequestAnswered }) {
  const words = useWords();
  const own = words.requests.page;
  const mayMake = page.can.edit && !isClosed(page.request.state);
  const hasLive = page.links.some((each) => each.revokedAt === null && !each.isOver);
  return (
    <section className="panel" id="links">
      <h2>{own.links}</h2>
      <p className="panel-text quiet">{own.linksWhat}</p>
      {answered?.link && (
        <div className="note good panel-text" role="status">
          <p>{own.made}</p>
          <CopyText label={own.links} text={answered.link.url} />
          <p className="quiet">{own.linkUntil(formatMoment(answered.link.expiresAt))}</p>
        </div>
      )}
      {mayMake && (
        <Form method="post" action="#links" className="panel-text">
          <button type="submit" name="intent" value="make-link" className="button small">
            {own.makeLink}
          </button>
        </Form>
      )}
      {page.links.length === 0 ? (
        <p className="panel-text quiet">{own.noLinks}</p>
      ) : (
        <DataTable
          caption={own.links}
          columns={[
            { name: "madeAt", label: own.linkMadeAt },
            { name: "scope", label: own.linkScope },
            { name: "state", label: own.linkState },
          ]}
          rows={page.links.map((link, at) => ({
            id: `${at}`,
            cells: {
              madeAt: <span className="num">{formatMoment(link.createdAt)}</span>,
              scope: link.sections === null ? own.linkAll : own.linkSections(link.sections),
              state: link.revokedAt
                ? own.linkRevoked
                : link.isOver
                  ? own.linkOver
                  : own.linkUntil(formatMoment(link.expiresAt)),
            },
          }))}
        />
      )}
      {page.can.edit && hasLive && (
        <ConfirmPanel
          title={own.revokeLinks}
          what={own.revokeLinksWhat}
          fields={{ intent: "revoke-links" }}
          button={own.revokeLinks}
        />
      )}
    </section>
  );
}

import { Form } from "@remix-run/react";
import { ConfirmPanel } from "~/components/confirm-panel";
import { DataTable } from "~/components/data-table";
import { useWords } from "~/components/words";
import { formatMoment } from "~/messages/days";
import type { AccountData } from "./route";

/** サインイン中の端末: each can be signed out; this one by signing out. */
export function SessionsPanel({ page }: { page: AccountData }) {
  const { signIn } = useWords();
  return (
    <section className="panel">
      <h2>{signIn.sessions}</h2>
      <DataTable
        caption={signIn.sessionsCaption}
        columns={[
          { name: "browser", label: signIn.browser },
          { name: "address", label: signIn.address },
          { name: "factor", label: signIn.factor },
          { name: "since", label: signIn.since },
          { name: "seen", label: signIn.lastSeen },
          { name: "end", label: signIn.endSession },
        ]}
        rows={page.sessions.map((each) => ({
          id: each.handle,
          cells: {
            browser: each.browser || signIn.unknownBrowser,
            address: <span className="num">{each.address}</span>,
            factor: signIn.factorNames[each.factor],
            since: <span className="num">{formatMoment(each.createdAt)}</span>,
            seen: <span className="num">{each.lastSeenAt ? formatMoment(each.lastSeenAt) : ""}</span>,
            end: each.isThis ? (
              <span className="tag">{signIn.thisBrowser}</span>
            ) : (
              <EndSession handle={each.handle} />
            ),
          },
        }))}
      />
      {page.sessions.length > 1 && (
        <div className="panel-text">
          <ConfirmPanel
            title={signIn.endOthers}
            what={signIn.endSessionsWhat}
            fields={{ intent: "sessions" }}
            button={signIn.endOthers}
          />
        </div>
      )}
    </section>
  );
}

function EndSession({ handle }: { handle: string }) {
  const { signIn } = useWords();
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="sessions" />
      <input type="hidden" name="handle" value={handle} />
      <button type="submit" className="button small">
        {signIn.endSession}
      </button>
    </Form>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Facts } from "~/components/facts";
import { useLanguage, useWords } from "~/components/words";
import { problem } from "~/domain/problem";
import { redirectTo, refuse, reply } from "~/http.server";
import { formatDay } from "~/messages/days";
import { pageTitle } from "~/page-title";
import { enterLink } from "~/use-cases/vendor-entry.server";
import { deskPath, findDeskLink, keepDesk } from "~/vendor-visit.server";

export const meta = pageTitle((words) => words.vendorDesk.link.title);

/** Looking changes nothing. A link that does not open counts as a try; too many close the door for a while. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const tries = `link ${context.remoteAddress}`;
  if (!(await context.hasTries(tries))) throw refuse([problem("too-many-attempts")]);
  const found = await findDeskLink(context, params.token ?? "");
  if (found) return reply({ link: found.link });
  await context.countTry(tries);
  return reply({ link: null }, { status: 404 });
}

/** 「開く」: the link becomes a session of this browser, and the address becomes a clean one. */
export async function action({ context, params }: ActionFunctionArgs) {
  const tries = `link ${context.remoteAddress}`;
  if (!(await context.hasTries(tries))) throw refuse([problem("too-many-attempts")]);
  const token = params.token ?? "";
  const found = await findDeskLink(context, token);
  const entered = found && (await enterLink(found.ports, token, context.remoteAddress));
  if (!entered?.ok) {
    await context.countTry(tries);
    return reply({ link: null }, { status: 404 });
  }
  const headers = { "Set-Cookie": await keepDesk(context, entered.value) };
  return redirectTo(deskPath(entered.value.requestId), { headers });
}

export default function VendorLink() {
  const { link: words } = useWords().vendorDesk;
  const { link } = useLoaderData<typeof loader>();
  return link ? (
    <Door {...link} />
  ) : (
    <div className="stack error-page">
      <h1>{words.overTitle}</h1>
      <div className="note stop">
        <p>
          <b>{words.overWhat}</b>
        </p>
        <p>{words.overNext}</p>
      </div>
    </div>
  );
}

function Door(props: { hospital: string; title: string; dueOn: string }) {
  const { link: words } = useWords().vendorDesk;
  const language = useLanguage();
  return (
    <div className="stack desk-door">
      <h1>{words.from(props.hospital)}</h1>
      <Facts
        facts={[
          { label: words.asks, value: props.title, isWide: true },
          { label: words.due, value: <span className="num">{formatDay(props.dueOn, language)}</span> },
        ]}
      />
      <p>{words.lead}</p>
      {/* why a plain form: the page behind it has another address and a cookie of its own. */}
      <form method="post">
        <button type="submit" className="button primary big">
          {words.open}
        </button>
      </form>
    </div>
  );
}

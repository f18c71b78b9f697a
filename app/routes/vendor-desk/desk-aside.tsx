import { Link, useLocation, useSearchParams } from "@remix-run/react";
import { useWords } from "~/components/words";
import type { Desk } from "./desk";

/** Sections with their progress, and the other ways to answer. */
export function DeskAside({ desk }: { desk: Desk }) {
  const words = useWords();
  const { roleProposals } = words;
  const { nav, head, workbook } = words.vendorDesk;
  const { path, isEditable, isColleague, form } = desk;
  const isSubmitted = !["waiting", "opened"].includes(desk.request.state);
  return (
    <aside className="stack desk-aside">
      <Sections desk={desk} />
      {!isColleague && isEditable && form.kind === "disclosure" && (
        <section className="panel door-small">
          <h2>{nav.workbook}</h2>
          <p>{workbook.lead}</p>
          <p>
            <Link className="button" to={`${path}/workbook`}>
              {nav.workbook}
            </Link>
          </p>
        </section>
      )}
      {desk.hasOfficialFile && (
        <ul className="desk-links">
          <DeskLink to={`${path}/official`} label={words.writeBack.desk.button} />
        </ul>
      )}
      {form.kind === "role-sheet" && (
        <ul className="desk-links">
          <DeskLink to={`${path}/proposals`} label={roleProposals.toDesk} />
        </ul>
      )}
      {!isColleague && (
        <ul className="desk-links">
          {isEditable && <DeskLink to={`${path}/submit`} label={nav.submit} />}
          <DeskLink to={`${path}/questions`} label={nav.questions} />
          {isEditable && <DeskLink to={`${path}/pass-on`} label={nav.passOn} />}
          {isEditable && <DeskLink to={`${path}/refuse`} label={nav.refuse} />}
          {isSubmitted && <DeskLink to={`${path}/receipt`} label={nav.receipt} />}
        </ul>
      )}
      <p className="quiet">{isColleague ? head.colleague : head.noLogin}</p>
      <form method="post" action={`${path}/leave`}>
        <button type="submit" className="button text">
          {nav.leave}
        </button>
      </form>
    </aside>
  );
}

function DeskLink({ to, label }: { to: string; label: string }) {
  const isHere = useLocation().pathname === to;
  return (
    <li>
      <Link to={to} aria-current={isHere ? "page" : undefined}>
        {label}
      </Link>
    </li>
  );
}

function Sections({ desk }: { desk: Desk }) {
  const { head } = useWords().vendorDesk;
  const [params] = useSearchParams();
  const isHere = useLocation().pathname.replace(/\/$/, "") === desk.path;
  const current = Number(params.get("section") ?? "1");
  return (
    <section className="panel">
      <h2>{head.sections}</h2>
      <ol className="sections">
        {desk.sections.map((each, at) => {
          const isDone = each.answered === each.total;
          return (
            <li key={each.section}>
              <Link
                to={`${desk.path}?section=${at + 1}`}
                aria-current={isHere && current === at + 1 ? "true" : undefined}
              >
                <span>{each.section}</span>
                <span className={isDone ? "num done" : "num"}>
                  {each.answered}／{each.total}
                </span>
              </Link>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { Sourced } from "~/components/sourced";
import { useWords } from "~/components/words";
import { applicabilityAddress } from "./address";
import type { ApplicabilityData } from "./route";

/** For the chosen system: the volumes to read, and every item that falls away with its reason. */
export function ExcludedRows({ page }: { page: ApplicabilityData }) {
  const { comparing, lists } = useWords();
  const { applicability: text, route } = comparing;
  const system = page.systems.find((each) => each.id === page.chosen?.id);
  if (!page.chosen || !system) return null;
  const { counts } = system;
  return (
    <section className="panel">
      <h2>
        {page.chosen.name} <small>{text.excluded}</small>
      </h2>
      <p className="panel-text">
        {text.sum(system.total, counts.applies, counts["through-contract"], counts["other-volume"])}
      </p>
      <ul className="plain-list panel-text" aria-label={text.volumes}>
        {page.chosen.volumes.map(({ volume, isToRead }) => (
          <li key={volume}>
            {volume}：{isToRead ? text.toRead : text.notToRead}
          </li>
        ))}
      </ul>
      {page.route !== null && (
        <p className="panel-text">
          {route.results[page.route]} <Link to="/maintenance-route">{text.toRoute}</Link>
        </p>
      )}
      {page.groups.length === 0 && <p className="panel-text">{text.excludedNone}</p>}
      {page.groups.map((group) => (
        <Group key={group.name} group={group} isOfficialTextLoaded={page.isOfficialTextLoaded} />
      ))}
      <Paging page={page} labels={lists} />
    </section>
  );
}

function Group(props: { group: ApplicabilityData["groups"][number]; isOfficialTextLoaded: boolean }) {
  const { applicability: text } = useWords().comparing;
  const { group } = props;
  const names = ["clause", "summary"] as const;
  return (
    <>
      <h3 className="panel-text">{text.rowStates[group.state]}</h3>
      <ul className="plain-list panel-text">
        {group.state === "other-volume" && <li>{text.otherVolumeReason}</li>}
        {group.reasons.map((fact) => (
          <li key={fact.key}>
            <Sourced fact={fact} isOfficialTextLoaded={props.isOfficialTextLoaded} />
          </li>
        ))}
      </ul>
      <DataTable
        caption={captionOf(text.rowStates[group.state], group.rows)}
        columns={names.map((name) => ({ name, label: text.rowColumns[name], isWhole: name === "clause" }))}
        rows={group.rows.map((row) => ({
          id: row.key,
          cells: { clause: row.clause, summary: row.summary },
        }))}
      />
    </>
  );
}

/** Several groups may share a state: the clauses they run over tell their tables apart. */
function captionOf(state: string, rows: readonly { clause: string }[]): string {
  const [first, last] = [rows[0]?.clause ?? "", rows.at(-1)?.clause ?? ""];
  return `${state} ${first === last ? first : `${first}〜${last}`}`.trim();
}

function Paging(props: {
  page: ApplicabilityData;
  labels: { pages: string; previous: string; next: string };
}) {
  const { applicability: text } = useWords().comparing;
  const { paging, ref, chosen } = props.page;
  if (paging.pages === 1) return null;
  const to = (page: number) => applicabilityAddress({ ref, system: chosen?.id, page });
  return (
    <nav className="pager panel-text" aria-label={props.labels.pages}>
      <span className="num">{text.range(paging.from, paging.to, paging.total)}</span>
      {paging.page > 1 && <Link to={to(paging.page - 1)}>{props.labels.previous}</Link>}
      {paging.page < paging.pages && <Link to={to(paging.page + 1)}>{props.labels.next}</Link>}
    </nav>
  );
}

import { Link } from "@remix-run/react";
import { Tag } from "~/components/badges";
import { useWords } from "~/components/words";
import { MAX_LEVELS } from "~/domain/subcontractor";
import type { SubcontractorsPage } from "./page.server";

type Placed = SubcontractorsPage["placed"][number];

/** 再委託の木: who works for whom, as nested lists that a screen reader counts. */
export function SubcontractorTree({ page }: { page: SubcontractorsPage }) {
  const { contractRecords: text } = useWords();
  return (
    <section className="panel">
      <h2>{text.treeTitle}</h2>
      <ul className="tree">
        <li>
          <b>{page.head.vendorName}</b>
          <Branch page={page} parentId={null} level={1} />
        </li>
      </ul>
    </section>
  );
}

function Branch(props: { page: SubcontractorsPage; parentId: string | null; level: number }) {
  const { page, parentId, level } = props;
  const ids = new Set(page.placed.map((each) => each.id));
  const own = page.placed.filter((each) => {
    const parent = each.parentId !== null && ids.has(each.parentId) ? each.parentId : null;
    return parent === parentId && each.level === level;
  });
  if (own.length === 0) return null;
  return (
    <ul>
      {own.map((each) => (
        <li key={each.id}>
          <Member each={each} page={page} />
          <Branch page={page} parentId={each.id} level={level + 1} />
        </li>
      ))}
    </ul>
  );
}

function Member({ each, page }: { each: Placed; page: SubcontractorsPage }) {
  const { contractRecords: text, entries } = useWords();
  const { head } = page;
  return (
    <>
      {head.mayEdit ? <Link to={`/subcontractors/${each.id}/edit`}>{each.name}</Link> : <b>{each.name}</b>}{" "}
      <span className="quiet">{text.level(each.level)}</span> {each.work}{" "}
      {each.use !== "in-use" && <Tag>{entries.uses[each.use]}</Tag>}
      {each.isDetached && <Tag>{entries.detached}</Tag>}
      {each.concerns.map((concern) => (
        <Tag key={concern}>{text.concerns[concern]}</Tag>
      ))}
      {head.mayEdit && each.level < MAX_LEVELS && (
        <Link
          className="quiet block"
          to={`/contracts/${head.id}/subcontractors/new?parentId=${each.id}`}
          aria-label={text.addBelow(each.name)}
        >
          {text.addSubcontractor}
        </Link>
      )}
    </>
  );
}

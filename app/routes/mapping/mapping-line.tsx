import { Form } from "@remix-run/react";
import { Tag } from "~/components/badges";
import { useWords } from "~/components/words";
import { LineItems } from "~/routes/relations/line-frame";
import { LineFields } from "./line-fields";
import type { MappingPage } from "./mapping-page.server";

type Line = MappingPage["rows"][number];

/** One line: the question, the requirement, the printed clause that joins them; taken or not, with a reason. */
export function MappingLine({ line, page }: { line: Line; page: MappingPage & { canEdit: boolean } }) {
  const { relations, lineRules, mappingRelations } = useWords();
  const ways = [
    ...new Set(
      line.via.map((each) =>
        each.moved ? relations.moved(each.moved, each.clause) : relations.via(each.clause),
      ),
    ),
  ];
  return (
    <li className="relation-line" id={line.id}>
      <LineItems label={relations.from} items={line.questions} />
      <LineItems label={relations.to} items={line.requirement ? [line.requirement] : []} />
      <div className="line-ground">
        {ways.length === 0 ? <Tag>{relations.byHand}</Tag> : ways.map((each) => <p key={each}>{each}</p>)}
        <p className="quiet">
          {lineRules[line.rule]}・{mappingRelations[line.relation]}　{line.reason}
        </p>
      </div>
      <div className="line-decision">
        {line.state !== "proposed" && (
          <p>
            <b>{relations.state[line.state]}</b>{" "}
            {relations.confirmedBy(line.confirmedBy ?? "", line.confirmedOn ?? "")}
          </p>
        )}
        {page.canEdit && (
          <Form method="post" preventScrollReset className="line-fields">
            <input type="hidden" name="seen" value={page.version} />
            <input type="hidden" name="line" value={line.id} />
            <details>
              <summary>{relations.conditions}</summary>
              <div className="line-fields">
                <LineFields line={line} />
              </div>
            </details>
            <p className="buttons">
              <button type="submit" className="button small" name="intent" value="take">
                {relations.take}
              </button>
              <button type="submit" className="button small" name="intent" value="reject">
                {relations.reject}
              </button>
            </p>
          </Form>
        )}
      </div>
    </li>
  );
}

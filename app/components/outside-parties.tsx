import type { connectionMethods, connectionPurposes, patchBearers } from "~/domain/connection";
import type { Day } from "~/domain/day";
import type { dataContacts } from "~/domain/subcontractor";
import type { SubcontractorUse } from "~/domain/subcontractor-entry";
import type { UpdateBearer } from "~/domain/update-bearer";
import { Tag } from "./badges";
import { DataTable } from "./data-table";
import { sinceText } from "./entry-history";
import { type JointInTable, JointTable } from "./joints";
import { bearerThen, clauseThen } from "./update-fields";
import { useLanguage, useWords } from "./words";

type Subcontractor = {
  id: string;
  name: string;
  work: string;
  dataContact: (typeof dataContacts)[number];
  country: string;
  use: SubcontractorUse;
  effectiveFrom: Day;
  level: number;
  worksFor: string | null;
  contractId: string;
  number: string;
};
type Connection = {
  id: string;
  name: string;
  system: string;
  purpose: (typeof connectionPurposes)[number];
  counterpart: string;
  method: (typeof connectionMethods)[number];
  device: string;
  patchBearer: (typeof patchBearers)[number];
  effectiveFrom: Day;
  confirmedOn: Day | null;
};

type Server = {
  id: string;
  name: string;
  system: string;
  entryId: string | null;
  bearer: UpdateBearer;
  clause: string;
  clauseKey: string | null;
  isQuoted: boolean;
  effectiveFrom: Day | null;
};

/** Rows of each table before the rest is counted only. */
const SHOWN = 50;

/** その日の再委託先・外部接続・接合部・サーバ: who worked below the vendors, who looked after each way in, joint and server. */
export function OutsidePartiesPanel(props: {
  subcontractors: readonly Subcontractor[];
  connections: readonly Connection[];
  joints: readonly JointInTable[];
  servers: readonly Server[];
  asked: { day: string; knownOn: string };
}) {
  const { entries: text, updateBearers } = useWords();
  const { subcontractors, connections, joints, servers } = props;
  const isNothing = [subcontractors, connections, joints, servers].every((each) => each.length === 0);
  if (isNothing)
    return (
      <section className="panel" id="outside">
        <h2>{text.thatDay}</h2>
        <p className="panel-text quiet">{text.thenNothing}</p>
      </section>
    );
  return (
    <section className="panel" id="outside">
      <h2>{text.thatDay}</h2>
      <h3 className="panel-text">{text.thenSubcontractors}</h3>
      {props.subcontractors.length === 0 ? (
        <p className="panel-text quiet">{text.thenNoSubcontractors}</p>
      ) : (
        <Subcontractors {...props} />
      )}
      <h3 className="panel-text">{text.thenConnections}</h3>
      {props.connections.length === 0 ? (
        <p className="panel-text quiet">{text.thenNoConnections}</p>
      ) : (
        <Connections rows={props.connections} />
      )}
      <h3 className="panel-text">{text.thenJoints}</h3>
      {props.joints.length === 0 ? (
        <p className="panel-text quiet">{text.thenNoJoints}</p>
      ) : (
        <>
          <JointTable joints={props.joints.slice(0, SHOWN)} />
          <Rest count={props.joints.length - SHOWN} />
        </>
      )}
      <h3 className="panel-text">{updateBearers.thenTitle}</h3>
      {servers.length === 0 ? (
        <p className="panel-text quiet">{updateBearers.thenNone}</p>
      ) : (
        <Servers rows={servers} />
      )}
    </section>
  );
}

function Subcontractors({ subcontractors, asked }: Parameters<typeof OutsidePartiesPanel>[0]) {
  const words = useWords();
  const language = useLanguage();
  const { contractRecords, entries: text } = words;
  const search = new URLSearchParams({ day: asked.day, knownOn: asked.knownOn });
  const columns = contractRecords.subcontractorColumns;
  return (
    <>
      <DataTable
        caption={text.thenSubcontractors}
        columns={[
          { name: "name", label: columns.name },
          { name: "parent", label: columns.parent },
          { name: "work", label: columns.work },
          { name: "data", label: columns.data },
          { name: "country", label: columns.country },
          { name: "since", label: text.thenColumns.since },
        ]}
        rows={subcontractors.slice(0, SHOWN).map((each) => ({
          id: each.id,
          to: `/contracts/${each.contractId}/subcontractors?${search}`,
          cells: {
            name: (
              <>
                {each.name} {each.use !== "in-use" && <Tag>{text.uses[each.use]}</Tag>}
              </>
            ),
            parent: (
              <>
                {each.worksFor ?? text.detached}
                <span className="quiet block">
                  {each.number}　{contractRecords.level(each.level)}
                </span>
              </>
            ),
            work: each.work,
            data: contractRecords.dataContacts[each.dataContact],
            country: each.country || contractRecords.home,
            since: sinceText(words, language, each.effectiveFrom),
          },
        }))}
      />
      <Rest count={subcontractors.length - SHOWN} />
    </>
  );
}

function Connections({ rows }: { rows: readonly Connection[] }) {
  const words = useWords();
  const language = useLanguage();
  const { connections, entries: text } = words;
  return (
    <>
      <DataTable
        caption={text.thenConnections}
        columns={[
          { name: "name", label: connections.columns.name },
          { name: "system", label: connections.columns.system },
          { name: "method", label: connections.columns.method },
          { name: "counterpart", label: connections.fields.counterpart },
          { name: "patchBearer", label: connections.fields.patchBearer },
          { name: "since", label: text.thenColumns.since },
        ]}
        rows={rows.slice(0, SHOWN).map((each) => ({
          id: each.id,
          to: `/connections/${each.id}`,
          cells: {
            name: (
              <>
                {each.name} {each.confirmedOn === null && <Tag>{connections.notConfirmed}</Tag>}
                <span className="quiet block">{connections.options.purpose[each.purpose]}</span>
              </>
            ),
            system: each.system,
            method: connections.options.method[each.method],
            counterpart: each.counterpart || words.forms.notGiven,
            patchBearer: (
              <>
                {connections.options.patchBearer[each.patchBearer]}
                {each.device !== "" && <span className="quiet block">{each.device}</span>}
              </>
            ),
            since: sinceText(words, language, each.effectiveFrom),
          },
        }))}
      />
      <Rest count={rows.length - SHOWN} />
    </>
  );
}

function Servers({ rows }: { rows: readonly Server[] }) {
  const words = useWords();
  const language = useLanguage();
  const { contractRecords, entries: text, updateBearers } = words;
  return (
    <>
      <DataTable
        caption={updateBearers.thenTitle}
        columns={[
          { name: "name", label: contractRecords.serverColumns.name },
          { name: "system", label: contractRecords.serverColumns.system },
          { name: "bearer", label: contractRecords.serverColumns.bearer },
          { name: "clause", label: contractRecords.serverColumns.clause },
          { name: "since", label: text.thenColumns.since },
        ]}
        rows={rows.slice(0, SHOWN).map((each) => ({
          id: each.id,
          to: `/servers/${each.id}/updates`,
          cells: {
            name: each.name,
            system: each.system,
            bearer: bearerThen(words, each),
            clause: clauseThen(words, each),
            since: each.effectiveFrom ? sinceText(words, language, each.effectiveFrom) : "",
          },
        }))}
      />
      <Rest count={rows.length - SHOWN} />
    </>
  );
}

function Rest({ count }: { count: number }) {
  const { entries: text } = useWords();
  return count > 0 ? <p className="panel-text quiet">{text.rest(count)}</p> : null;
}

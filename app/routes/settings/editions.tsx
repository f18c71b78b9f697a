import { DataTable } from "~/components/data-table";
import { useWords } from "~/components/words";
import type { Edition } from "~/editions.server";

/** Which editions of forms and guidelines are in use, and what is not known about them. */
export function Editions({ editions }: { editions: readonly Edition[] }) {
  const { settings } = useWords();
  return (
    <section className="panel editions">
      <h2>
        <span>
          {settings.editions} <small>{settings.editionsWhat}</small>
        </span>
      </h2>
      <DataTable
        caption={settings.editions}
        columns={[
          { name: "title", label: settings.edition },
          { name: "kind", label: settings.kind, isWhole: true },
          { name: "issuer", label: settings.issuer },
          { name: "items", label: settings.count },
        ]}
        rows={editions.map((each) => ({
          id: each.ref,
          cells: {
            title: <EditionName edition={each} />,
            kind: settings.kinds[each.kind],
            issuer: each.issuer,
            items: each.isTotalUnknown
              ? settings.countUnknownTotal(each.items)
              : settings.countKnown(each.items),
          },
        }))}
      />
    </section>
  );
}

function EditionName({ edition }: { edition: Edition }) {
  const { settings } = useWords();
  return (
    <>
      <b>{edition.title}</b>{" "}
      {!edition.title.includes(edition.version) && <span className="num">{edition.version}</span>}
      {edition.replacedBy && (
        <span className="quiet block">
          {settings.replacedBy(edition.replacedBy.version, edition.replacedBy.on)}
        </span>
      )}
      {edition.notice !== "" && <span className="quiet block">{edition.notice}</span>}
    </>
  );
}

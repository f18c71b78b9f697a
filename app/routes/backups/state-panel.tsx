import { Facts } from "~/components/facts";
import { useWords } from "~/components/words";
import { formatMoment } from "~/messages/days";
import type { BackupsPage } from "./route";

type Places = NonNullable<BackupsPage["places"]>;

/** Megabytes with one digit, at least 0.1. */
export function megabytesOf(bytes: number): string {
  return Math.max(0.1, bytes / 1_048_576).toFixed(1);
}

/** いまの状態: the last backup, how it was checked, where it and its key lie. */
export function StatePanel({ page, places }: { page: BackupsPage; places: Places }) {
  const own = useWords().backups;
  const { last } = page;
  const encryption = places.isEncrypted
    ? places.keyId === null
      ? own.encryptedSoon
      : own.encrypted(places.keyId)
    : own.plain;
  return (
    <section className="panel">
      <h2>{own.now}</h2>
      <div className="panel-text stack">
        <Facts
          facts={[
            { label: own.last, value: last ? formatMoment(last.startedAt) : own.never },
            { label: own.size, value: last ? own.megabytes(megabytesOf(last.bytes)) : own.never },
            {
              label: own.checked,
              value: !last ? own.never : last.entries > 0 ? own.checkedWhat(last.entries) : own.checkedOld,
              isWide: true,
            },
            {
              label: own.secondTitle,
              value:
                last && last.secondPlace !== "none"
                  ? own.secondPlace[last.secondPlace]
                  : (places.copyFolder ?? own.secondPlace.none),
            },
            { label: own.encryption, value: encryption },
            { label: own.place, value: <code className="break-all">{places.folder}</code>, isWide: true },
            { label: own.key, value: <code className="break-all">{places.keyFile}</code>, isWide: true },
          ]}
        />
        {places.copyFolder === null && <p className="note warn">{own.secondWhat}</p>}
        {places.isEncrypted && <p className="note">{own.keyWarning}</p>}
      </div>
    </section>
  );
}

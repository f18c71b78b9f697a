import { scanShown } from "~/domain/file-scan";
import { formatMoment } from "~/messages/days";
import { Tag } from "./badges";
import { useWords } from "./words";

export type ScanOfFile = {
  scanResult: string | null;
  scanDetail: string | null;
  scannedAt: string | null;
};

/** 検査未実施 with its reason, or when the file was scanned. A file in which something was found is never kept. */
export function ScanState({ file, isBrief = false }: { file: ScanOfFile; isBrief?: boolean }) {
  const { fileScans: words } = useWords();
  const { scanResult: result, scanDetail: detail, scannedAt } = file;
  const shown = scanShown({ result, detail, scannedAt });
  if (shown.isScanned)
    return <span className="quiet">{words.scanned(formatMoment(shown.scannedAt ?? ""))}</span>;
  const why = shown.reason && words.reasons[shown.reason];
  return (
    <>
      <Tag>{words.notScanned}</Tag>
      {!isBrief && why && <span className="quiet"> {why}</span>}
    </>
  );
}

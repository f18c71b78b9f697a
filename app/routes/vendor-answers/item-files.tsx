import { useWords } from "~/components/words";
import { useDesk } from "../vendor-desk/desk";
import type { ItemView } from "./section-view";

/** Files with one answer: added with the page's save, or at once by the button. */
export function ItemFiles({ files, at }: { files: ItemView["files"]; at: number }) {
  const { item } = useWords().vendorDesk;
  const { isEditable } = useDesk();
  if (!isEditable && files.length === 0) return null;
  return (
    <details className="item-more" open={files.length > 0}>
      <summary>
        {item.files}
        {files.length > 0 && `（${files.length}）`}
      </summary>
      <KeptFiles files={files} />
      {isEditable && (
        <p className="attach">
          <input key={files.length} type="file" name={`file.${at}`} aria-label={item.files} />
          <button type="submit" name="intent" value={`attach:${at}`} className="button small">
            {item.attach}
          </button>
        </p>
      )}
    </details>
  );
}

/** What was attached, each to be read, and what this desk attached also to be taken off again. */
export function KeptFiles({ files }: { files: ItemView["files"] }) {
  const { item } = useWords().vendorDesk;
  const { path, isEditable } = useDesk();
  return (
    <ul className="item-files">
      {files.map((each) => (
        <li key={each.id}>
          <a href={`${path}/files/${each.id}`}>{each.fileName}</a>
          {isEditable && each.side === "vendor" && (
            <button
              type="submit"
              name="intent"
              value={`detach:${each.id}`}
              className="button text"
              aria-label={item.detach(each.fileName)}
            >
              {item.detachShort}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

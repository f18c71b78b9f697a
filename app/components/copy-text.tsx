import { useRef, useState } from "react";
import { useWords } from "./words";

/** A text to be copied: selected whole when it gets the focus, and a button where the browser can copy. */
export function CopyText(props: { label: string; text: string; rows?: number }) {
  const { requests } = useWords();
  const box = useRef<HTMLTextAreaElement>(null);
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    box.current?.select();
    // why both: the clipboard needs a secure page, and many hospitals serve this one without TLS inside.
    const written = await navigator.clipboard?.writeText(props.text).then(
      () => true,
      () => false,
    );
    setCopied(written === true || document.execCommand("copy"));
  };
  return (
    <div className="copy-text">
      <textarea
        ref={box}
        readOnly
        rows={props.rows ?? 2}
        value={props.text}
        aria-label={props.label}
        onFocus={(event) => event.currentTarget.select()}
      />
      <button type="button" className="button small" onClick={copy}>
        {isCopied ? requests.page.copied : requests.page.copy}
      </button>
    </div>
  );
}

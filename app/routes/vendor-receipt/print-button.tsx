import { useEffect, useState } from "react";
import { useWords } from "~/components/words";

/** Prints the page; without script the browser's own menu does it, so there is no button then. */
export function PrintButton() {
  const { receipt } = useWords().vendorDesk;
  const [canPrint, setCanPrint] = useState(false);
  useEffect(() => setCanPrint(true), []);
  if (!canPrint) return null;
  return (
    <button type="button" className="button" onClick={() => window.print()}>
      {receipt.print}
    </button>
  );
}

import { pageOfHandPlace } from "~/domain/entry-by-hand";
import { useWords } from "./words";

/** Where an answer stands in the original: a cell, or the page a person read it from. */
export function CellName({ cell }: { cell: string }) {
  const { receipt } = useWords();
  const page = pageOfHandPlace(cell);
  return <span className="num">{page === null ? cell : receipt.byHand(page)}</span>;
}

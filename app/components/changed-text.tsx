import type { Piece } from "~/domain/changed-words";

/** One side of a changed text: changed words are underlined (ins) or struck (del), never told by colour alone. */
export function ChangedText({ pieces, kind }: { pieces: readonly Piece[]; kind: "del" | "ins" }) {
  const Mark = kind;
  const placed = pieces.map((piece, at) => ({ ...piece, at: `${at} ${piece.text}` }));
  return placed.map(({ at, text, isChanged }) =>
    isChanged ? <Mark key={at}>{text}</Mark> : <span key={at}>{text}</span>,
  );
}

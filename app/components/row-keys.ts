import { type RefObject, useEffect, useRef } from "react";

/**
 * ↑ and ↓ move the focus between the links of a table's rows (`data-row-link`). Enter then opens the link by
 * itself, so nothing is lost where scripts do not run.
 * @returns the ref of the element around the table
 */
export function useRowKeys<Box extends HTMLElement>(): RefObject<Box> {
  const box = useRef<Box>(null);
  useEffect(() => {
    const table = box.current;
    table?.addEventListener("keydown", moveBetweenRows);
    return () => table?.removeEventListener("keydown", moveBetweenRows);
  }, []);
  return box;
}

function moveBetweenRows(event: KeyboardEvent): void {
  const isArrow = event.key === "ArrowDown" || event.key === "ArrowUp";
  const from = event.target;
  if (!isArrow || !(event.currentTarget instanceof HTMLElement) || !(from instanceof Element)) return;
  if (from.matches("input, select, textarea")) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-row-link]")];
  const at = links.findIndex((each) => each.closest("tr")?.contains(from));
  const next = at < 0 ? links[0] : links[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** `MDS!C22` → its sheet and row; a sheet's name may itself hold "!". */
export function cellPlace(cell: string): { sheet: string; address: string; row: number } {
  const at = cell.lastIndexOf("!");
  const address = cell.slice(at + 1);
  return { sheet: at < 0 ? "" : cell.slice(0, at), address, row: Number(address.replace(/\D/g, "")) || 0 };
}

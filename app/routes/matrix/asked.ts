/** What the address of the matrix asks for. */
export function askedMatrix(url: string) {
  const params = new URL(url).searchParams;
  return {
    guideline: params.get("guideline") || null,
    requirement: params.get("requirement") || null,
    vendorId: params.get("vendor") || null,
  };
}

/** One page of the rows: requirements of a vendor's view, systems of the other. */
export function pageOf<T>(list: readonly T[], page: number, size: number): T[] {
  return list.slice((page - 1) * size, page * size);
}

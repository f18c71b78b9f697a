/** What the address of a comparison asks for; nothing is refused. */
export type AskedComparison = {
  form: string | null;
  rows: "different" | "all";
  paper: "a4" | "a3";
  isWeighing: boolean;
};

export function askedComparison(url: string, mayEdit: boolean): AskedComparison {
  const params = new URL(url).searchParams;
  return {
    form: params.get("form") || null,
    rows: params.get("rows") === "different" ? "different" : "all",
    paper: params.get("paper") === "a3" ? "a3" : "a4",
    isWeighing: mayEdit && params.get("weights") === "1",
  };
}

/** The same address with a change. */
export function comparisonSearch(asked: AskedComparison, change: Partial<AskedComparison>): string {
  const { form, rows, paper, isWeighing } = { ...asked, ...change };
  const params = new URLSearchParams({ rows, paper });
  if (form !== null) params.set("form", form);
  if (isWeighing) params.set("weights", "1");
  return `?${params}`;
}

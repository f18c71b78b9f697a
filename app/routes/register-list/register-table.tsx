import { DataTable } from "~/components/data-table";
import type { ListFilter } from "~/components/list-bar";
import { useWords } from "~/components/words";
import type { ListState } from "~/domain/list-query";
import { fieldsOf, type RegisterNoun } from "~/domain/register";
import { columnLabel, optionLabel } from "~/messages/labels";
import type { Words } from "~/messages/words";
import { recordPath } from "~/register-paths";

type Cell = string | number | null;
type Row = { id: string; cells: Record<string, Cell> };

/** Filter chips of a register: its option fields that its list can filter by. */
export function filtersOf(words: Words, noun: RegisterNoun): ListFilter[] {
  return filterNames[noun].map((name) => {
    const spec = fieldsOf(noun)[name];
    const options = spec?.kind === "option" ? spec.options : [];
    return {
      name,
      label: columnLabel(words, noun, name),
      options: options.map((value) => ({ value, label: optionLabel(words, noun, name, value) })),
    };
  });
}

/** The filters of `register-lists`; a test keeps the two alike. */
export const filterNames: Record<RegisterNoun, readonly string[]> = {
  vendor: [],
  vendorContact: ["role", "hours"],
  product: ["kind"],
  productVersion: [],
  system: ["category", "form", "criticality"],
  server: ["kind", "securityUpdateBearer"],
  contract: ["kind", "renewal"],
};

/** Rows of a register as a table; with `state` it sorts. */
export function RegisterTable(props: {
  noun: RegisterNoun;
  columns: readonly { name: string; isNumber: boolean }[];
  rows: readonly Row[];
  state?: ListState;
  /** Columns left out, because the page around says the same. */
  hidden?: readonly string[];
}) {
  const words = useWords();
  const { noun } = props;
  const columns = props.columns.filter((column) => !props.hidden?.includes(column.name));
  return (
    <DataTable
      caption={words.nouns[noun].many}
      columns={columns.map((column) => ({
        ...column,
        label: columnLabel(words, noun, column.name),
        isWhole: isWhole(noun, column.name),
      }))}
      rows={props.rows.map((row) => ({
        id: row.id,
        to: recordPath(noun, row.id),
        cells: Object.fromEntries(
          Object.entries(row.cells).map(([name, value]) => [name, cellText(words, noun, name, value)]),
        ),
      }))}
      {...(props.state ? { state: props.state } : {})}
    />
  );
}

/** Columns whose values are read as one: a number to dial, a contract's number, a person. */
const whole: readonly string[] = [
  "contract.number",
  "vendorContact.name",
  "vendorContact.phone",
  "system.disclosedOn",
];

/** Words of options and days are never broken over lines either. */
function isWhole(noun: RegisterNoun, name: string): boolean {
  const kind = fieldsOf(noun)[name]?.kind;
  return kind === "option" || kind === "day" || whole.includes(`${noun}.${name}`);
}

/** A list's cell in words: options as labels, days as they are (the era stands on the record's page). */
export function cellText(words: Words, noun: RegisterNoun, name: string, value: Cell): string {
  if (value === null || value === "") return words.forms.notGiven;
  return fieldsOf(noun)[name]?.kind === "option"
    ? optionLabel(words, noun, name, String(value))
    : String(value);
}

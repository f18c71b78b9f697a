import { Buffer } from "node:buffer";
import { fileReply } from "~/file-reply.server";
import { type TableColumn, type TableRow, tableAsCsv, tableAsXlsx } from "~/workbook/table-file.server";

/**
 * A list as the file the address asks for: `as=csv`, `as=json` (the rows by key, for programs), else xlsx.
 * @param name file name without its ending
 */
export async function tableReply(
  url: string,
  table: { title: string; name: string; columns: readonly TableColumn[]; rows: readonly TableRow[] },
): Promise<Response> {
  const { title, name, columns, rows } = table;
  switch (new URL(url).searchParams.get("as")) {
    case "csv":
      return fileReply(tableAsCsv(columns, rows), `${name}.csv`);
    case "json":
      return fileReply(Buffer.from(`${JSON.stringify({ title, rows }, null, 2)}\n`, "utf8"), `${name}.json`);
    default:
      return fileReply(await tableAsXlsx(title, columns, rows), `${name}.xlsx`);
  }
}

/** Kinds of files the program hands out, by the end of their names. */
const types: Readonly<Record<string, string>> = {
  json: "application/json; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xls: "application/vnd.ms-excel",
  csv: "text/csv; charset=utf-8",
  ics: "text/calendar; charset=utf-8",
  pdf: "application/pdf",
  png: "image/png",
};

/**
 * A file as an answer: downloaded unless `isInline`. The name may be Japanese: RFC 5987 carries it, with an
 * ASCII name beside it for programs that do not know that.
 * @param name file name with its ending; an unknown ending is sent as plain bytes
 */
export function fileReply(bytes: Uint8Array, name: string, options: { isInline?: boolean } = {}): Response {
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  return new Response(Buffer.from(bytes), {
    headers: {
      "Content-Type": types[ending] ?? "application/octet-stream",
      "Content-Length": String(bytes.byteLength),
      "Content-Disposition": contentDisposition(name, options.isInline === true ? "inline" : "attachment"),
      "Cache-Control": "no-store",
    },
  });
}

/** The header's value (RFC 6266 with RFC 5987). Line breaks and quotes cannot get out of it. */
export function contentDisposition(name: string, kind: "attachment" | "inline"): string {
  const plain = name.replace(/[^\x20-\x7e]/g, "_").replace(/["\\%;/]/g, "_");
  const encoded = encodeURIComponent(name.replace(/\p{Surrogate}/gu, "_")).replace(
    /['()*]/g,
    (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

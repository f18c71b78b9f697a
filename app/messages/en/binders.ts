import type { binders as ja } from "../ja/binders.ts";

/** The inspection binder. */
export const binders = {
  title: "Inspection binder",
  lead: "Gathers the records as they stand now into one PDF: contents, contacts, checklists, disclosures, gaps with decisions, roles, requests.",
  make: "Make a binder",
  empty: "No binder yet. Press the button to make one of the records as they stand now.",
  internal: "Internal",
  internalNote: "It shows reasons, risks, approvals and texts. Do not hand it to vendors or anybody outside.",
  gathering: "Gathering the records…",
  printing: (drawn: number, total: number) => `Making the paper… page ${drawn} of ${total}`,
  mayLeave: "You may leave this page; the work goes on.",
  again: "Look again",
  done: "The binder is ready.",
  open: "Open (PDF)",
  columns: { madeOn: "Made on", pages: "Pages", size: "Size", by: "Made by", hash: "SHA-256" },
  pages: (count: number) => `${count} pages`,
  kilobytes: (count: number) => `${count.toLocaleString("en")} KB`,
} satisfies typeof ja;

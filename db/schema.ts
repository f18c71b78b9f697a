/** Every table, by what it is about. One owner column each: `group_id` or `hospital_id` (ADR 2). */
export * from "./tables/catalogues.ts";
export * from "./tables/checklist-responses.ts";
export * from "./tables/contracts.ts";
export * from "./tables/decision-records.ts";
export * from "./tables/decisions.ts";
export * from "./tables/disclosures.ts";
export * from "./tables/imports.ts";
export * from "./tables/incidents.ts";
export * from "./tables/mail.ts";
export * from "./tables/people.ts";
export * from "./tables/product-documents.ts";
export * from "./tables/registers.ts";
export * from "./tables/requests.ts";
export * from "./tables/role-rows.ts";
export * from "./tables/roles-and-papers.ts";
export * from "./tables/tasks.ts";
export * from "./tables/two-factor.ts";

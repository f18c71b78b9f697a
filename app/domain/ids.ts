/** UUIDv7 as text; made by the `newId` port, so that ids sort by the time they were made. */
export type Id = string;

/** Tells a record id from a route parameter that is none, so that junk answers 404 without a query. */
export function isId(text: string | undefined): text is Id {
  return (
    text !== undefined && /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text)
  );
}

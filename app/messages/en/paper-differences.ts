/** 新旧対照: what changed between two issues of a paper, or two versions of a template. */
export const paperDifferences = {
  title: "Differences from the version before",
  lead: (before: string, next: string) => `${before} and ${next} compared. Only what changed is listed.`,
  count: (count: number) => `${count} places changed`,
  noneBefore: "Nothing was issued before, so there is nothing to compare with.",
  none: "Nothing changed.",
  place: "Place",
  kind: "How",
  old: "Before",
  next: "New",
  front: "Title, preamble, end",
  kinds: { changed: "Changed", added: "Added", gone: "Removed" },
  now: "Draft as it stands",
  print: "Of a contract paper, the vendor may see this table, too.",
  internal: "This is about an internal paper. Do not hand it to the vendor.",
  link: "See the differences from the version before",
  templateLead: (basis: string, own: string) => `Wording that changed from ${basis} to ${own}.`,
};

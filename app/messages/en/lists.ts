/** Lists and forms. */
export const lists = {
  searchIn: (noun: string) => `Search ${noun}`,
  searchHere: "Search this list",
  found: (total: number) => `${total} found`,
  range: (from: number, to: number, total: number) => `${from}–${to} of ${total}`,
  sortAscending: (column: string) => `Sort by ${column}, ascending`,
  sortDescending: (column: string) => `Sort by ${column}, descending`,
  all: "All",
  filterBy: (column: string) => `Filter by ${column}`,
  archived: "Archive",
  archivedOn: "You are looking at the archive",
  inUse: "In use",
  previous: "Previous 50",
  next: "Next 50",
  pages: "Pages",
  related: "Related lists",
  export: "Export this list",
  exportXlsx: "Excel",
  exportCsv: "CSV",
  nothingFound: "Nothing fits these conditions.",
  clear: "Clear the conditions",
  keys: "↑ ↓ move between rows, Enter opens one.",
  showAll: (total: number) => `Show all ${total}`,
};

export const forms = {
  autosave: {
    idle: "Saved by itself as you type.",
    saving: "Saving…",
    saved: "Saved as a draft.",
    offline: "Not saved yet. It is saved when the connection is back; keep this page open.",
    wrong: "Something cannot be saved. Press the button to see what.",
  },
  required: "required",
  choose: "Please choose",
  none: "(none)",
  notGiven: "−",
  problems: (count: number) => `Not saved. Please look at ${count === 1 ? "one place" : `${count} places`}.`,
  problemsOther: "This was not possible.",
  typedKept: "What you typed is still there.",
  newOf: (noun: string) => `New ${noun}`,
  editOf: (name: string) => `Edit ${name}`,
  dayFormat: "for example 2026-04-15",
  compareNow: "Open the record as it is now",
};

export const registers = {
  archiveTitle: "Archive",
  archiveWhat: "It leaves lists and choices. Record and history stay; it can be put back any time.",
  isArchived: "This record is archived. Lists and choices do not show it.",
  coverReasonHint:
    "Needed where the list changes: it is kept as a correction of the present terms. Where the systems change from a day on, amend the contract instead.",
  nameReasonHint:
    "Needed where the name of a vendor with recorded changes of name is put right: it is kept as a correction. A name that changes from a day on is recorded on the page of names.",
  coverTitle: "Systems covered",
  coverWhat: "Choose the systems this contract is about. They are the scope of the annexes.",
  coverEmpty: "No system has been registered yet.",
  facts: "Facts",
  exportName: (noun: string, day: string) => `${noun} ${day}`,
};

export const search = {
  title: "Search results",
  lead: (query: string) => `Records for “${query}”`,
  start: "Enter a vendor, product, system or contract number.",
  nothing: (query: string) => `Nothing found for “${query}”.`,
  tip: "Try a shorter word, a reading in kana or a contract number.",
  more: (noun: string) => `See the rest in the list: ${noun}`,
};

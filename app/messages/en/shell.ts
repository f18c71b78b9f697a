import { auditVerbs } from "./audit-verbs.ts";

/** The frame around every page. */
export const shell = {
  product: "Buntan",
  title: (page: string) => (page === "" ? "Buntan 分担" : `${page} | Buntan 分担`),
  skip: "Skip to content",
  menu: "Menu",
  mainMenu: "Main menu",
  here: "Where you are",
  search: "Search everything",
  searchHint: "Search ( / )  vendors, contracts, products",
  demo: "Demo",
  demoBar: "This is an invented demo hospital. Touch anything; throw it away any time.",
  discardDemo: "Throw the demo away",
  userMenu: "User menu",
  signOut: "Sign out",
  language: "Language",
  languages: { ja: "日本語", en: "English" },
  nodeEndOfLife: "The Node.js of this server has reached its end of life. We recommend moving to version 24.",
  help: "In plain words",
  nav: {
    home: "Home",
    vendors: "Vendors",
    systems: "Systems",
    procurements: "Procurement",
    requests: "Requests",
    disclosures: "Disclosures",
    assessments: "Comparison",
    selfChecks: "Checks",
    roles: "Roles",
    contracts: "Contracts",
    papers: "Annexes",
    deadlines: "Deadlines",
    lookBack: "Looking back",
    forms: "Forms",
    settings: "Settings",
  },
};

export const actions = {
  save: "Save",
  cancel: "Cancel",
  back: "Back",
  edit: "Edit",
  add: "Add",
  open: "Open",
  search: "Search",
  archive: "Archive",
  restore: "Put back on the list",
  confirm: "Confirm",
  toHome: "Back to the home page",
  toSignIn: "To the sign-in page",
};

export const errors = {
  title: "This could not be shown",
  notFound: {
    what: "There is no such page.",
    next: "It may have been moved, or belong to another hospital. Please look for it in the lists.",
  },
  forbidden: {
    what: "Your role does not allow this.",
    next: "If you need it, ask an administrator of your hospital to change your role.",
  },
  status: "Status",
  requestId: "Request number",
  reload: "Try again",
};

export const history = {
  title: "History",
  empty: "Nothing recorded yet.",
  bySystem: "The program",
  hidden: "(values about people are not kept)",
  was: (before: string, after: string) => `${before} → ${after}`,
  blank: "(empty)",
  earlier: (count: number) => `${count} earlier entries`,
  channels: {
    web: "screen",
    cli: "command",
    demo: "demo",
    setup: "setup",
    vendor: "vendor's page",
    scheduler: "by itself",
  },
  verbs: auditVerbs,
};

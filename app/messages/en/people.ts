/** First run, sign-in, settings. */
export const welcome = {
  title: "Welcome",
  heading: "Who protects what, since when.",
  lead: "Read vendors' disclosures, decide on the gaps, and put roles and annexes on paper.",
  create: "Make a hospital",
  createWhat:
    "Name the hospital and its first administrator. Vendors and contracts can follow with the disclosures.",
  tryDemo: "Try the demo hospital",
  tryDemoWhat: "An invented hospital of 320 beds. Touch anything; throw it away any time.",
  demoHas: [
    "8 vendors and 14 systems",
    "Disclosures good, old and missing",
    "Contracts in force, expiring and expired",
  ],
  demoOpening: "The first time takes a moment to prepare.",
  steps: [
    {
      title: "Receive",
      what: "Drop the MDS/SDS workbook as it is. Check only the cells that could not be read.",
    },
    { title: "Decide", what: "Give each “no” and each blank a decision with its reason." },
    { title: "Print", what: "Issue role sheets and annexes as PDF; issuing freezes them." },
  ],
  dataNote: "Data stays in one file in your hospital. You load the official forms yourself.",
  toSignIn: "I have an account: sign in",
};

export const accounts = {
  signInTitle: "Sign in",
  signInLead: "Enter the sign-in name and password you received from your administrator.",
  signIn: "Sign in",
  hospitalName: "Hospital",
  hospitalNameHint: "for example みずうみ市立病院",
  beds: "Beds",
  name: "Your name",
  department: "Department",
  signInName: "Sign-in name",
  signInNameHint: "At least 3 of a–z, 0–9 and . _ @ + -; a mail address will do.",
  password: "Password",
  passwordHint: (min: number) => `At least ${min} characters; a long sentence is fine.`,
  setupCode: "Setup code",
  setupCodeHint: "The 8 digits the server showed when it started.",
  role: "Role",
};

export const settings = {
  title: "Settings",
  lead: "The hospital, its people, the language, and the editions in use.",
  hospital: "Hospital",
  me: "You",
  people: "People",
  peopleCount: (count: number) => `${count}`,
  addPerson: "Add a person",
  addPersonWhat: "Tell the person the password yourself.",
  personAdded: "The person was added.",
  onlyAdmins: "Administrators add people.",
  disabled: "disabled",
  editions: "Editions of forms and guidelines in use",
  editionsWhat: "Comparisons and papers always show the edition they rest on.",
  edition: "Edition",
  kind: "Kind",
  issuer: "Issuer",
  count: "Items",
  countKnown: (count: number) => `${count}`,
  countUnknownTotal: (count: number) => `${count} held, total not confirmed`,
  replacedBy: (edition: string, day: string) => `Replaced by ${edition}${day === "" ? "" : ` on ${day}`}`,
  kinds: {
    guideline: "guideline",
    questionnaire: "questionnaire",
    mapping: "mapping",
    roleSheet: "role sheet",
  },
  machine: "Server",
  demo: "Demo hospital",
  demoWhat: "Deletes the data of the demo hospital only. Your own data is not touched.",
};

export const home = {
  title: "Home",
  emptyTitle: "Start with one vendor",
  empty: "Once a vendor is registered, disclosures of its products and services can be received.",
};

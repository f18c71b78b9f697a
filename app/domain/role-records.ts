/** What happened to a row, kept one by one in its history. */
export const rowChangeKinds = ["added", "written", "left-out", "taken-back", "locked", "unlocked"] as const;
export type RowChangeKind = (typeof rowChangeKinds)[number];

/** Why an agreed sheet is to be looked at again (usage example of the role sheet, 別添3). */
export const reviewReasons = ["new-system"] as const;
export type ReviewReason = (typeof reviewReasons)[number];
/** How a review ended: the sheet stays as it is, for a reason; or the next revision was agreed. */
export const reviewOutcomes = ["no-change", "new-revision"] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];
/** Days after which an open review is late. Our own rule: the usage example names no day. */
export const REVIEW_DAYS = 30;

/** Who looks after a joint: the hospital, the vendor on either side, both vendors, somebody else, nobody. */
export const jointParties = [
  "undecided",
  "hospital",
  "first-vendor",
  "second-vendor",
  "both-vendors",
  "third-party",
] as const;
export type JointParty = (typeof jointParties)[number];

/** Where a vendor's proposal for a row stands; `replaced` by a later one of the vendor's own. */
export const proposalStates = ["open", "accepted", "declined", "replaced", "withdrawn"] as const;
export type ProposalState = (typeof proposalStates)[number];

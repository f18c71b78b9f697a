import {
  assessments,
  confidences,
  decisionKinds,
  lineOrigins,
  lineRules,
  mappingRelations,
  provenances,
  riskLevels,
} from "./ja/assessments.ts";
import { auditLog } from "./ja/audit-log.ts";
import { backups } from "./ja/backups.ts";
import { bearers } from "./ja/bearers.ts";
import { binders } from "./ja/binders.ts";
import { catalogueDrafts } from "./ja/catalogue-drafts.ts";
import { catalogues } from "./ja/catalogues.ts";
import { checklists } from "./ja/checklists.ts";
import { clashes } from "./ja/clashes.ts";
import { comparing } from "./ja/comparing.ts";
import { connections, declarations } from "./ja/connections.ts";
import { contractRecords } from "./ja/contract-records.ts";
import { contracts } from "./ja/contracts.ts";
import { coverage } from "./ja/coverage.ts";
import { deadlines } from "./ja/deadlines.ts";
import { decisions } from "./ja/decisions.ts";
import { disclosureCompare } from "./ja/disclosure-compare.ts";
import { disclosures, intake, unreadReasons } from "./ja/disclosures.ts";
import { editionEffects } from "./ja/edition-effects.ts";
import { entries } from "./ja/entries.ts";
import { fileScans } from "./ja/file-scans.ts";
import { home } from "./ja/home.ts";
import { imports } from "./ja/imports.ts";
import { judging } from "./ja/judging.ts";
import { forms, lists, registers, search } from "./ja/lists.ts";
import { matrix } from "./ja/matrix.ts";
import { measures } from "./ja/measures.ts";
import { overTime } from "./ja/over-time.ts";
import { paperDifferences } from "./ja/paper-differences.ts";
import { paperTemplates } from "./ja/paper-templates.ts";
import { papers } from "./ja/papers.ts";
import { accounts, settings, welcome } from "./ja/people.ts";
import { personalData } from "./ja/personal-data.ts";
import { problems } from "./ja/problems.ts";
import { procurements } from "./ja/procurements.ts";
import { receipt } from "./ja/receipt.ts";
import { receivedRoles } from "./ja/received-roles.ts";
import { columns, fieldHints, fields, nouns, options } from "./ja/registers.ts";
import { relations } from "./ja/relations.ts";
import { requests } from "./ja/requests.ts";
import { roleCompare } from "./ja/role-compare.ts";
import { roleGrid } from "./ja/role-grid.ts";
import { roleProposals } from "./ja/role-proposals.ts";
import { roleReviews } from "./ja/role-reviews.ts";
import { roles } from "./ja/roles.ts";
import { selection } from "./ja/selection.ts";
import { selfChecks } from "./ja/self-checks.ts";
import { actions, errors, history, shell } from "./ja/shell.ts";
import { signIn } from "./ja/sign-in.ts";
import { surveys } from "./ja/surveys.ts";
import { twoFactorBoard } from "./ja/two-factor-board.ts";
import { updateBearers } from "./ja/update-bearers.ts";
import { vendorDesk } from "./ja/vendor-desk.ts";
import { answers, formNames, parties, roleNames, unmetWords, verdicts } from "./ja/verdicts.ts";
import { verify } from "./ja/verify.ts";
import { writeBack } from "./ja/write-back.ts";

/** Every word of the interface, by area; each area has a file of its own in `ja/`. */
export const ja = {
  accounts,
  actions,
  answers,
  assessments,
  auditLog,
  backups,
  bearers,
  catalogueDrafts,
  relations,
  binders,
  catalogues,
  checklists,
  clashes,
  columns,
  comparing,
  confidences,
  connections,
  contractRecords,
  decisionKinds,
  declarations,
  contracts,
  coverage,
  deadlines,
  decisions,
  disclosureCompare,
  disclosures,
  editionEffects,
  entries,
  errors,
  fieldHints,
  fields,
  formNames,
  forms,
  history,
  home,
  imports,
  intake,
  judging,
  lineOrigins,
  lineRules,
  lists,
  matrix,
  mappingRelations,
  measures,
  nouns,
  options,
  overTime,
  papers,
  paperDifferences,
  fileScans,
  paperTemplates,
  verify,
  signIn,
  parties,
  problems,
  personalData,
  procurements,
  provenances,
  receipt,
  receivedRoles,
  registers,
  requests,
  riskLevels,
  roleNames,
  roleCompare,
  roleGrid,
  roleProposals,
  roleReviews,
  roles,
  search,
  selection,
  selfChecks,
  settings,
  shell,
  twoFactorBoard,
  unreadReasons,
  surveys,
  updateBearers,
  vendorDesk,
  unmetWords,
  verdicts,
  welcome,
  writeBack,
};

import {
  assessments,
  confidences,
  decisionKinds,
  lineOrigins,
  lineRules,
  mappingRelations,
  provenances,
  riskLevels,
} from "./en/assessments.ts";
import { auditLog } from "./en/audit-log.ts";
import { backups } from "./en/backups.ts";
import { bearers } from "./en/bearers.ts";
import { binders } from "./en/binders.ts";
import { catalogueDrafts } from "./en/catalogue-drafts.ts";
import { catalogues } from "./en/catalogues.ts";
import { checklists } from "./en/checklists.ts";
import { clashes } from "./en/clashes.ts";
import { comparing } from "./en/comparing.ts";
import { connections, declarations } from "./en/connections.ts";
import { contractRecords } from "./en/contract-records.ts";
import { contracts } from "./en/contracts.ts";
import { coverage } from "./en/coverage.ts";
import { deadlines } from "./en/deadlines.ts";
import { decisions } from "./en/decisions.ts";
import { disclosureCompare } from "./en/disclosure-compare.ts";
import { disclosures, intake, unreadReasons } from "./en/disclosures.ts";
import { editionEffects } from "./en/edition-effects.ts";
import { entries } from "./en/entries.ts";
import { fileScans } from "./en/file-scans.ts";
import { home } from "./en/home.ts";
import { imports } from "./en/imports.ts";
import { judging } from "./en/judging.ts";
import { forms, lists, registers, search } from "./en/lists.ts";
import { matrix } from "./en/matrix.ts";
import { measures } from "./en/measures.ts";
import { overTime } from "./en/over-time.ts";
import { paperDifferences } from "./en/paper-differences.ts";
import { paperTemplates } from "./en/paper-templates.ts";
import { papers } from "./en/papers.ts";
import { accounts, settings, welcome } from "./en/people.ts";
import { personalData } from "./en/personal-data.ts";
import { problems } from "./en/problems.ts";
import { procurements } from "./en/procurements.ts";
import { receipt } from "./en/receipt.ts";
import { receivedRoles } from "./en/received-roles.ts";
import { columns, fieldHints, fields, nouns, options } from "./en/registers.ts";
import { relations } from "./en/relations.ts";
import { requests } from "./en/requests.ts";
import { roleCompare } from "./en/role-compare.ts";
import { roleGrid } from "./en/role-grid.ts";
import { roleProposals } from "./en/role-proposals.ts";
import { roleReviews } from "./en/role-reviews.ts";
import { roles } from "./en/roles.ts";
import { selection } from "./en/selection.ts";
import { selfChecks } from "./en/self-checks.ts";
import { actions, errors, history, shell } from "./en/shell.ts";
import { signIn } from "./en/sign-in.ts";
import { surveys } from "./en/surveys.ts";
import { twoFactorBoard } from "./en/two-factor-board.ts";
import { updateBearers } from "./en/update-bearers.ts";
import { vendorDesk } from "./en/vendor-desk.ts";
import { answers, formNames, parties, roleNames, unmetWords, verdicts } from "./en/verdicts.ts";
import { verify } from "./en/verify.ts";
import { writeBack } from "./en/write-back.ts";
import type { Words } from "./words.ts";

/** The English words; `words.ts` checks that they have exactly the keys of the Japanese ones. */
export const en = {
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
} satisfies Words;

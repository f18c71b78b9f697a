import type { ProblemCode } from "../../domain/problem.ts";
import type { ProblemWord } from "../problem-words.ts";
import { catalogueProblems } from "./problems-catalogue.ts";
import { choosingProblems } from "./problems-choosing.ts";
import { comparingProblems } from "./problems-comparing.ts";
import { contractProblems } from "./problems-contract.ts";
import { decisionProblems } from "./problems-decision.ts";
import { fileProblems } from "./problems-file.ts";
import { firstProblems } from "./problems-first.ts";
import { importProblems } from "./problems-import.ts";
import { mailProblems } from "./problems-mail.ts";
import { overTimeProblems } from "./problems-over-time.ts";
import { paperProblems } from "./problems-paper.ts";
import { peopleProblems } from "./problems-people.ts";
import { readingProblems } from "./problems-reading.ts";
import { receiptProblems } from "./problems-receipt.ts";
import { relationProblems } from "./problems-relation.ts";
import { requestProblems } from "./problems-request.ts";
import { roleProblems } from "./problems-roles.ts";
import { selfCheckProblems } from "./problems-self-check.ts";
import { trustProblems } from "./problems-trust.ts";
import { writeBackProblems } from "./problems-write-back.ts";

/** What happened, and what to do next; Each area has a file of its own. */
export const problems: Record<ProblemCode, ProblemWord> = {
  ...firstProblems,
  ...importProblems,
  ...catalogueProblems,
  ...peopleProblems,
  ...readingProblems,
  ...receiptProblems,
  ...contractProblems,
  ...decisionProblems,
  ...relationProblems,
  ...requestProblems,
  ...mailProblems,
  ...roleProblems,
  ...fileProblems,
  ...writeBackProblems,
  ...trustProblems,
  ...overTimeProblems,
  ...paperProblems,
  ...comparingProblems,
  ...choosingProblems,
  ...selfCheckProblems,
};

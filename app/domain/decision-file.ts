import { z } from "zod";
import type { DecisionBasis } from "./decision.ts";
import { verdicts } from "./verdict.ts";

/** Shape of a stored basis (JSON column): parsed at the edge, trusted inside. */
const basisSchema = z.object({
  requirement: z.string(),
  clause: z.string(),
  summary: z.string(),
  guideline: z.string(),
  verdict: z.enum(verdicts),
  answers: z.array(
    z.object({
      no: z.string(),
      question: z.string(),
      answer: z.string(),
      remark: z.string(),
      cell: z.string(),
      carriedFrom: z.string().optional(),
    }),
  ),
  lines: z.array(z.object({ id: z.string(), rule: z.string(), verdict: z.enum(verdicts) })),
});

/** Parses the JSON text of a stored basis. @throws when it is not one (a defect, not a person's error). */
export function parseBasis(json: string): DecisionBasis {
  return basisSchema.parse(JSON.parse(json));
}

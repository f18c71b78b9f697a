import { z } from "zod";
import { daySchema } from "./day.ts";

/** Whether a subcontractor comes into contact with the hospital's data. */
export const dataContacts = ["none", "possible", "handled", "unclear"] as const;
/** Whether the same duties were handed on in writing (contract-annexes, 別紙9). */
export const sameDuties = ["yes", "no", "unclear"] as const;
/** Levels below the contract's vendor: 再委託 is the first. */
export const MAX_LEVELS = 5;

export const certificateSchema = z.strictObject({
  name: z.string().min(1),
  number: z.string(),
  expiresOn: daySchema.nullable(),
});
export type Certificate = z.infer<typeof certificateSchema>;

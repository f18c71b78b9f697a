import type { Problem } from "~/domain/problem";
import type { Kept } from "./actions.server";

/** What the last form could not save, with what was typed into it. */
export type Found = (Kept & { problems: Problem[] }) | undefined;

import { useOutletContext } from "@remix-run/react";
import type { Result } from "~/domain/problem";
import type { showDesk } from "~/use-cases/vendor-answers.server";
import type { DeskPath } from "~/vendor-visit.server";

type Shown = Awaited<ReturnType<typeof showDesk>> extends Result<infer T> ? T : never;
/** What every page of a desk knows. */
export type Desk = Shown & { path: DeskPath };

export function useDesk(): Desk {
  return useOutletContext<Desk>();
}

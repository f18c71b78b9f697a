import type { ShownIntake } from "~/use-cases/show-intake.server";

/** What the page shows of a file that is no disclosure yet: what it seems to be, and what can be done with it. */
export function nextPage({ reading, recipes: _, recipe: __, ...shown }: ShownIntake, isEditor: boolean) {
  const { lookAlike, problems, pages, checklists, roleSheets } = reading;
  return {
    ...shown,
    lookAlike,
    problems,
    pages: pages ?? 0,
    hasChecklist: (checklists ?? []).length > 0,
    hasRoleSheet: (roleSheets ?? []).length > 0,
    canEdit: isEditor && shown.intake.state === "review",
  };
}
export type NextPage = ReturnType<typeof nextPage>;

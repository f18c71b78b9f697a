import type { Problem, Result } from "~/domain/problem";
import type { beforeSubmit } from "~/use-cases/vendor-submit.server";

export type Before = Awaited<ReturnType<typeof beforeSubmit>> extends Result<infer T> ? T : never;
export type PanelProps = {
  before: Before;
  problems: Problem[] | undefined;
  typed: { name: string; department: string; issuedOn: string } | undefined;
};

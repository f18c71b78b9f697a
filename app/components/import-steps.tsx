import { Link } from "@remix-run/react";
import { useWords } from "./words";

/** Where in an import one is; steps one may go back to are links. `here` counts from 0. */
export function ImportSteps({ here, batchId }: { here: number; batchId?: string }) {
  const { imports } = useWords();
  const base = batchId === undefined ? null : `/imports/${batchId}`;
  const paths = base === null ? [] : [null, `${base}/columns`, `${base}/questions`, base];
  return (
    <nav className="import-steps" aria-label={imports.stepsLabel}>
      <ol>
        {imports.steps.map((step, at) => {
          const path = paths[at];
          return (
            <li key={step} aria-current={at === here ? "step" : undefined}>
              <span className="num" aria-hidden="true">
                {at + 1}
              </span>
              {path && at !== here ? <Link to={path}>{step}</Link> : step}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

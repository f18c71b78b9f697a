import type { ReactNode } from "react";

export type Fact = { label: string; value: ReactNode; isWide?: boolean };

/** Label and value in a grid; long texts take the whole row. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.label} className={fact.isWide ? "wide-fact" : undefined}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

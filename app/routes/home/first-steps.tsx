import { Link } from "@remix-run/react";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";

/** A hospital on its first day: three steps, the first one primary. */
export function FirstSteps({ mayEdit }: { mayEdit: boolean }) {
  const { home, imports } = useWords();
  return (
    <>
      <PageHead title={home.firstTitle} lead={home.firstLead} />
      <ol className="steps">
        {home.steps.map((step, at) => (
          <li key={step.to} className="stack">
            <div>
              <h2>{step.title}</h2>
              <p>{step.what}</p>
            </div>
            {mayEdit && (
              <p>
                <Link className={at === 0 ? "button primary" : "button"} to={step.to}>
                  {step.button}
                </Link>{" "}
                {at === 0 && (
                  <Link className="button" to="/imports">
                    {imports.button}
                  </Link>
                )}
                {step.to === "/disclosures/receive" && (
                  <Link className="button" to="/requests/new">
                    {home.askInstead}
                  </Link>
                )}
              </p>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

import { Form } from "@remix-run/react";
import { useWords } from "~/components/words";
import type { AccountData } from "./route";

/** 所属する病院: shown where there is more than one. */
export function HospitalsPanel({ page }: { page: AccountData }) {
  const words = useWords();
  const { signIn } = words;
  if (page.hospitals.length < 2) return null;
  return (
    <section className="panel">
      <h2>{signIn.hospitals}</h2>
      <div className="panel-text stack">
        {page.hospitals.map((each) => (
          <Form method="post" action="/hospitals" key={each.id} className="row">
            <span>
              <b>{each.name}</b> {words.roleNames[each.role].word}
            </span>
            <input type="hidden" name="intent" value="switch" />
            <input type="hidden" name="hospitalId" value={each.id} />
            {each.id === page.hospitalId ? (
              <span className="tag">{signIn.hereNow}</span>
            ) : (
              <button type="submit" className="button small" aria-label={`${signIn.switchTo}：${each.name}`}>
                {signIn.switchTo}
              </button>
            )}
          </Form>
        ))}
      </div>
    </section>
  );
}

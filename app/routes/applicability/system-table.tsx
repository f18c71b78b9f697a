import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { useWords } from "~/components/words";
import { optionLabel } from "~/messages/labels";
import { applicabilityAddress } from "./address";
import type { ApplicabilityData } from "./route";

/** Every system in use with the class it leads to and how its rows add up. */
export function SystemTable({ page }: { page: ApplicabilityData }) {
  const words = useWords();
  const { applicability: text, profile } = words.comparing;
  const numbers = ["applies", "throughContract", "otherVolume", "total"] as const;
  const names = ["system", "form", "classes", ...numbers] as const;
  const isOpen = page.hasClasses && page.systems.some((each) => each.classes.length > 1);
  return (
    <section className="panel">
      <h2>
        {text.systems} <small>{text.staffIs(profile.staff[page.staff])}</small>
      </h2>
      {isOpen && <p className="panel-text">{text.whyOpen}</p>}
      <DataTable
        caption={text.systems}
        columns={names.map((name) => ({
          name,
          label: text.systemColumns[name],
          isNumber: numbers.some((each) => each === name),
        }))}
        rows={page.systems.map((each) => ({
          id: each.id,
          cells: {
            system: (
              <Link
                to={applicabilityAddress({ ref: page.ref, system: each.id })}
                aria-current={each.id === page.chosen?.id ? "true" : undefined}
              >
                {each.name}
              </Link>
            ),
            form: optionLabel(words, "system", "form", each.form),
            classes: each.classes.length === 0 ? text.noClass : text.classes(each.classes.join(text.orClass)),
            applies: each.counts.applies,
            throughContract: each.counts["through-contract"],
            otherVolume: each.counts["other-volume"],
            total: each.total,
          },
        }))}
      />
    </section>
  );
}

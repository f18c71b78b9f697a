import { Link } from "@remix-run/react";
import { Choice, FieldGroup } from "~/components/field";
import { ScrollBox } from "~/components/scroll-box";
import { useWords } from "~/components/words";
import type { FormRequestKind } from "~/domain/request";
import type { TypedAsking } from "./asking-form.server";
import type { Details } from "./route";

type Typed = TypedAsking | undefined;

/** Who is asked about what: the contact of each, and for a checklist the systems it lists. */
export function TargetTable(props: { kind: FormRequestKind; details: Details; typed: Typed }) {
  const { requests } = useWords();
  const own = requests.new;
  const { kind, details, typed } = props;
  const isChecklist = kind === "checklist";
  return (
    <>
      <div className="panel">
        <ScrollBox label={own.contact}>
          <table className="list targets">
            <caption className="sr">{own.contact}</caption>
            <thead>
              <tr>
                <th scope="col">{own.subject[kind]}</th>
                <th scope="col">{own.contact}</th>
                {isChecklist && <th scope="col">{own.listed}</th>}
              </tr>
            </thead>
            <tbody>
              {details.candidates.map((each) => (
                <tr key={each.id}>
                  <th scope="row">
                    <input type="hidden" name="target" value={each.id} />
                    {each.name}
                    {!isChecklist && <span className="quiet block">{each.vendor}</span>}
                  </th>
                  <td>
                    <ContactChoice candidate={each} details={details} typed={typed} />
                  </td>
                  {isChecklist && (
                    <td>
                      <SystemTicks candidate={each} details={details} typed={typed} />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
        <p className="panel-text quiet">{own.contactHint}</p>
      </div>
      {isChecklist && <SplitChoice typed={typed} />}
    </>
  );
}

type Candidate = Details["candidates"][number];

function ContactChoice(props: { candidate: Candidate; details: Details; typed: Typed }) {
  const { requests } = useWords();
  const own = requests.new;
  const { candidate, details, typed } = props;
  const contacts = details.contacts.filter((each) => each.vendorId === candidate.vendorId);
  if (contacts.length === 0) {
    return (
      <span className="problem">
        {own.noContact} <Link to={`/contacts/new?vendorId=${candidate.vendorId}`}>{own.addContact}</Link>
      </span>
    );
  }
  const chosen = typed?.contacts[candidate.id] || contacts.find((each) => each.mail !== "")?.id;
  return (
    <select
      name={`contact-${candidate.id}`}
      aria-label={`${own.contact} ${candidate.name}`}
      defaultValue={chosen}
    >
      {contacts.map(({ id, name, department, mail }) => (
        <option key={id} value={id} disabled={mail === ""}>
          {`${department} ${name}`.trim()} {mail === "" ? own.noMail : mail}
        </option>
      ))}
    </select>
  );
}

function SystemTicks(props: { candidate: Candidate; details: Details; typed: Typed }) {
  const { candidate, details, typed } = props;
  const systems = details.systems.filter((each) => each.vendorId === candidate.vendorId);
  const chosen = typed?.systems[candidate.id];
  return (
    <div className="ticks">
      {systems.map(({ id, name }) => (
        <label key={id} className="tick">
          <input
            type="checkbox"
            name={`system-${candidate.id}`}
            value={id}
            defaultChecked={chosen ? chosen.includes(id) : true}
          />{" "}
          {name}
        </label>
      ))}
    </div>
  );
}

function SplitChoice({ typed }: { typed: Typed }) {
  const own = useWords().requests.new;
  return (
    <FieldGroup name="split" label={own.split}>
      <div className="choices">
        {(["together", "each"] as const).map((value) => (
          <Choice
            key={value}
            type="radio"
            name="split"
            value={value}
            label={own.splits[value]}
            isChecked={(typed?.split || "together") === value}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

import { Form } from "@remix-run/react";
import { Field, FieldScope } from "~/components/field";
import { ProblemSummary } from "~/components/problem-summary";
import { ScrollBox } from "~/components/scroll-box";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import { jointParties } from "~/domain/role-records";
import type { RawJoint } from "~/use-cases/coverage.server";
import type { CoverageView } from "./route";

type Joint = CoverageView["joints"][number];
type Typed = (RawJoint & { id: string }) | undefined;
type Props = { page: CoverageView; problems: Problem[] | undefined; typed: Typed };

/** 接合部: where two systems meet, who looks after the place between, also in an emergency. */
export function JointsPanel({ page, problems, typed }: Props) {
  const { coverage } = useWords();
  return (
    <section className="panel" id="joints">
      <h2>
        {coverage.joints} <small>{coverage.count(page.joints.length)}</small>
      </h2>
      {page.isPast && <p className="panel-text quiet">{coverage.jointsAreNow}</p>}
      <p className="panel-text quiet">{page.joints.length === 0 ? coverage.noJoint : coverage.jointsWhat}</p>
      {page.joints.length > 0 && (
        <ScrollBox label={coverage.joints}>
          <table className="list">
            <thead>
              <tr>
                {[coverage.between, coverage.jointWhat, coverage.jointParty, coverage.jointEmergency].map(
                  (each) => (
                    <th key={each} scope="col">
                      {each}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {page.joints.map((each) => (
                <JointRow key={each.id} joint={each} />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      {page.mayEdit && <JointForms page={page} problems={problems} typed={typed} />}
    </section>
  );
}

function JointRow({ joint }: { joint: Joint }) {
  const { coverage, forms } = useWords();
  const side = (each: Joint["first"]) => (
    <span className="block">
      <b>{each.system}</b>{" "}
      <span className="quiet">
        {each.contracts.length === 0
          ? coverage.noContract
          : each.contracts.map((one) => one.vendor).join("、")}
      </span>
    </span>
  );
  const party = (code: Joint["party"]) =>
    code === "undecided" ? (
      <b className="late">{coverage.nobody}</b>
    ) : (
      partyName(code, joint, coverage.jointParties)
    );
  return (
    <tr>
      <th scope="row">
        {side(joint.first)}
        {side(joint.second)}
      </th>
      <td>
        {joint.what}
        {joint.note !== "" && <span className="quiet block">{joint.note}</span>}
      </td>
      <td>{party(joint.party) || forms.notGiven}</td>
      <td>{party(joint.emergencyParty) || forms.notGiven}</td>
    </tr>
  );
}

/** The vendor's own name where it is known on that side. */
function partyName(code: Joint["party"], joint: Joint, names: Record<Joint["party"], string>): string {
  const vendorOf = (side: Joint["first"]) => side.contracts[0]?.vendor;
  if (code === "first-vendor") return vendorOf(joint.first) ?? names[code];
  if (code === "second-vendor") return vendorOf(joint.second) ?? names[code];
  return code === "third-party" ? joint.thirdPartyName : names[code];
}

function JointForms({ page, problems, typed }: Props) {
  const { coverage } = useWords();
  return (
    <div className="stack joint-forms">
      {page.joints.map((each) => (
        <details key={each.id} className="confirm" open={typed?.id === each.id}>
          <summary>{coverage.editJoint(each.first.system, each.second.system)}</summary>
          <JointForm
            page={page}
            values={typed?.id === each.id ? typed : each}
            id={each.id}
            version={each.version}
            problems={typed?.id === each.id ? problems : undefined}
          />
          <Form method="post" className="confirm-body">
            <input type="hidden" name="id" value={each.id} />
            <input type="hidden" name="version" value={each.version} />
            <button type="submit" name="intent" value="archive-joint" className="button small">
              {coverage.archiveJoint}
            </button>
          </Form>
        </details>
      ))}
      <details className="confirm" open={typed?.id === ""}>
        <summary>{coverage.addJoint}</summary>
        <JointForm
          page={page}
          values={typed?.id === "" ? typed : blank}
          id=""
          version={0}
          problems={typed?.id === "" ? problems : undefined}
        />
      </details>
    </div>
  );
}

const blank: RawJoint = {
  firstSystemId: "",
  secondSystemId: "",
  what: "",
  party: "undecided",
  thirdPartyName: "",
  emergencyParty: "undecided",
  note: "",
};

function JointForm(props: {
  page: CoverageView;
  values: RawJoint;
  id: string;
  version: number;
  problems: Problem[] | undefined;
}) {
  const words = useWords();
  const { coverage } = words;
  const { page, values, problems } = props;
  const systems = Object.entries(page.systems);
  const labels = {
    firstSystemId: coverage.firstSystem,
    secondSystemId: coverage.secondSystem,
    what: coverage.jointWhat,
  };
  return (
    <FieldScope.Provider value={`${props.id || "new"}-`}>
      <Form method="post" className="confirm-body form" noValidate>
        <ProblemSummary problems={problems} labels={labels} />
        <input type="hidden" name="intent" value="joint" />
        <input type="hidden" name="id" value={props.id} />
        <input type="hidden" name="version" value={props.version} />
        {(["firstSystemId", "secondSystemId"] as const).map((name) => (
          <Field key={name} name={name} label={labels[name]} isRequired problems={problems}>
            {(control) => (
              <select {...control} defaultValue={values[name]}>
                <option value="">{words.forms.notGiven}</option>
                {systems.map(([id, name]) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ))}
        <Field
          name="what"
          label={coverage.jointWhat}
          hint={coverage.jointWhatHint}
          isRequired
          problems={problems}
        >
          {(control) => <input {...control} type="text" defaultValue={values.what} />}
        </Field>
        {(["party", "emergencyParty"] as const).map((name) => (
          <Field
            key={name}
            name={name}
            label={name === "party" ? coverage.jointParty : coverage.jointEmergency}
            problems={problems}
          >
            {(control) => (
              <select {...control} defaultValue={values[name]}>
                {jointParties.map((each) => (
                  <option key={each} value={each}>
                    {coverage.jointParties[each]}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ))}
        {(["thirdPartyName", "note"] as const).map((name) => (
          <Field
            key={name}
            name={name}
            label={name === "note" ? words.roles.column.remark : words.roles.column.thirdPartyName}
            problems={problems}
          >
            {(control) => <input {...control} type="text" defaultValue={values[name]} />}
          </Field>
        ))}
        <p>
          <button type="submit" className="button">
            {words.actions.save}
          </button>
        </p>
      </Form>
    </FieldScope.Provider>
  );
}

import { AudienceTag } from "~/components/audience-tag";
import { Choice, FieldGroup } from "~/components/field";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";

type Template = {
  ref: string;
  title: string;
  audience: "contract" | "internal";
  defaultPrintedNo: string;
};

/** Which paper; who will read it stands beside each. */
export function TemplateChoice(props: {
  templates: readonly Template[];
  chosen: string;
  problems: Problem[] | undefined;
}) {
  const { papers } = useWords();
  return (
    <FieldGroup name="template" label={papers.template} isRequired problems={props.problems}>
      <div className="template-choices">
        {props.templates.map((each) => (
          <Choice
            key={each.ref}
            type="radio"
            name="template"
            value={each.ref}
            isChecked={props.chosen === each.ref}
            label={
              <span className="template-choice">
                <b>{`${each.defaultPrintedNo}　${each.title}`.trim()}</b>{" "}
                <AudienceTag audience={each.audience} />
                <small>{papers.audienceWhat[each.audience]}</small>
              </span>
            }
          />
        ))}
      </div>
    </FieldGroup>
  );
}

import { AudienceTag } from "~/components/audience-tag";
import { Choice, FieldGroup } from "~/components/field";
import { useWords } from "~/components/words";
import type { groupOfKind } from "~/domain/annex-kind";
import type { Problem } from "~/domain/problem";

type PaperGroup = ReturnType<typeof groupOfKind>;

type Template = {
  ref: string;
  title: string;
  audience: "contract" | "internal";
  defaultPrintedNo: string;
  group: PaperGroup;
};

const groups: readonly PaperGroup[] = ["annex", "short-form", "memorandum", "internal"];

/** Which paper; who will read it stands beside each. */
export function TemplateChoice(props: {
  templates: readonly Template[];
  chosen: string;
  problems: Problem[] | undefined;
}) {
  const { papers } = useWords();
  return (
    <FieldGroup name="template" label={papers.template} isRequired problems={props.problems}>
      {groups.map((group) => {
        const own = props.templates.filter((each) => each.group === group);
        return own.length === 0 ? null : (
          <div key={group} className="template-choices">
            <h2>{papers.groups[group]}</h2>
            {own.map((each) => (
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
                  </span>
                }
              />
            ))}
          </div>
        );
      })}
    </FieldGroup>
  );
}

import { ConfirmPanel } from "~/components/confirm-panel";
import { Field } from "~/components/field";
import { useWords } from "~/components/words";

/** 病院を加える: another hospital of the group, with this person as its first administrator. */
export function OpenHospital() {
  const { signIn, accounts } = useWords();
  return (
    <ConfirmPanel
      title={signIn.openHospital}
      what={signIn.openHospitalWhat}
      fields={{ intent: "open" }}
      button={signIn.openHospital}
      action="/hospitals"
    >
      <Field name="name" label={accounts.hospitalName} isRequired>
        {(control) => <input {...control} type="text" required maxLength={200} autoComplete="off" />}
      </Field>
    </ConfirmPanel>
  );
}

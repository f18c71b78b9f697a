import { startAuthentication, startRegistration } from "@simplewebauthn/browser";
import { useEffect, useState } from "react";
import { z } from "zod";
import { useWords } from "./words";

const goneOn = z.object({ to: z.string().regex(/^\/(?!\/)/) });

async function ask(path: string, fields: Record<string, string>): Promise<unknown> {
  const response = await fetch(path, { method: "POST", body: new URLSearchParams(fields) });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

type OptionsOf<F extends (asked: { optionsJSON: never }) => unknown> = Parameters<F>[0]["optionsJSON"];

/** True once the page runs in a browser that has passkeys at this address. */
function usePasskeys(): boolean {
  const [has, setHas] = useState(false);
  useEffect(() => setHas(window.isSecureContext && "PublicKeyCredential" in window), []);
  return has;
}

type PasskeyState = "idle" | "waiting" | "stopped";

/** What the browser is doing with the key, told to people who do not see its window. */
function PasskeyStatus({ state }: { state: PasskeyState }) {
  const { signIn } = useWords();
  return (
    <p role="status">
      {state === "waiting" && signIn.passkeyWaiting}
      {state === "stopped" && signIn.passkeyStopped}
    </p>
  );
}

/** パスキーでサインイン: nothing is shown where the browser or the address has none. */
export function PasskeySignIn({ next }: { next: string }) {
  const { signIn } = useWords();
  const [state, setState] = useState<PasskeyState>("idle");
  const has = usePasskeys();
  if (!has) return null;
  const begin = async () => {
    setState("waiting");
    try {
      const options = await ask("/passkey-options", { for: "sign-in" });
      const optionsJSON = options as OptionsOf<typeof startAuthentication>; // parsed by the browser's own interface
      const answer = JSON.stringify(await startAuthentication({ optionsJSON }));
      const { to } = goneOn.parse(
        await ask("/sign-in/passkey?_data=routes%2Fsign-in-passkey%2Froute", { answer, next }),
      );
      window.location.assign(to);
    } catch {
      setState("stopped");
    }
  };
  return (
    <div className="stack">
      <p>
        <button type="button" className="button big" onClick={begin} disabled={state === "waiting"}>
          {signIn.withPasskey}
        </button>
      </p>
      <PasskeyStatus state={state} />
    </div>
  );
}

/**
 * Makes a passkey and sends the form it stands in, with the browser's answer in the field `answer`; without passkeys
 * it says so.
 */
export function PasskeyMake({ label }: { label: string }) {
  const { signIn } = useWords();
  const [state, setState] = useState<PasskeyState>("idle");
  const has = usePasskeys();
  if (!has) return <p className="quiet">{signIn.passkeyUnsupported}</p>;
  const begin = async (button: HTMLButtonElement) => {
    setState("waiting");
    try {
      const options = await ask("/passkey-options", { for: "register" });
      const optionsJSON = options as OptionsOf<typeof startRegistration>; // parsed by the browser's own interface
      const made = await startRegistration({ optionsJSON });
      const field = button.form?.elements.namedItem("answer");
      if (field instanceof HTMLInputElement) field.value = JSON.stringify(made);
      button.form?.requestSubmit();
      setState("idle");
    } catch {
      setState("stopped");
    }
  };
  return (
    <>
      <input type="hidden" name="answer" defaultValue="" />
      <p>
        <button
          type="button"
          className="button"
          disabled={state === "waiting"}
          onClick={(event) => begin(event.currentTarget)}
        >
          {label}
        </button>
      </p>
      <PasskeyStatus state={state} />
    </>
  );
}

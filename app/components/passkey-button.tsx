import { startAuthentication, startRegistration, WebAuthnError } from "@simplewebauthn/browser";
import { useEffect, useState } from "react";
import { z } from "zod";
import { type Problem, problem, problemCodes } from "~/domain/problem";
import { problemWords } from "~/messages/labels";
import { useWords } from "./words";

const goneOn = z.object({ to: z.string().regex(/^\/(?!\/)/) });
const params = z.record(z.string(), z.union([z.string(), z.number()]));
const refusal = z.object({ problems: z.array(z.object({ code: z.enum(problemCodes), params })).min(1) });

/** The server's own "no", with its reason. */
class Refused extends Error {
  readonly problem: Problem;
  constructor(reason: Problem) {
    super(reason.code);
    this.problem = reason;
  }
}

async function ask(path: string, fields: Record<string, string>): Promise<unknown> {
  const response = await fetch(path, { method: "POST", body: new URLSearchParams(fields) });
  if (response.ok) return response.json();
  const said = refusal.safeParse(await response.json().catch(() => null));
  throw new Refused(said.data?.problems[0] ?? problem("unexpected"));
}

type OptionsOf<F extends (asked: { optionsJSON: never }) => unknown> = Parameters<F>[0]["optionsJSON"];

/** True once the page runs in a browser that has passkeys at this address. */
function usePasskeys(): boolean {
  const [has, setHas] = useState(false);
  useEffect(() => setHas(window.isSecureContext && "PublicKeyCredential" in window), []);
  return has;
}

type PasskeyState =
  | { at: "idle" | "waiting" | "cancelled" | "known" | "stopped" }
  | { at: "refused"; why: Problem };

/** Why a ceremony ended without a key: the person or the clock, the device, or the server. */
function endOf(error: unknown): PasskeyState {
  if (error instanceof Refused) return { at: "refused", why: error.problem };
  if (error instanceof WebAuthnError && error.code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED")
    return { at: "known" };
  // why one name for both: browsers do not tell a page whether a key was missing or somebody pressed "cancel".
  return { at: error instanceof Error && error.name === "NotAllowedError" ? "cancelled" : "stopped" };
}

/** What the browser is doing with the key, told to people who do not see its window. */
function PasskeyStatus({ state }: { state: PasskeyState }) {
  const words = useWords();
  const { signIn } = words;
  const why = state.at === "refused" ? problemWords(words, state.why) : null;
  const ended: Partial<Record<PasskeyState["at"], string>> = {
    cancelled: signIn.passkeyCancelled,
    known: signIn.passkeyKnown,
    stopped: signIn.passkeyStopped,
    refused: why === null ? "" : `${why.what}${why.next}`,
  };
  const text = ended[state.at];
  return (
    <div role="status">
      {state.at === "waiting" && <p>{signIn.passkeyWaiting}</p>}
      {text && <p className="note stop">{text}</p>}
    </div>
  );
}

/**
 * パスキーでサインイン: nothing is shown where the browser or the address has none.
 * @param props.isSecondFactor behind a password: only a key of whoever gave it is asked for and taken
 */
export function PasskeySignIn({ next, isSecondFactor }: { next: string; isSecondFactor?: boolean }) {
  const { signIn } = useWords();
  const [state, setState] = useState<PasskeyState>({ at: "idle" });
  const has = usePasskeys();
  if (!has) return null;
  const begin = async () => {
    setState({ at: "waiting" });
    try {
      const options = await ask("/passkey-options", { for: isSecondFactor ? "second-factor" : "sign-in" });
      const optionsJSON = options as OptionsOf<typeof startAuthentication>; // parsed by the browser's own interface
      const answer = JSON.stringify(await startAuthentication({ optionsJSON }));
      const { to } = goneOn.parse(
        await ask("/sign-in/passkey?_data=routes%2Fsign-in-passkey%2Froute", { answer, next }),
      );
      window.location.assign(to);
    } catch (error) {
      setState(endOf(error));
    }
  };
  return (
    <div className="stack">
      <p>
        <button type="button" className="button big" onClick={begin} disabled={state.at === "waiting"}>
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
  const [state, setState] = useState<PasskeyState>({ at: "idle" });
  const has = usePasskeys();
  if (!has) return <p className="quiet">{signIn.passkeyUnsupported}</p>;
  const begin = async (button: HTMLButtonElement) => {
    const name = button.form?.elements.namedItem("passkeyName");
    // why before: a key that is made and then refused for its missing name would stay on the device for nothing.
    if (name instanceof HTMLInputElement && name.value.trim() === "") return button.form?.requestSubmit();
    setState({ at: "waiting" });
    try {
      const options = await ask("/passkey-options", { for: "register" });
      const optionsJSON = options as OptionsOf<typeof startRegistration>; // parsed by the browser's own interface
      const made = await startRegistration({ optionsJSON });
      const field = button.form?.elements.namedItem("answer");
      if (field instanceof HTMLInputElement) field.value = JSON.stringify(made);
      button.form?.requestSubmit();
      setState({ at: "idle" });
    } catch (error) {
      setState(endOf(error));
    }
  };
  return (
    <>
      <input type="hidden" name="answer" defaultValue="" />
      <p>
        <button
          type="button"
          className="button"
          disabled={state.at === "waiting"}
          onClick={(event) => begin(event.currentTarget)}
        >
          {label}
        </button>
      </p>
      <PasskeyStatus state={state} />
    </>
  );
}

import type { Problem } from "~/domain/problem";
import { Field } from "./field";
import { useWords } from "./words";

/** The picture to scan and the key to type; drawn by this server. */
export function AppPicture({ qr, seed }: { qr: { side: number; path: string }; seed: string }) {
  const { signIn } = useWords();
  return (
    <div className="app-picture">
      <svg viewBox={`0 0 ${qr.side} ${qr.side}`} role="img" aria-label={signIn.qr} className="qr">
        <rect width={qr.side} height={qr.side} className="qr-paper" />
        <path d={qr.path} className="qr-ink" />
      </svg>
      <p>
        {signIn.seed}
        <br />
        <code className="seed">{seed.match(/.{1,4}/g)?.join(" ")}</code>
      </p>
    </div>
  );
}

/** Six digits, or a recovery code. */
export function CodeField(props: { problems: readonly Problem[] | undefined; hint?: string }) {
  const { signIn } = useWords();
  return (
    <Field
      name="code"
      label={signIn.code}
      problems={props.problems}
      isRequired
      {...(props.hint ? { hint: props.hint } : {})}
    >
      {(control) => (
        <input {...control} type="text" autoComplete="one-time-code" spellCheck={false} className="short" />
      )}
    </Field>
  );
}

/** 回復コード, shown this once. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const { signIn } = useWords();
  return (
    <section className="note warn stack" role="status">
      <h2>{signIn.codesTitle}</h2>
      <p>{signIn.codesLead}</p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}

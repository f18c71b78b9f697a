import type { ActionFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useSubmit } from "@remix-run/react";
import { type ChangeEvent, useState } from "react";
import { Field } from "~/components/field";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { type Problem, problem } from "~/domain/problem";
import type { Verification } from "~/domain/signed-copy";
import { readForm, refuse, reply, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { verifyPaper } from "~/use-cases/signed-copies.server";
import { hashesOf } from "./hash-file";

export const meta = pageTitle((words) => words.verify.title);

/** Nobody needs to be signed in, nothing is stored; asking in vain again and again closes the door for a while. */
export async function action({ request, context }: ActionFunctionArgs) {
  const tries = `verify ${context.remoteAddress}`;
  if (!(await context.hasTries(tries))) throw refuse([problem("too-many-attempts")]);
  const hashes = textOf(await readForm(request), "hashes");
  const places = [context.own, context.demo()].filter((each) => each !== null);
  let answer: Verification = { kind: "none" };
  for (const ports of places) {
    const found = await verifyPaper(ports, hashes);
    if (!found.ok) return reply<Answered>({ answer: null, problems: found.problems }, { status: 400 });
    if (found.value.kind !== "none") answer = found.value;
  }
  if (answer.kind === "none") await context.countTry(tries);
  return reply<Answered>({ answer, problems: [] });
}

type Answered = { answer: Verification | null; problems: Problem[] };

export default function Verify() {
  const words = useWords();
  const { verify } = words;
  const found = useActionData<typeof action>();
  return (
    <div className="stack">
      <PageHead title={verify.title} lead={verify.lead} />
      <ProblemSummary problems={found?.problems} labels={{ hashes: verify.hash }} />
      {found?.answer && <Answer answer={found.answer} />}
      <FileChoice />
      <Form method="post" className="form panel" noValidate>
        <Field name="hashes" label={verify.hash} hint={verify.hashHint} problems={found?.problems}>
          {(control) => <input {...control} type="text" autoComplete="off" spellCheck={false} />}
        </Field>
        <p>
          <button type="submit" className="button">
            {verify.check}
          </button>
        </p>
      </Form>
      <p className="quiet">{verify.limits}</p>
    </div>
  );
}

/** Choosing a file computes its hashes here and asks about them; the file stays on this machine. */
function FileChoice() {
  const { verify } = useWords();
  const submit = useSubmit();
  const [state, setState] = useState<"idle" | "computing" | "impossible">("idle");
  const compute = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.currentTarget.files?.[0];
    if (!file) return;
    setState("computing");
    const hashes = await hashesOf(file);
    setState(hashes === null ? "impossible" : "idle");
    if (hashes !== null) submit({ hashes: hashes.join(" ") }, { method: "post" });
  };
  return (
    <section className="panel">
      <label className="field">
        {verify.file}
        <input type="file" accept="application/pdf,.pdf" onChange={compute} />
      </label>
      <p className="quiet" role="status">
        {state === "computing"
          ? verify.computing
          : state === "impossible"
            ? verify.impossible
            : verify.fileHint}
      </p>
    </section>
  );
}

function Answer({ answer }: { answer: Verification }) {
  const { verify } = useWords();
  if (answer.kind === "none") {
    return (
      <div className="note stop" role="status">
        <p>
          <b>{verify.none}</b>
        </p>
        <p>{verify.noneNext}</p>
      </div>
    );
  }
  return (
    <div className={answer.isCurrent ? "note good" : "note warn"} role="status">
      <p>
        <b>{verify.found[answer.kind]}</b>
      </p>
      <p>{verify.version(answer.issueNo)}</p>
      <p>{answer.isCurrent ? verify.current : verify.replaced}</p>
    </div>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { redirectTo, refuse, reply, replyProblems } from "~/http.server";
import { pageTitle } from "~/page-title";
import { readFormParts } from "~/uploads.server";
import { MAX_REQUEST_FILE_BYTES } from "~/use-cases/request-course.server";
import { showSection } from "~/use-cases/vendor-answers.server";
import { requireDesk } from "~/vendor-visit.server";
import { DeskHead } from "./desk-head";
import { pressed } from "./pressed.server";
import { SectionForm } from "./section-form";

export const meta = pageTitle((words) => words.vendorDesk.head.title);

const sectionIn = (request: Request) => {
  const at = Number(new URL(request.url).searchParams.get("section") ?? "1");
  return Number.isInteger(at) ? at : 1;
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireDesk(request, context, params.requestId);
  const section = await showSection(ports, scope, { section: sectionIn(request) });
  if (!section.ok) throw refuse(section.problems);
  return reply(section.value);
}

/** Every button of the page sends the whole section: first it is saved, then the button does its work. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const desk = await requireDesk(request, context, params.requestId);
  const parts = await readFormParts(request, MAX_REQUEST_FILE_BYTES);
  if (!parts.ok) return replyProblems(parts.problems, { differing: [], typed: [] });
  const { outcome, typed } = await pressed(desk, parts.value);
  if (!outcome.ok) return replyProblems(outcome.problems, { differing: [], typed });
  const { differing, anchor, next } = outcome.value;
  if (differing.length > 0) return reply({ problems: [], differing, typed: [] }, { status: 409 });
  if (next === "submit") return redirectTo(`${desk.path}/submit`);
  const to = sectionIn(request) + (next === "section" ? 1 : 0);
  return redirectTo(`${desk.path}?section=${to}${anchor}`);
}

export default function VendorAnswers() {
  const section = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  return (
    <>
      <DeskHead />
      <SectionForm key={section.at} section={section} problems={found?.problems} found={found ?? null} />
    </>
  );
}

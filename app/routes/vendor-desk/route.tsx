import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, type ShouldRevalidateFunction, useLoaderData } from "@remix-run/react";
import { refuse, reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { showDesk } from "~/use-cases/vendor-answers.server";
import { requireDesk } from "~/vendor-visit.server";
import { DeskAside } from "./desk-aside";
import { DeskSaver } from "./desk-saver";

export const meta = pageTitle((words) => words.vendorDesk.head.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope, path } = await requireDesk(request, context, params.requestId);
  const desk = await showDesk(ports, scope);
  if (!desk.ok) throw refuse(desk.problems);
  return reply({ ...desk.value, path });
}

/** Autosave moves the numbers, so every step inside the desk asks for them again. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true;

export default function VendorDesk() {
  const desk = useLoaderData<typeof loader>();
  return (
    <DeskSaver key={desk.request.id} requestId={desk.request.id}>
      <div className="asked">
        <div className="stack">
          <Outlet context={desk} />
        </div>
        <DeskAside desk={desk} />
      </div>
    </DeskSaver>
  );
}

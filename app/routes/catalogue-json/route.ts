import { Buffer } from "node:buffer";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileReply } from "~/file-reply.server";
import { refuse } from "~/http.server";
import { requireScope } from "~/scope.server";
import { exportCatalogueJson } from "~/use-cases/publish-catalogue.server";

/** A catalogue as the JSON it was frozen as, for another group of hospitals or for keeping. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const found = await exportCatalogueJson(ports, scope, { ref: params.ref ?? "" });
  if (!found.ok) throw refuse(found.problems);
  return fileReply(Buffer.from(found.value.text, "utf8"), found.value.fileName);
}

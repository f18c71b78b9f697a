import type { RegisterNoun } from "~/domain/register";
import type { Visit } from "~/scope.server";
import { listRequests } from "~/use-cases/requests.server";
import type { RecordRequests } from "./requests-panel";

/** Requests about a vendor, a product or a version, the newest due day first; null for every other register. */
export async function requestsOfRecord(
  { ports, scope }: Visit,
  noun: RegisterNoun,
  id: string,
): Promise<RecordRequests | null> {
  const about = {
    vendor: { query: { vendorId: id }, askPath: `/requests/new?vendor=${id}` },
    product: { query: { productId: id }, askPath: "/requests/new" },
    productVersion: { query: { productVersionId: id }, askPath: `/requests/new?productVersion=${id}` },
  };
  const found = Object.entries(about).find(([name]) => name === noun)?.[1];
  if (!found) return null;
  const { rows, total } = await listRequests(ports, scope, { ...found.query, isDescending: true });
  return { rows, total, askPath: found.askPath };
}

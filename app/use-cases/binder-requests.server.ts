import { newestSubmissions } from "#db/queries/binders.server";
import { listRequestRows } from "#db/queries/request-lists.server";
import { courseOfEveryRequest } from "#db/queries/request-records.server";
import type { BinderRequest } from "~/domain/binder-facts";
import { dayInTokyo } from "~/domain/day";
import { aboutOf } from "~/domain/request";
import { proofOf } from "~/domain/request-proof";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";

/** Requests in a binder at most; a hospital that asked more often prints the newest. */
const MAX_REQUESTS = 500;
const newestFirst = {
  search: "",
  kind: null,
  states: null,
  dueBefore: null,
  roundId: null,
  vendorId: null,
  productId: null,
  productVersionId: null,
  contractId: null,
  sort: "createdAt",
  isDescending: true,
  page: 1,
  pageSize: MAX_REQUESTS,
} as const;

/** Every request with its proof: what was asked, when it arrived, was opened, was called for again, was answered. Four queries. */
export async function binderRequests(ports: Ports, scope: Scope): Promise<BinderRequest[]> {
  const [{ rows }, submissions, events] = await Promise.all([
    listRequestRows(ports.db, scope, newestFirst),
    newestSubmissions(ports.db, scope),
    courseOfEveryRequest(ports.db, scope),
  ]);
  const course = new Map<string, typeof events>();
  for (const each of events) {
    const own = course.get(each.requestId);
    if (own) own.push(each);
    else course.set(each.requestId, [each]);
  }
  return rows.map((each) => {
    const submission = submissions.get(each.id);
    return {
      vendor: each.vendor,
      kind: each.kind,
      about: aboutOf(each),
      askedOn: dayInTokyo(each.createdAt),
      dueOn: each.dueOn,
      state: each.state,
      submittedOn: submission ? dayInTokyo(submission.submittedAt) : null,
      sha256: submission?.sha256 ?? "",
      course: proofOf(course.get(each.id) ?? []),
    };
  });
}

import { and, asc, count, desc, eq, inArray, like, lt, or, type SQL, sql } from "drizzle-orm";
import type { Day } from "../../app/domain/day.ts";
import type { RequestKind, RequestState } from "../../app/domain/request.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import {
  contract,
  product,
  productVersion,
  request,
  requestRound,
  vendor,
  vendorContact,
} from "../schema.ts";
import { shownFrom } from "./requests.server.ts";

export const requestSorts = ["dueOn", "vendor", "subject", "state", "createdAt"] as const;
export type RequestSort = (typeof requestSorts)[number];
export type RequestListQuery = {
  search: string;
  states: readonly RequestState[] | null;
  kind: RequestKind | null;
  /** Only requests whose due day lies before this day. */
  dueBefore: Day | null;
  roundId: string | null;
  vendorId: string | null;
  productId: string | null;
  productVersionId: string | null;
  contractId: string | null;
  sort: RequestSort;
  isDescending: boolean;
  page: number;
  pageSize: number;
};

const subject = sql<string>`coalesce(${product.name} || ' ' || ${productVersion.label}, ${contract.title}, ${requestRound.title})`;

/** One page of requests in the order asked, and their total: two queries, and no answer row is listed. */
export async function listRequestRows(db: DbOrTx, scope: Scope, query: RequestListQuery) {
  const where = conditions(scope, query);
  const sortColumn = {
    dueOn: request.dueOn,
    vendor: vendor.name,
    subject,
    state: request.state,
    createdAt: request.createdAt,
  }[query.sort];
  const rows = await shownFrom(db)
    .where(where)
    .orderBy(query.isDescending ? desc(sortColumn) : asc(sortColumn), asc(request.dueOn), asc(request.id))
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize);
  const counted = await db
    .select({ total: count() })
    .from(request)
    .innerJoin(requestRound, eq(requestRound.id, request.roundId))
    .innerJoin(vendor, eq(vendor.id, request.vendorId))
    .innerJoin(vendorContact, eq(vendorContact.id, request.contactId))
    .leftJoin(productVersion, eq(productVersion.id, request.productVersionId))
    .leftJoin(product, eq(product.id, productVersion.productId))
    .leftJoin(contract, eq(contract.id, request.contractId))
    .where(where);
  return { rows, total: counted[0]?.total ?? 0 };
}

function conditions(scope: Scope, query: RequestListQuery): SQL | undefined {
  const text = `%${query.search.replace(/[\\%_]/g, "")}%`;
  const searched = [vendor.name, vendor.nameKana, product.name, contract.title, contract.number];
  return and(
    eq(request.hospitalId, scope.hospitalId),
    query.states === null ? undefined : inArray(request.state, [...query.states]),
    query.kind === null ? undefined : eq(request.kind, query.kind),
    query.dueBefore === null ? undefined : lt(request.dueOn, query.dueBefore),
    query.roundId === null ? undefined : eq(request.roundId, query.roundId),
    query.vendorId === null ? undefined : eq(request.vendorId, query.vendorId),
    query.productId === null ? undefined : eq(productVersion.productId, query.productId),
    query.productVersionId === null ? undefined : eq(request.productVersionId, query.productVersionId),
    query.contractId === null ? undefined : eq(request.contractId, query.contractId),
    query.search === ""
      ? undefined
      : or(...[...searched, requestRound.title, vendorContact.name].map((column) => like(column, text))),
  );
}

/** How many requests stand in each state, and how many of each are past their due day. */
export async function countRequestStates(db: DbOrTx, scope: Scope, today: Day) {
  return db
    .select({
      state: request.state,
      count: count(),
      past: sql<number>`sum(${request.dueOn} < ${today})`,
    })
    .from(request)
    .where(eq(request.hospitalId, scope.hospitalId))
    .groupBy(request.state);
}

/** Submissions that nobody of the hospital has accepted or sent back yet. One query on an index. */
export async function countSubmitted(db: DbOrTx, scope: Scope): Promise<number> {
  const rows = await db
    .select({ n: count() })
    .from(request)
    .where(and(eq(request.hospitalId, scope.hospitalId), eq(request.state, "submitted")));
  return rows[0]?.n ?? 0;
}

/** Requests that ask something of somebody today: what home and the calendar are made of, first due first. */
export async function openRequests(db: DbOrTx, scope: Scope) {
  return shownFrom(db)
    .where(
      and(
        eq(request.hospitalId, scope.hospitalId),
        or(
          inArray(request.state, ["waiting", "opened", "returned", "submitted"]),
          sql`EXISTS (SELECT 1 FROM request_message q WHERE q.request_id = ${request.id}
            AND q.hospital_id = ${request.hospitalId} AND q.side = 'vendor')`,
        ),
      ),
    )
    .orderBy(asc(request.dueOn), asc(request.id));
}

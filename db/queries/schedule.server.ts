import { and, asc, eq, gt, gte, inArray, lt, sql } from "drizzle-orm";
import type { Day } from "../../app/domain/day.ts";
import type { RequestEventKind, RequestState } from "../../app/domain/request.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import {
  hospital,
  mail,
  product,
  productVersion,
  request,
  requestEvent,
  requestRound,
  schedulerMark,
  vendor,
} from "../schema.ts";

type Owner = Pick<Scope, "groupId" | "hospitalId">;

/** Every hospital of this database: the scheduler is the one reader that belongs to none. */
export async function everyHospital(db: DbOrTx): Promise<Owner[]> {
  return db
    .select({ hospitalId: hospital.id, groupId: hospital.groupId })
    .from(hospital)
    .orderBy(asc(hospital.id));
}

/** Up to which day, and which record, a work of the scheduler is done; null before the first time. */
export async function findMark(db: DbOrTx, owner: Owner, name: string) {
  const rows = await db
    .select()
    .from(schedulerMark)
    .where(and(eq(schedulerMark.hospitalId, owner.hospitalId), eq(schedulerMark.name, name)));
  return rows[0] ?? null;
}

/** @returns false when another process set the mark since `version` was read (0 = there was none) */
export async function setMark(
  db: DbOrTx,
  owner: Owner,
  mark: { id: string; name: string; doneThrough: Day; doneSeq: number; version: number },
): Promise<boolean> {
  const { version, ...values } = mark;
  if (version === 0) {
    const made = await db
      .insert(schedulerMark)
      .values({ ...values, hospitalId: owner.hospitalId })
      .onConflictDoNothing()
      .returning({ id: schedulerMark.id });
    return made.length === 1;
  }
  const changed = await db
    .update(schedulerMark)
    .set({ doneThrough: mark.doneThrough, doneSeq: mark.doneSeq, version: version + 1 })
    .where(
      and(
        eq(schedulerMark.hospitalId, owner.hospitalId),
        eq(schedulerMark.name, mark.name),
        eq(schedulerMark.version, version),
      ),
    )
    .returning({ id: schedulerMark.id });
  return changed.length === 1;
}

/** Events after which a due day counts anew. */
const tellings: readonly RequestEventKind[] = ["asked", "due-changed", "returned"];
const owed: readonly RequestState[] = ["waiting", "opened", "returned"];

const isOfHospital = (owner: Owner) => eq(request.hospitalId, owner.hospitalId);
const since = sql<Day>`coalesce((SELECT max(e.happened_on) FROM request_event e
  WHERE e.hospital_id = ${request.hospitalId} AND e.request_id = ${request.id}
    AND e.channel IN ('web', 'program')
    AND e.kind IN (${sql.join(
      tellings.map((each) => sql`${each}`),
      sql`, `,
    )})), date(${request.createdAt}, '+9 hours'))`;

/**
 * Requests that wait for an answer, with what reminders are planned from. A request whose asking mail has not
 * left yet is not among them: nobody is reminded of what was never asked.
 */
export async function owedRequests(db: DbOrTx, owner: Owner, requestId: string | null = null) {
  return db
    .select({
      id: request.id,
      contactId: request.contactId,
      dueOn: request.dueOn,
      reminderDays: requestRound.reminderDays,
      since,
    })
    .from(request)
    .innerJoin(requestRound, eq(requestRound.id, request.roundId))
    .where(
      and(
        isOfHospital(owner),
        requestId === null ? undefined : eq(request.id, requestId),
        inArray(request.state, [...owed]),
        sql`NOT EXISTS (SELECT 1 FROM mail m WHERE m.hospital_id = ${request.hospitalId}
          AND m.request_id = ${request.id} AND m.kind = 'request'
          AND m.state IN ('waiting', 'sending', 'failed') AND ${request.state} = 'waiting')`,
      ),
    )
    .orderBy(asc(request.id));
}

/** `once` of every reminder written for the hospital's requests that still wait. */
export async function writtenReminders(db: DbOrTx, owner: Owner): Promise<Set<string>> {
  const rows = await db
    .select({ once: mail.once })
    .from(mail)
    .innerJoin(request, eq(request.id, mail.requestId))
    .where(
      and(
        eq(mail.hospitalId, owner.hospitalId),
        eq(mail.kind, "reminder"),
        inArray(request.state, [...owed]),
      ),
    );
  return new Set(rows.map((each) => each.once));
}

const subject = {
  requestId: request.id,
  vendor: vendor.name,
  catalogueRef: request.catalogueRef,
  product: sql<string | null>`${product.name} || ' ' || ${productVersion.label}`,
};

/** Events of these kinds recorded after the number, in their order. */
export async function eventsAfter(db: DbOrTx, owner: Owner, seq: number, kinds: readonly RequestEventKind[]) {
  return db
    .select({ ...subject, kind: requestEvent.kind, seq: requestEvent.recordedSeq })
    .from(requestEvent)
    .innerJoin(request, eq(request.id, requestEvent.requestId))
    .innerJoin(vendor, eq(vendor.id, request.vendorId))
    .leftJoin(productVersion, eq(productVersion.id, request.productVersionId))
    .leftJoin(product, eq(product.id, productVersion.productId))
    .where(
      and(
        eq(requestEvent.hospitalId, owner.hospitalId),
        gt(requestEvent.recordedSeq, seq),
        inArray(requestEvent.kind, [...kinds]),
      ),
    )
    .orderBy(asc(requestEvent.recordedSeq), asc(requestEvent.id));
}

/** Requests without an answer whose due day passed from `from` on, before `today`. */
export async function newlyOverdue(db: DbOrTx, owner: Owner, from: Day, today: Day) {
  return db
    .select(subject)
    .from(request)
    .innerJoin(vendor, eq(vendor.id, request.vendorId))
    .leftJoin(productVersion, eq(productVersion.id, request.productVersionId))
    .leftJoin(product, eq(product.id, productVersion.productId))
    .where(
      and(
        isOfHospital(owner),
        inArray(request.state, [...owed]),
        gte(request.dueOn, from),
        lt(request.dueOn, today),
      ),
    )
    .orderBy(asc(request.dueOn), asc(request.id));
}

import { type AnySQLiteColumn, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import {
  twoFactorObstacles,
  twoFactorPlaces,
  twoFactorRoutes,
  twoFactorStates,
} from "../../app/domain/two-factor.ts";
import { day, hospitalId, id, moment, oneOf, recordedSeq } from "../columns.ts";
import { account, hospital } from "./people.ts";
import { system } from "./registers.ts";

/** 二要素認証の状況 of one system at one place, as from a day. Frozen; a correction supersedes with a reason. */
export const twoFactorState = sqliteTable(
  "two_factor_state",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    systemId: text("system_id")
      .notNull()
      .references(() => system.id),
    place: text("place", { enum: twoFactorPlaces }).notNull(),
    state: text("state", { enum: twoFactorStates }).notNull(),
    route: text("route", { enum: twoFactorRoutes }).notNull(),
    /** JSON list of preconditions of the jump host that a person found fulfilled. */
    preconditions: text("preconditions").notNull().default("[]"),
    plannedOn: day("planned_on"),
    obstacle: text("obstacle", { enum: twoFactorObstacles }).notNull(),
    /** Yen, tax included; null = not known. */
    costEstimate: integer("cost_estimate"),
    costActual: integer("cost_actual"),
    source: text("source").notNull(),
    reason: text("reason").notNull(),
    effectiveFrom: day("effective_from").notNull(),
    recordedSeq: recordedSeq(),
    supersedes: text("supersedes").references((): AnySQLiteColumn => twoFactorState.id),
    recordedAt: moment("recorded_at").notNull(),
    recordedBy: text("recorded_by").references(() => account.id),
  },
  (t) => [
    index("two_factor_state_by_system").on(t.hospitalId, t.systemId, t.place),
    oneOf("two_factor_state", "place", twoFactorPlaces),
    oneOf("two_factor_state", "state", twoFactorStates),
    oneOf("two_factor_state", "route", twoFactorRoutes),
    oneOf("two_factor_state", "obstacle", twoFactorObstacles),
  ],
);

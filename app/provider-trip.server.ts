import type { AppLoadContext } from "@remix-run/node";
import { z } from "zod";
import { cookieOf } from "~/http.server";

const tripSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  isLink: z.boolean(),
  next: z.string(),
  until: z.string(),
});
export type Trip = z.infer<typeof tripSchema>;

const TRIP_SECONDS = 10 * 60;
const PATH = "/sign-in/provider/callback";
const ABOUT = "provider trip";

function tripCookie(context: AppLoadContext) {
  return cookieOf("buntan_trip", { isSecure: context.isSecure, maxAgeSeconds: TRIP_SECONDS, path: PATH });
}

/** Keeps what the way back has to fit, sealed: the browser carries it and cannot read or change it. */
export async function keepTrip(context: AppLoadContext, trip: Omit<Trip, "until">): Promise<string> {
  const until = new Date(Date.parse(context.own.now()) + TRIP_SECONDS * 1000).toISOString();
  return tripCookie(context).serialize(context.own.secrets.seal(JSON.stringify({ ...trip, until }), ABOUT));
}

export async function dropTrip(context: AppLoadContext): Promise<string> {
  return tripCookie(context).serialize("", { maxAge: 0 });
}

/** The trip this browser is on, or null. */
export async function tripOf(request: Request, context: AppLoadContext): Promise<Trip | null> {
  const sealed: unknown = await tripCookie(context).parse(request.headers.get("cookie"));
  const text = typeof sealed === "string" ? context.own.secrets.open(sealed, ABOUT) : null;
  const trip = text === null ? null : tripSchema.parse(JSON.parse(text));
  return trip !== null && trip.until > context.own.now() ? trip : null;
}

function here(request: Request, context: AppLoadContext): string {
  return context.own.baseUrl ?? new URL(request.url).origin;
}

/** Where the provider sends the browser back to; registered there beforehand. */
export function providerCallback(request: Request, context: AppLoadContext): string {
  return `${here(request, context)}${PATH}`;
}

/** The address the browser came back to, as the provider knows it. */
export function providerReturn(request: Request, context: AppLoadContext): URL {
  return new URL(`${providerCallback(request, context)}${new URL(request.url).search}`);
}

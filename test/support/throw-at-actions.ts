import type { BuiltRoute } from "./built-routes";
import { watchChanges } from "./change-watch";
import { takeConsoleErrors } from "./console-errors";
import type { DemoWeb } from "./demo-web";
import type { Control, HtmlForm } from "./html-forms";
import { type Random, seededRandom } from "./random";
import { type Readers, readersOf, type Walked } from "./walk";
import type { Raw } from "./web";
import { type Shot, shotOfWords, shotsOfAnyAction, shotsOfForm, shownForm } from "./wrong-bodies";

/** How much is thrown in the drill; the gate has a list of its own (throw-in-gate.ts). */
export type Amount = {
  seed: number;
  /** Bodies that no form of ours makes, of each action. */
  any: number;
  /** Forms of each action, and how each is spoilt. */
  forms: number;
  spoilt: number;
  /** Buttons that are pressed as shown. */
  shown: number;
  words: number;
  /** Other people who throw, and how much each. */
  others: number;
  byOthers: number;
};
export type Thrown = { requests: number; byStatus: Record<string, number>; faults: string[] };

/** Actions that need no field at all, so that an empty form is a right one. */
const takesAnything: Readonly<Record<string, string>> = {};

/** Tables that say who is there and what was tried; written whether or not the action is done. */
const bookkeeping = ["session", "sign_in_step", "vendor_session", "watched_change"];

/** Actions that keep each row that can be kept, whole, and say what is missing elsewhere on the page. */
const keepsRows: Readonly<Record<string, string>> = {
  "intakes/:id": "intake_correction",
  "intakes/:id/checklist": "intake_correction",
};

/** Actions after which the people of the hospital may be locked out: they come last. */
const lockingOut = [
  "people",
  "people/:id",
  "hospitals",
  "account",
  "settings/access",
  "settings/personal-data",
];

export type Thrower = {
  demo: DemoWeb;
  random: Random;
  amount: Amount;
  otherIds: string[];
  samples: Walked["samples"];
  readers: Readers;
  changes: { since(): Promise<string[]> };
  thrown: Thrown;
};
export type By = { who: string; visitor: { raw: Raw } };
export type At = {
  route: BuiltRoute;
  address: string;
  /** As a browser without scripts sends it, so that the page is drawn; left to chance when it is not said. */
  isDocument?: boolean;
};

/** Whoever throws, before the first throw: what stands in the database now counts as untouched. */
export async function openThrower(demo: DemoWeb, walked: Walked, amount: Amount): Promise<Thrower> {
  const ids = await demo.ports.db.$client.execute(
    "SELECT id FROM vendor UNION SELECT id FROM request UNION SELECT id FROM account UNION SELECT id FROM hospital",
  );
  return {
    demo,
    random: seededRandom(amount.seed),
    amount,
    otherIds: ids.rows.map((row) => String(row.id)),
    samples: walked.samples,
    readers: await readersOf(demo),
    changes: await watchChanges(demo.ports),
    thrown: { requests: 0, byStatus: {}, faults: [] },
  };
}

/** The routes that have an action, in an order in which the people of the hospital stay able to throw. */
export function actionsOf(walked: Walked): BuiltRoute[] {
  const late = (route: BuiltRoute) => (lockingOut.includes(route.address) ? 1 : 0);
  return walked.routes.filter((each) => each.hasAction).sort((a, b) => late(a) - late(b));
}

/** Whose forms an action takes: the vendor's at his desk, the administrator's elsewhere. */
export function ownerOf({ demo, readers, samples }: Thrower, route: BuiltRoute): By {
  if (!route.address.startsWith("r/")) return { who: "admin", visitor: readers.admin };
  const isSubmitted = (samples.get(route.id) ?? "").includes(demo.desks.submitted);
  return { who: "vendor", visitor: isSubmitted ? readers.submitted : readers.desk };
}

/**
 * Throws wrong bodies at every action of the program: as an administrator all of them, as each other role, as a vendor,
 * as somebody of another hospital and as nobody some. A fault is an answer of 500 or above, an open redirect, a wrong
 * body taken for right, a refused one that left something stored, or a change without an audit entry.
 */
export async function throwAtEveryAction(demo: DemoWeb, walked: Walked, amount: Amount): Promise<Thrown> {
  const thrower = await openThrower(demo, walked, amount);
  for (const route of actionsOf(walked)) await throwAt(thrower, route, walked.forms.get(route.id) ?? []);
  return thrower.thrown;
}

async function throwAt(
  thrower: Thrower,
  route: BuiltRoute,
  shown: { address: string; form: HtmlForm }[],
): Promise<void> {
  const { demo, random, amount } = thrower;
  const sample = thrower.samples.get(route.id) ?? "";
  // why the ones before: a request may have been withdrawn meanwhile, and its desk opens no more.
  thrower.readers = await readersOf(demo).catch(() => thrower.readers);
  const isDesk = route.address.startsWith("r/");
  const by = ownerOf(thrower, route);
  await thrower.changes.since();
  const words = random.some(route.words, 40);
  const wrong = [
    ...random.some(shotsOfAnyAction(words), amount.any).map((shot) => ({ address: sample, shot })),
    ...Array.from({ length: amount.words }, () => ({
      address: sample,
      shot: shotOfWords(route.words, random),
    })),
    ...random
      .some(shown, amount.forms)
      .flatMap(({ address, form }) =>
        random
          .some(shotsOfForm(form, thrower.otherIds, random), amount.spoilt)
          .map((shot) => ({ address, shot })),
      ),
  ];
  for (const { address, shot } of wrong) await throwOne(thrower, by, { route, address }, shot);
  await byOthers(thrower, route, wrong, isDesk);
  for (const { address, shot } of asShown(shown, random, amount.shown)) {
    await throwOne(thrower, by, { route, address }, shot);
  }
  await settled(demo);
  await thrower.changes.since();
}

async function byOthers(
  thrower: Thrower,
  route: BuiltRoute,
  wrong: { address: string; shot: Shot }[],
  isDesk: boolean,
): Promise<void> {
  const { demo, random, amount } = thrower;
  const others: By[] = [{ who: "nobody", visitor: demo.web.anonymous() }];
  if (isDesk) others.push({ who: "admin", visitor: await demo.web.as(demo.scopes.admin) });
  for (const role of ["lead", "procurement", "approver", "viewer"] as const) {
    if (!isDesk) others.push({ who: role, visitor: await demo.web.as(demo.scopes[role]) });
  }
  others.push({ who: "another hospital", visitor: await demo.web.as(demo.stranger) });
  if (!isDesk) others.push({ who: "vendor", visitor: thrower.readers.desk });
  await thrower.changes.since();
  for (const by of random.some(others, amount.others)) {
    for (const { address, shot } of random.some(wrong, amount.byOthers)) {
      await throwOne(thrower, by, { route, address }, shot);
    }
  }
}

function asShown(shown: { address: string; form: HtmlForm }[], random: Random, count: number) {
  const all = shown.flatMap(({ address, form }) => {
    const buttons: (Control | null)[] = form.controls.filter((each) => each.kind === "button");
    return (buttons.length > 0 ? buttons : [null]).map((each) => ({ address, shot: shownForm(form, each) }));
  });
  return random.some(all, count);
}

/** Throws one body, and notes what is wrong with the answer. @returns its status */
export async function throwOne(thrower: Thrower, by: By, at: At, shot: Shot): Promise<number> {
  const { thrown, random, demo } = thrower;
  const isDocument = at.route.isPage && (at.isDocument ?? random.below(6) === 0);
  const query = [
    ...(at.route.isIndex ? ["index"] : []),
    ...(shot.query ? [shot.query] : []),
    ...(at.route.isPage && !isDocument ? [`_data=${encodeURIComponent(at.route.id)}`] : []),
  ].join("&");
  const to = query === "" ? at.address : `${at.address}${at.address.includes("?") ? "&" : "?"}${query}`;
  const ask = () => by.visitor.raw(to, shot);
  // why once more: a connection that was kept open may be closed by the server just as it is used again.
  const answer = await ask().catch(ask);
  await answer.arrayBuffer();
  await settled(demo);
  const errors = takeConsoleErrors();
  thrown.requests += 1;
  thrown.byStatus[answer.status] = (thrown.byStatus[answer.status] ?? 0) + 1;
  const faults = faultsOf(answer, at, shot, await thrower.changes.since());
  if (errors.length > 0) faults.push(`printed ${errors.join("\n")}`);
  for (const each of faults) {
    const told = `${by.who} ${to} [${shot.label}] ${answer.status}: ${each}`;
    thrown.faults.push(told);
    // why at once: a run of an hour that is stopped has found what it has found.
    process.stdout.write(`${told}\n`);
  }
  return answer.status;
}

function faultsOf(answer: Response, { route }: At, shot: Shot, changed: readonly string[]): string[] {
  const faults: string[] = [];
  const { status } = answer;
  const to = answer.headers.get("location") ?? answer.headers.get("x-remix-redirect");
  const written = changed.filter((each) => !bookkeeping.includes(each));
  if (status >= 500) faults.push("a failure of the program");
  if (to !== null && !/^\/(?![/\\])/.test(to)) faults.push(`leads outside: ${to}`);
  const isDone = to !== null || status < 400;
  if (shot.isSurelyWrong && status < 300 && to === null && !(route.id in takesAnything)) {
    faults.push("took a wrong body for right");
  }
  // why: a wrong try is itself written down, in the audit log and nowhere else.
  const left = written.filter((each) => each !== "audit" && each !== keepsRows[route.address]);
  if (!isDone && left.length > 0) faults.push(`refused, and stored in ${written.join(", ")}`);
  if (written.length > 0 && !written.includes("audit")) {
    faults.push(`wrote ${written.join(", ")} without an audit entry`);
  }
  return faults;
}

/** Work that goes on beside an answer belongs to that answer. */
async function settled({ ports }: DemoWeb): Promise<void> {
  await Promise.all([...ports.importRuns.batches.values()]);
  await Promise.all([...ports.binderRuns.values()].map((each) => each.ended));
}

import type { BuiltRoute } from "./built-routes";
import type { DemoWeb } from "./demo-web";
import type { HtmlForm } from "./html-forms";
import { actionsOf, type By, openThrower, ownerOf, type Thrower, throwOne } from "./throw-at-actions";
import type { Walked } from "./walk";
import { type Shot, shotOfWords, shotsOfAnyAction, shotsOfForm, shownForm } from "./wrong-bodies";

/** One answer to one body. */
export type Hit = { route: string; who: string; label: string; status: number };
export type ThrownInGate = { hits: Hit[]; faults: string[] };

/** What every action is given by whoever may use it, whatever its forms are. */
const ofAny = ["empty form", "an unknown intent"];
/** Bodies that are no form: each action gets one of them. */
const noForms = [
  "no body",
  "plain text",
  "JSON",
  "deep JSON",
  "no content type",
  "multipart without its end",
];
/** How a form of the action is spoilt. */
const ofForm = ["long texts", "other types", "no hidden field", "ids of others"];

type Shown = { address: string; form: HtmlForm };

/**
 * The short form of the drill, for the gate: each action of the routes as built gets each of these bodies once, from
 * whoever may use it; nobody, a viewer and another hospital send a form that would be right. Faults as in the drill.
 * @param seed chooses the form, the button and the odd values; the same seed throws the same
 */
export async function throwInGate(demo: DemoWeb, walked: Walked, seed: number): Promise<ThrownInGate> {
  const none = { any: 0, forms: 0, spoilt: 0, shown: 0, words: 0, others: 0, byOthers: 0 };
  const thrower = await openThrower(demo, walked, { seed, ...none });
  const hits: Hit[] = [];
  for (const route of actionsOf(walked)) {
    const shown = walked.forms.get(route.id) ?? [];
    const outsiders = await renew(thrower, route);
    const own = ownerOf(thrower, route);
    const send = async (by: By, address: string, shot: Shot) => {
      const at = { route, address, isDocument: shot.label.startsWith("other types") };
      const status = await throwOne(thrower, by, at, shot);
      hits.push({ route: route.address, who: by.who, label: shot.label, status });
    };
    for (const by of outsiders) {
      const { address, shot } = rightForm(thrower, route, shown);
      await send(by, address, shot);
    }
    for (const { address, shot } of wrongBodies(thrower, route, shown)) await send(own, address, shot);
  }
  return { hits, faults: thrower.thrown.faults };
}

/** Some actions end a session or a desk: each begins with its own people. @returns those it is not for */
async function renew(thrower: Thrower, route: BuiltRoute): Promise<By[]> {
  const { demo, readers } = thrower;
  const isDesk = route.address.startsWith("r/");
  thrower.readers = {
    admin: isDesk ? readers.admin : await demo.web.as(demo.scopes.admin),
    // why the ones before: a request may have been withdrawn meanwhile, and its desk opens no more.
    desk: isDesk ? await demo.atDesk(demo.desks.desk).catch(() => readers.desk) : readers.desk,
    submitted: isDesk
      ? await demo.atDesk(demo.desks.submitted).catch(() => readers.submitted)
      : readers.submitted,
  };
  const outsiders = [
    { who: "nobody", visitor: demo.web.anonymous() },
    { who: "viewer", visitor: await demo.web.as(demo.scopes.viewer) },
    { who: "another hospital", visitor: await demo.web.as(demo.stranger) },
  ];
  await thrower.changes.since(); // their sessions
  return outsiders;
}

/** A form as its page shows it; where the demo shows none, its own words. */
function rightForm({ random, samples }: Thrower, route: BuiltRoute, shown: readonly Shown[]) {
  const address = samples.get(route.id) ?? "";
  if (shown.length === 0) return { address, shot: shotOfWords(route.words, random) };
  const one = random.of(shown);
  const buttons = one.form.controls.filter((each) => each.kind === "button");
  return { address: one.address, shot: shownForm(one.form, buttons[0] ?? null) };
}

function wrongBodies({ random, samples, otherIds }: Thrower, route: BuiltRoute, shown: readonly Shown[]) {
  const address = samples.get(route.id) ?? "";
  const labels = [random.of(noForms), ...ofAny];
  const any = shotsOfAnyAction(random.some(route.words, 40)).filter((each) => labels.includes(each.label));
  const all = any.map((shot) => ({ address, shot }));
  if (shown.length === 0) return [...all, { address, shot: shotOfWords(route.words, random) }];
  const one = random.of(shown);
  const spoilt = shotsOfForm(one.form, otherIds, random).filter((each) =>
    ofForm.some((label) => each.label.startsWith(label)),
  );
  return [...all, ...spoilt.map((shot) => ({ address: one.address, shot }))];
}

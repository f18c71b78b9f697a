import {
  changeMembership,
  clearFactors,
  endMembership,
  endSessionsOf,
  joinPerson,
  makeAccountLink,
  openSisterHospital,
  saveNetworks,
  showPerson,
  waiveFactor,
} from "~/use-cases/memberships.server";
import { addPerson } from "~/use-cases/people.server";
import type { Ports } from "~/use-cases/ports.server";
import { expectDone, joinSisterHospital } from "../../support/ports";
import type { World } from "../../support/world";
import type { ScopeCases } from "./case";

/** Somebody of the hospital who is nobody's scope, for each world; and somebody of a sister hospital. */
const others = new WeakMap<World, { accountId: string; elsewhere: string }>();
const other = (world: World) => others.get(world) ?? { accountId: "", elsewhere: "" };
const person = (signInName: string) => ({
  name: "だれか",
  department: "",
  signInName,
  password: "",
  role: "procurement",
  until: "",
});

async function prepare(world: World): Promise<void> {
  const ports: Ports = world.ports;
  const { id: accountId } = expectDone(await addPerson(ports, world.admin, person("somebody")));
  const sister = {
    ...(await joinSisterHospital(ports, world.admin.groupId)),
    accountId: world.admin.accountId,
  };
  expectDone(await addPerson(ports, sister, person("somebody-elsewhere")));
  others.set(world, { accountId, elsewhere: "somebody-elsewhere" });
}

export const cases: ScopeCases = {
  prepare,
  writing: {
    changeMembership: {
      owner: "hospital",
      run: (w, scope) =>
        changeMembership(w.ports, scope, { ...other(w), version: 1, role: "approver", until: "2027-01-31" }),
    },
    endMembership: {
      owner: "hospital",
      run: (w, scope) => endMembership(w.ports, scope, { ...other(w), version: 2 }),
    },
    waiveFactor: {
      owner: "hospital",
      run: (w, scope) => waiveFactor(w.ports, scope, { ...other(w), isWaived: true }),
    },
    clearFactors: { owner: "hospital", run: (w, scope) => clearFactors(w.ports, scope, other(w)) },
    makeAccountLink: { owner: "hospital", run: (w, scope) => makeAccountLink(w.ports, scope, other(w)) },
    endSessionsOf: { owner: "hospital", run: (w, scope) => endSessionsOf(w.ports, scope, other(w)) },
    joinPerson: {
      owner: "none",
      run: (w, scope) =>
        joinPerson(w.ports, scope, { signInName: other(w).elsewhere, role: "lead", until: "" }),
    },
    openSisterHospital: {
      owner: "none",
      run: ({ ports }, scope) => openSisterHospital(ports, scope, { name: "ふもと病院" }),
    },
    saveNetworks: {
      owner: "none",
      run: ({ ports }, scope) => saveNetworks(ports, scope, { networks: "192.0.2.0/24", version: 0 }),
    },
  },
  reading: {
    showPerson: {
      owner: "hospital",
      run: (w, scope) => showPerson(w.ports, scope, other(w)),
    },
  },
  overviews: {},
  notVerbs: [
    "showPeople", // people of the scope's hospital; names of others are looked for in memberships.test
    "showOwnAccount", // one's own account, any role
    "beginApp", // one's own
    "confirmApp", // one's own
    "renewRecoveryCodes", // one's own
    "removeApp", // one's own
    "askForNewPasskey", // one's own
    "addPasskey", // one's own
    "removePasskey", // one's own
    "changePassword", // one's own
    "setPasswordByLink", // before there is a scope: the link names whom it is for
    "keepPassword", // one's own, part of the two that set one
    "endSessions", // one's own
    "switchHospital", // one's own session; another hospital than one's own is not-found in memberships.test
    "linkIdentity", // one's own
    "unlinkIdentity", // one's own
    "passStep", // part of a sign-in under way
    "failStep", // part of a sign-in under way
  ],
};

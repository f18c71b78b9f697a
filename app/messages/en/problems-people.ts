import type { ProblemWords } from "../problem-words.ts";

export const peopleProblems = {
  "membership-day-past": () => ({
    what: "The last day is already past.",
    next: "Give today or a later day.",
  }),
  "membership-day-far": (p) => ({
    what: `The last day is too far ahead${p.day === undefined ? "" : ` (at most ${p.day})`}.`,
    next: "Give a day within a year and extend it later when needed.",
  }),
  "last-administrator": () => ({
    what: "This person is the only administrator of the hospital.",
    next: "Make somebody else an administrator first, then try again.",
  }),
  "membership-own": () => ({
    what: "Nobody changes the own role or membership.",
    next: "Ask another administrator.",
  }),
  "password-common": () => ({
    what: "This password is in common use and easily guessed.",
    next: "Choose a long phrase of other words.",
  }),
  "password-holds-name": () => ({
    what: "The password is nearly the sign-in name.",
    next: "Choose words that do not hold the sign-in name.",
  }),
  "password-wrong": () => ({ what: "The present password did not match.", next: "Type it again." }),
  "password-same": () => ({ what: "This is the present password.", next: "Give another one." }),
  "factor-wrong": () => ({
    what: "The code did not match.",
    next: "Type the new six digits of your app. A wrong clock of the device makes them differ.",
  }),
  "step-over": () => ({ what: "This sign-in took too long.", next: "Begin again with name and password." }),
  "factor-last": () => ({
    what: "The last second factor cannot be removed.",
    next: "Register another app or passkey first.",
  }),
  "factor-needs-long-password": () => ({
    what: "Without a second factor the password needs 13 characters.",
    next: "Change the password first.",
  }),
  "factor-of-administrator": () => ({
    what: "The second factor of an administrator cannot be excepted.",
    next: "Take the role of administrator away first.",
  }),
  "passkey-refused": () => ({
    what: "The passkey could not be verified.",
    next: "Try again, or sign in another way.",
  }),
  "passkey-address": () => ({
    what: "Passkeys do not work at this address.",
    next: "Open an https address, or http://localhost on this computer. An authenticator app works everywhere.",
  }),
  "network-outside": () => ({
    what: "Sign-in is not possible from this network.",
    next: "Use a network the hospital allows, or ask the administrator.",
  }),
  "network-invalid": (p) => ({
    what: `This is no network${p.value === undefined ? "" : ` (${p.value})`}.`,
    next: "Write one a line, such as 192.168.1.0/24.",
  }),
  "network-own-outside": (p) => ({
    what: "Your own network is not among them, so saving might shut everybody out.",
    next: `Add a range that holds your address${p.address === undefined ? "" : ` (${p.address})`}.`,
  }),
  "provider-off": () => ({
    what: "Sign-in with an identity provider is not configured.",
    next: "Sign in with name and password.",
  }),
  "provider-failed": () => ({
    what: "The identity provider gave no answer that could be verified.",
    next: "Try again, and tell the administrator when it goes on.",
  }),
  "provider-not-invited": () => ({
    what: "This person of the identity provider was not invited.",
    next: "Ask the administrator, or link it after signing in.",
  }),
  "provider-taken": () => ({
    what: "This identity is already linked to another person.",
    next: "Ask the administrator.",
  }),
  "account-link-over": () => ({
    what: "This link does not work.",
    next: "It was used or has ended. Ask the administrator for a new one.",
  }),
  "person-of-other-group": () => ({ what: "This sign-in name cannot be used.", next: "Choose another one." }),
} satisfies ProblemWords;

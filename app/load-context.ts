import type { Ports } from "~/use-cases/ports.server";
import type { Provider } from "~/use-cases/provider";

/** Which database a request works in: the hospital's own, or the thrown-away demo. */
export type Place = "own" | "demo";

/** What the server hands to every loader and action (Remix's AppLoadContext). */
export type LoadContext = {
  nonce: string;
  /** Ports of the hospital's own database. */
  own: Ports;
  /** The demo's ports, null while no demo exists. */
  demo: () => Ports | null;
  openDemo: () => Promise<Ports>;
  discardDemo: () => Promise<void>;
  /** True when the request came over TLS (own or, when configured, a trusted proxy's). */
  isSecure: boolean;
  /** True when server, peer and Host are all loopback and no proxy spoke: then setup needs no code. */
  isLoopback: boolean;
  /** Remote address, for limits and for the audit log. */
  remoteAddress: string;
  /** Counts a try (sign-in, setup code); false when there were too many. */
  countTry: (key: string) => Promise<boolean>;
  /** False when this key has no tries left; counts nothing. */
  hasTries: (key: string) => Promise<boolean>;
  /** Wrong tries for one name, known or not: false while it has to wait. */
  answersName: (name: string) => boolean;
  noteName: (name: string, isRight: boolean) => void;
  /** Sign-in with the hospital's own identity provider; null when none is configured. */
  provider: Provider | null;
  /** Checks the one-time code printed at start. */
  isSetupCode: (given: string) => boolean;
  nodeNotice: "supported" | "end-of-life";
  requestId: string;
};

declare module "@remix-run/node" {
  interface AppLoadContext extends LoadContext {}
}

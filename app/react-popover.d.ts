import "react";

/** Attributes of the platform that React 18 passes through without knowing them. */
declare module "react" {
  interface HTMLAttributes<T> {
    popover?: "auto" | "manual";
    popovertarget?: T extends HTMLButtonElement ? string : never;
  }
}

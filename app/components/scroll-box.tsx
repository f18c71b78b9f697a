import type { ReactNode, Ref } from "react";

/** A part that may be wider than the screen: it scrolls by itself, also by keyboard, and has a name. */
export function ScrollBox(props: { label: string; box?: Ref<HTMLElement>; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="scroll" tabIndex={0} aria-label={props.label} ref={props.box ?? null}>
      {props.children}
    </section>
  );
}

import { Form, Link, useLocation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { type Language, languages } from "~/domain/scope";
import type { Words } from "~/messages/words";
import { useLanguage, useWords } from "./words";

/** What the frame shows of the visit. */
export type ShellVisit = {
  hospitalName: string;
  personName: string;
  department: string;
  isDemo: boolean;
  /** Work waiting behind a menu entry, by its path; nothing is shown for 0. */
  counts: Readonly<Partial<Record<NavPath, number>>>;
};

/** The rail, by noun; null draws a rule. */
const nav = [
  ["/", "home"],
  null,
  ["/vendors", "vendors"],
  ["/systems", "systems"],
  ["/procurements", "procurements"],
  ["/requests", "requests"],
  ["/disclosures", "disclosures"],
  ["/assessments", "assessments"],
  ["/self-checks", "selfChecks"],
  ["/role-sheets", "roles"],
  ["/contracts", "contracts"],
  ["/papers", "papers"],
  ["/deadlines", "deadlines"],
  ["/in-charge", "lookBack"],
  null,
  ["/catalogues", "forms"],
  ["/settings", "settings"],
] as const satisfies readonly (readonly [`/${string}`, keyof Words["shell"]["nav"]] | null)[];
/** Pages without an entry of their own, by the entry they stand under. */
const under: Readonly<Partial<Record<string, readonly string[]>>> = {
  "/vendors": ["/products", "/versions", "/contacts", "/imports"],
  "/systems": ["/servers", "/server-list", "/connections", "/two-factor"],
  "/in-charge": ["/timeline", "/incidents", "/figures"],
  "/self-checks": ["/measures", "/fee-conditions", "/surveys"],
  "/contracts": ["/renewals", "/subcontractors"],
  "/disclosures": ["/intakes"],
  "/assessments": [
    "/decisions",
    "/applicability",
    "/maintenance-route",
    "/selection-points",
    "/clashes",
    "/matrix",
    "/edition-effects",
  ],
  "/settings": ["/hospital-profile", "/people", "/account"],
  "/papers": ["/issued", "/binders", "/paper-templates"],
};
export type NavPath = Exclude<(typeof nav)[number], null>[0];

/** Top bar, rail and main part of every page for someone signed in. */
export function Shell(props: { visit: ShellVisit; children: ReactNode }) {
  const words = useWords();
  return (
    <>
      <SkipLink />
      <header className="top">
        <Link className="mark" to="/">
          {words.shell.product}
        </Link>
        <button type="button" className="button menu-button" popovertarget="rail">
          {words.shell.menu}
        </button>
        <span className="hospital">
          {props.visit.hospitalName} {props.visit.isDemo && <span className="tag">{words.shell.demo}</span>}
        </span>
        <GlobalSearch id="global-search" />
        <UserMenu visit={props.visit} />
      </header>
      <div className="body">
        <Rail visit={props.visit} />
        <main id="main" tabIndex={-1}>
          {props.children}
        </main>
      </div>
    </>
  );
}

/** Frame of pages without an account: first run, sign-in, errors before sign-in. */
export function BareShell({ children }: { children: ReactNode }) {
  const words = useWords();
  return (
    <>
      <SkipLink />
      <header className="top bare">
        <div className="plain">
          <Link className="mark" to="/">
            {words.shell.product}
          </Link>
          <LanguageSwitch />
        </div>
      </header>
      <main id="main" tabIndex={-1} className="plain">
        {children}
      </main>
    </>
  );
}

/** Addresses of the vendor's side: the link and the desk behind it. */
export function isVendorPath(pathname: string): boolean {
  return pathname.startsWith("/r/");
}

/** Frame of the vendor's pages: no menu, no account, nothing that leads into the hospital's part. */
export function VendorShell({ children }: { children: ReactNode }) {
  const words = useWords();
  return (
    <>
      <SkipLink />
      <header className="top bare">
        <div className="plain">
          <span className="mark">{words.shell.product}</span>
          <LanguageSwitch />
        </div>
      </header>
      <main id="main" tabIndex={-1} className="plain">
        {children}
      </main>
    </>
  );
}

function SkipLink() {
  return (
    <a className="skip-link" href="#main">
      {useWords().shell.skip}
    </a>
  );
}

/** Search over everything; "/" goes there from anywhere but a field. */
function GlobalSearch({ id }: { id: string }) {
  const words = useWords();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focusOnSlash = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.closest("input, textarea, select");
      if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      if (input.current?.offsetParent == null) return;
      event.preventDefault();
      input.current.focus();
    };
    document.addEventListener("keydown", focusOnSlash);
    return () => document.removeEventListener("keydown", focusOnSlash);
  }, []);
  return (
    <Form method="get" action="/search" className="search" role="search">
      <label htmlFor={id} className="sr">
        {words.shell.search}
      </label>
      <input ref={input} id={id} type="search" name="q" placeholder={words.shell.searchHint} />
    </Form>
  );
}

function Rail({ visit }: { visit: ShellVisit }) {
  const words = useWords();
  const { pathname, key } = useLocation();
  const rail = useRef<HTMLElement>(null);
  // why: a link inside an open popover does not close it, and the page behind would stay covered on a phone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs for each page that was opened
  useEffect(() => {
    if (rail.current?.matches(":popover-open")) rail.current.hidePopover();
  }, [key]);
  return (
    <nav className="rail" id="rail" popover="auto" aria-label={words.shell.mainMenu} ref={rail}>
      {nav.map((entry, at) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the rail never changes its order
        if (entry === null) return <div className="rule" key={at} />;
        const [path, label] = entry;
        const isHere = isUnder(pathname, path) || (under[path] ?? []).some((each) => isUnder(pathname, each));
        const count = visit.counts[path] ?? 0;
        return (
          <Link key={path} to={path} aria-current={isHere ? "page" : undefined}>
            {words.shell.nav[label]}
            {count > 0 && <span className="count num">{count}</span>}
          </Link>
        );
      })}
      <div className="rail-foot">
        <GlobalSearch id="rail-search" />
        <UserActions visit={visit} />
      </div>
    </nav>
  );
}

function isUnder(pathname: string, path: string): boolean {
  return path === "/" ? pathname === "/" : `${pathname}/`.startsWith(`${path}/`);
}

function UserMenu({ visit }: { visit: ShellVisit }) {
  const words = useWords();
  return (
    <details className="user">
      <summary aria-label={words.shell.userMenu}>
        {visit.department} {visit.personName}
      </summary>
      <div className="user-menu">
        <UserActions visit={visit} />
      </div>
    </details>
  );
}

function UserActions({ visit }: { visit: ShellVisit }) {
  const words = useWords();
  return (
    <>
      <LanguageSwitch />
      <Link to="/account">{words.signIn.account}</Link>
      {visit.isDemo && (
        <form method="post" action="/demo">
          <input type="hidden" name="intent" value="discard" />
          <button type="submit" className="button text">
            {words.shell.discardDemo}
          </button>
        </form>
      )}
      <form method="post" action="/sign-out">
        <button type="submit" className="button text">
          {words.shell.signOut}
        </button>
      </form>
    </>
  );
}

/** One button per language; plain forms, because the whole document changes. */
export function LanguageSwitch() {
  const words = useWords();
  const current = useLanguage();
  const { pathname, search } = useLocation();
  return (
    <form method="post" action="/language" className="languages" aria-label={words.shell.language}>
      <input type="hidden" name="next" value={pathname + search} />
      {languages.map((language: Language) => (
        <button
          key={language}
          type="submit"
          name="language"
          value={language}
          lang={language}
          className="button text"
          aria-pressed={language === current}
        >
          {words.shell.languages[language]}
        </button>
      ))}
    </form>
  );
}

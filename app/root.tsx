import type { LoaderFunctionArgs } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import { ErrorPage } from "~/components/error-page";
import { BareShell, isVendorPath, Shell, VendorShell } from "~/components/shell";
import { LanguageProvider, useWords } from "~/components/words";
import { problemsOfError } from "~/error-problems";
import { reply } from "~/http.server";
import { greet } from "~/language.server";
import { NonceContext } from "~/nonce";
import icon from "~/styles/icon.svg?no-inline";
import { submissionsToReview } from "~/use-cases/requests.server";
import "~/styles/app.css";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { pathname } = new URL(request.url);
  const greeted = await greet(request, context);
  // why: a page of the vendor's desk knows nobody of the hospital, whoever else is signed in on the same machine.
  const visit = isVendorPath(pathname) ? null : greeted.visit;
  const { language } = greeted;
  const toReview = visit ? await submissionsToReview(visit.ports, visit.scope) : 0;
  const shell = visit && {
    hospitalName: visit.hospital.name,
    personName: visit.person.name,
    department: visit.person.department,
    isDemo: visit.place === "demo",
    counts: { "/requests": toReview },
  };
  const role = visit?.scope.role ?? null;
  const isNodeOld = role === "admin" && context.nodeNotice === "end-of-life";
  return reply({ shell, role, language, isNodeOld, requestId: context.requestId, pathname });
}

/** The document around every page, the error page included. */
export function Layout({ children }: { children: ReactNode }) {
  const language = useRouteLoaderData<typeof loader>("root")?.language ?? "ja";
  const nonce = useContext(NonceContext);
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href={icon} type="image/svg+xml" />
        <Meta />
        {isVendorPath(useLocation().pathname) && <meta name="robots" content="noindex, nofollow" />}
        <Links />
      </head>
      <body>
        <LanguageProvider language={language}>{children}</LanguageProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const shell = useRouteLoaderData<typeof loader>("root")?.shell ?? null;
  if (isVendorPath(useLocation().pathname)) return <VendorShell>{children}</VendorShell>;
  return shell ? <Shell visit={shell}>{children}</Shell> : <BareShell>{children}</BareShell>;
}

export default function App() {
  return (
    <Frame>
      <Outlet />
    </Frame>
  );
}

/** The one error boundary: codes become words here, with the status and the number of the request. */
export function ErrorBoundary() {
  const error = useRouteError();
  const data = useRouteLoaderData<typeof loader>("root");
  const { pathname } = useLocation();
  const words = useWords();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return (
    <Frame>
      <title>{words.shell.title(words.errors.title)}</title>
      <ErrorPage
        status={status}
        problems={problemsOfError(error)}
        // The number belongs to the document that was loaded, not to a later step inside it.
        requestId={data && data.pathname === pathname ? data.requestId : null}
        isSignedIn={Boolean(data?.shell)}
        isVendor={isVendorPath(pathname)}
      />
    </Frame>
  );
}

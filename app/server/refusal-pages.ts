import {
  type ActionFunction,
  type AppLoadContext,
  createRequestHandler,
  type LoaderFunction,
  type ServerBuild,
} from "@remix-run/node";

type Routes = ServerBuild["routes"];
type Module = NonNullable<Routes[string]>["module"];
type Show = (request: Request, context: AppLoadContext, thrown: unknown) => Promise<Response>;

/**
 * Files, exports and what only a script asks have no page of their own: Remix answers their refusals with the bare JSON.
 * Whoever follows such a link in a browser gets the error page of the program instead (words, what to do next, the number
 * of a failure), at the same address and with the same status; programs and scripts keep the JSON.
 */
export function withRefusalPages(build: ServerBuild): ServerBuild {
  const refusals = new WeakMap<AppLoadContext, unknown>();
  const throwAgain: LoaderFunction = ({ context }) => {
    throw refusals.get(context);
  };
  // why a second build: a route with a component is answered as a page, and then the error boundary has the words.
  const asPage: ServerBuild = {
    ...build,
    routes: mapBare(build.routes, () => ({ default: () => null, loader: throwAgain })),
  };
  const answer = createRequestHandler(asPage, "production");
  const show: Show = (request, context, thrown) => {
    refusals.set(context, thrown);
    return answer(new Request(request.url, { headers: pageHeaders(request) }), context);
  };
  return { ...build, routes: mapBare(build.routes, (module) => guarded(module, show)) };
}

/** The routes, with another module in place of each that has no component. */
function mapBare(routes: Routes, change: (module: Module) => Module): Routes {
  return Object.fromEntries(
    Object.entries(routes).map(([id, route]) => {
      if (route === undefined || route.module.default !== undefined) return [id, route];
      return [id, { ...route, module: change(route.module) }];
    }),
  );
}

function guarded(module: Module, show: Show): Module {
  const { loader, action } = module;
  return {
    ...module,
    ...(loader && { loader: guard(loader, show) }),
    ...(action && { action: guard(action, show) }),
  };
}

function guard(act: LoaderFunction | ActionFunction, show: Show): LoaderFunction & ActionFunction {
  return async (args) => {
    try {
      const answer = await act(args);
      return isRefusal(answer) && asksForPage(args.request)
        ? show(args.request, args.context, answer)
        : answer;
    } catch (thrown) {
      const isTrip = thrown instanceof Response && !isRefusal(thrown);
      if (isTrip || !asksForPage(args.request)) throw thrown;
      return show(args.request, args.context, thrown);
    }
  };
}

function isRefusal(answer: unknown): boolean {
  return (
    answer instanceof Response &&
    answer.status >= 400 &&
    answer.headers.get("content-type")?.includes("json") === true
  );
}

/** A person who followed a link or sent a form; scripts of ours name a route or take anything. */
function asksForPage(request: Request): boolean {
  const takesPages = request.headers.get("accept")?.includes("text/html") === true;
  return (
    takesPages && ["GET", "POST"].includes(request.method) && !new URL(request.url).searchParams.has("_data")
  );
}

function pageHeaders(request: Request): Headers {
  const headers = new Headers(request.headers);
  for (const name of ["content-length", "content-type", "transfer-encoding", "range"]) headers.delete(name);
  return headers;
}

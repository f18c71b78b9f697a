import type { LoaderFunctionArgs } from "@remix-run/node";
import { EmptyState } from "~/components/empty-state";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";

export const meta = pageTitle((words) => words.home.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireScope(request, context, "viewer");
  return reply({});
}

export default function Home() {
  const words = useWords();
  return (
    <>
      <PageHead title={words.home.emptyTitle} />
      <EmptyState
        sentence={words.home.empty}
        action={{ to: "/vendors/new", label: words.nouns.vendor.add }}
        isPrimary
      />
    </>
  );
}

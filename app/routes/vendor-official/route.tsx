import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useWords } from "~/components/words";
import { WrittenRows } from "~/components/written-rows";
import { reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { writeDesk } from "~/use-cases/write-request.server";
import { requireDesk } from "~/vendor-visit.server";
import { writtenPage } from "~/written-file.server";
import { useDesk } from "../vendor-desk/desk";
import { DeskPage } from "../vendor-desk/desk-page";

export const meta = pageTitle((words) => words.writeBack.desk.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireDesk(request, context, params.requestId);
  return reply(writtenPage(await writeDesk(ports, scope)));
}

export default function VendorOfficial() {
  const page = useLoaderData<typeof loader>();
  const { writeBack } = useWords();
  const { path } = useDesk();
  return (
    <DeskPage title={writeBack.desk.title} lead={writeBack.desk.lead}>
      {page.total > 0 && (
        <p>
          <a className="button primary" href={`${path}/official/file`}>
            {writeBack.download(page.total)}
          </a>
        </p>
      )}
      <WrittenRows page={page} what={writeBack.desk.what} none={writeBack.noneOfficial} />
    </DeskPage>
  );
}

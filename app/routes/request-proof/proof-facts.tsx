import { useLoaderData } from "@remix-run/react";
import { Facts } from "~/components/facts";
import { useLanguage, useWords } from "~/components/words";
import { aboutOf } from "~/domain/request";
import { formatDay } from "~/messages/days";
import type { ProofLoader } from "./route";

/** Who asked whom for what, until when. */
export function ProofFacts() {
  const { requests } = useWords();
  const language = useLanguage();
  const { asked, form, systems } = useLoaderData<ProofLoader>();
  const own = requests.proof;
  const contact = [asked.contactDepartment, asked.contact].filter((each) => each !== "").join(" ");
  const about = [aboutOf(asked), form ? `${form.title} ${form.version}` : asked.catalogueRef];
  return (
    <Facts
      facts={[
        { label: own.hospital, value: `${asked.hospital} ${asked.createdBy ?? ""}` },
        { label: own.vendor, value: `${asked.vendor} ${contact}` },
        {
          label: own.subject,
          value: `${requests.kinds[asked.kind].word}　${about.join("　")}`,
          isWide: true,
        },
        { label: requests.columns.dueOn, value: formatDay(asked.dueOn, language) },
        ...(systems.length > 0
          ? [{ label: requests.page.systems, value: systems.map((each) => each.name).join("、") }]
          : []),
      ]}
    />
  );
}

import { Form } from "@remix-run/react";
import { AudienceTag } from "~/components/audience-tag";
import { DataTable } from "~/components/data-table";
import { useWords } from "~/components/words";
import { formatMoment } from "~/messages/days";
import type { TemplateList } from "./page.server";

/** 書面の雛形: the version in use, and the button that begins to change its wording. */
export function TemplateTable({ page }: { page: TemplateList }) {
  const { papers, paperTemplates } = useWords();
  const columns = [
    { name: "title", label: paperTemplates.template },
    { name: "readers", label: papers.readers },
    { name: "version", label: paperTemplates.version },
    ...(page.mayEdit ? [{ name: "edit", label: paperTemplates.edit }] : []),
  ];
  const rows = page.templates.map((each) => ({
    id: each.ref,
    cells: {
      title: `${each.defaultPrintedNo}　${each.title}`.trim(),
      readers: <AudienceTag audience={each.audience} />,
      version: (
        <>
          {each.isOwn ? paperTemplates.own(each.version) : paperTemplates.shipped(each.version)}
          {each.newerShipped !== null && (
            <span className="block quiet">{paperTemplates.newerShipped(each.newerShipped)}</span>
          )}
        </>
      ),
      edit: <EditForm basis={each.ref} title={each.title} shippedRef={each.isOwn ? each.shippedRef : null} />,
    },
  }));
  return <DataTable caption={paperTemplates.list} columns={columns} rows={rows} />;
}

function EditForm(props: { basis: string; title: string; shippedRef: string | null }) {
  const { paperTemplates } = useWords();
  return (
    <Form method="post" className="template-acts">
      <input type="hidden" name="intent" value="edit" />
      <button
        type="submit"
        name="basis"
        value={props.basis}
        className="button small"
        aria-label={paperTemplates.editOne(props.title)}
      >
        {paperTemplates.edit}
      </button>
      {props.shippedRef !== null && (
        <button
          type="submit"
          name="basis"
          value={props.shippedRef}
          className="button small"
          aria-label={paperTemplates.actOn(paperTemplates.fromShipped, props.title)}
        >
          {paperTemplates.fromShipped}
        </button>
      )}
    </Form>
  );
}

/** 版の記録: what the hospital put to use, newest first. */
export function VersionTable({ page }: { page: TemplateList }) {
  const { paperTemplates } = useWords();
  const columns = [
    { name: "ref", label: paperTemplates.template },
    { name: "basis", label: paperTemplates.basis },
    { name: "note", label: paperTemplates.note },
    { name: "by", label: paperTemplates.by },
    { name: "at", label: paperTemplates.changedAt, isWhole: true },
  ];
  const rows = page.versions.map((each) => ({
    id: each.id,
    to: `/paper-templates/versions/${each.id}`,
    cells: {
      ref: `${each.title}　${paperTemplates.own(each.version)}`,
      basis: each.basis,
      note: each.note,
      by: each.publishedBy ?? "",
      at: formatMoment(each.publishedAt),
    },
  }));
  return <DataTable caption={paperTemplates.history} columns={columns} rows={rows} />;
}

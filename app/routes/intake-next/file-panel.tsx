import { Form, Link } from "@remix-run/react";
import { Field } from "~/components/field";
import { useWords } from "~/components/words";
import { documentKindOf, documentKinds } from "~/domain/product-document";
import { textOf } from "~/routes/intake/typed";
import type { PanelProps } from "./next-panels";

/** Files the original with a product as it is. */
export function FilePanel({ page, problems, typed }: PanelProps) {
  const { receipt } = useWords();
  const proposed = documentKindOf(page.lookAlike) ?? "other";
  const isOpen = (page.lookAlike !== null && proposed !== "other") || typed.intent === "file";
  return (
    <details className="panel confirm" open={isOpen}>
      <summary>{receipt.fileTitle}</summary>
      <Form method="post" className="confirm-body" noValidate>
        <p>{receipt.fileWhat}</p>
        <Field name="productId" label={receipt.product} isRequired problems={problems}>
          {(control) => (
            <select {...control} defaultValue={textOf(typed, "productId", "")}>
              <option value="">{receipt.choose}</option>
              {page.products.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        {page.products.length === 0 && (
          <p>
            {receipt.noProducts} <Link to="/products/new">{receipt.newProduct}</Link>
          </p>
        )}
        <Field name="kind" label={receipt.kind} problems={problems}>
          {(control) => (
            <select {...control} defaultValue={textOf(typed, "kind", proposed)} className="compact">
              {documentKinds.map((each) => (
                <option key={each} value={each}>
                  {receipt.kinds[each]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="note" label={receipt.note} problems={problems}>
          {(control) => <input {...control} type="text" defaultValue={textOf(typed, "note", "")} />}
        </Field>
        <p>
          <button type="submit" name="intent" value="file" className="button">
            {receipt.file}
          </button>
        </p>
      </Form>
    </details>
  );
}

import type { ReadForm, ReadHeader } from "../../domain/reading.ts";

const headerFields = ["issuedOn", "vendor", "product", "productVersion"] as const;

/**
 * One form spread over several sheets becomes one: the same form, nothing in version or header that differs,
 * and numbers that go on rather than repeat. Sheets of two products, or a copy of the same rows, stay apart.
 */
export function joinForms(forms: readonly ReadForm[]): ReadForm[] {
  const joined: ReadForm[] = [];
  for (const form of forms) {
    const at = joined.findIndex((each) => isSame(each, form));
    const before = joined[at];
    if (before) joined[at] = join(before, form);
    else joined.push(form);
  }
  return joined;
}

function isSame(one: ReadForm, other: ReadForm): boolean {
  if (one.form !== other.form || one.sheet === other.sheet) return false;
  const agrees = (a: string | null, b: string | null) => a === null || b === null || a === b;
  if (!agrees(one.formVersion, other.formVersion)) return false;
  if (!headerFields.every((field) => agrees(one.header[field], other.header[field]))) return false;
  const numbers = new Set(one.answers.flatMap(({ no }) => (no === "" ? [] : [no])));
  const others = other.answers.flatMap(({ no }) => (no === "" ? [] : [no]));
  return numbers.size > 0 && others.length > 0 && others.every((no) => !numbers.has(no));
}

function join(one: ReadForm, other: ReadForm): ReadForm {
  const cells: ReadHeader["cells"] = { ...other.header.cells, ...one.header.cells };
  return {
    ...one,
    formVersion: one.formVersion ?? other.formVersion,
    header: {
      issuedOn: one.header.issuedOn ?? other.header.issuedOn,
      vendor: one.header.vendor ?? other.header.vendor,
      product: one.header.product ?? other.header.product,
      productVersion: one.header.productVersion ?? other.header.productVersion,
      cells,
    },
    answers: [...one.answers, ...other.answers],
    unread: [...one.unread, ...other.unread],
  };
}

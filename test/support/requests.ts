import { findMailsOf } from "#db/queries/mail.server";
import { dayInTokyo } from "~/domain/day";
import type { Scope } from "~/domain/scope";
import type { Asking } from "~/use-cases/ask-vendors.server";
import type { Ports } from "~/use-cases/ports.server";
import { makeLink } from "~/use-cases/request-links.server";
import { showRequest } from "~/use-cases/requests.server";
import { askHospital } from "~/use-cases/vendor-answers.server";
import { enterLink, findVendorScope, sendCode, verifyCode } from "~/use-cases/vendor-entry.server";
import { saveAnswers } from "~/use-cases/vendor-save.server";
import { beforeSubmit, type Receipt, submitAnswers } from "~/use-cases/vendor-submit.server";
import { expectDone } from "./ports";

export const PRODUCT_FORM = "in-house-product@1.0";

export const rawContact = (vendorId: string) => ({
  vendorId,
  name: "試験 花子",
  department: "品質保証部",
  role: "security",
  hours: "day",
  mail: "hanako@vendor.example",
});

/** A disclosure asked of one vendor, due on 2026-12-11. */
export function asking(
  about: { vendorId: string; contactId: string; productVersionId: string },
  change: Partial<Asking> = {},
): Asking {
  const { vendorId, contactId, productVersionId } = about;
  return {
    kind: "disclosure",
    title: "開示書の提出",
    message: "ご提出をお願いします。",
    dueOn: "2026-12-11",
    recurrence: "once",
    reminderDays: [-14, -3, 3, 10],
    catalogueRef: PRODUCT_FORM,
    targets: [{ vendorId, contactId, productVersionId }],
    ...change,
  };
}

/** The vendor's side by its own use cases: opens the link, answers the first item, gives the code, submits. */
export async function submitByVendor(ports: Ports, editor: Scope, requestId: string): Promise<Receipt> {
  const { token } = expectDone(await makeLink(ports, editor, { requestId, sections: null }));
  const session = expectDone(await enterLink(ports, token));
  const scope = await findVendorScope(ports, session.token);
  if (!scope) throw new Error("the link did not open");
  const { form } = expectDone(await showRequest(ports, editor, { requestId }));
  const itemKey = form?.items[0]?.key ?? "";
  const typed = {
    itemKey,
    version: 0,
    answer: "yes",
    remark: "確認済み",
    condition: "paid-option",
    base: null,
  };
  expectDone(await saveAnswers(ports, scope, [typed]));
  expectDone(await askHospital(ports, scope, { itemKey, text: "対象は院内の端末だけですか。" }));
  expectDone(await sendCode(ports, scope));
  const code = (await findMailsOf(ports.db, editor, requestId, "code")).at(-1)?.code ?? "";
  expectDone(await verifyCode(ports, scope, { code, name: "回答 太郎", department: "開発部" }));
  const { seen } = expectDone(await beforeSubmit(ports, scope));
  return expectDone(await submitAnswers(ports, scope, { issuedOn: dayInTokyo(ports.now()), seen }));
}

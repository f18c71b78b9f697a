import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mailKinds, minutesUntilNextTry } from "~/domain/mail";
import { checkMailWording, completeMail, fillMail, mailPlaceholders, onOneLine } from "~/domain/mail-wording";
import { shippedMailWordings } from "~/messages/mail-wordings";

const codes = (kind: Parameters<typeof checkMailWording>[0], subject: string, body: string) =>
  checkMailWording(kind, { subject, body }).map((each) => `${each.code}@${each.at}`);

describe("checkMailWording", () => {
  it.each(mailKinds)("takes the shipped wording of %s", (kind) => {
    expect(checkMailWording(kind, shippedMailWordings[kind])).toEqual([]);
  });

  it("refuses a placeholder it does not know, by its name and place", () => {
    expect(checkMailWording("request", { subject: "お願い {Due}", body: "{link} {token}" })).toEqual([
      { code: "mail-placeholder-unknown", params: { name: "Due" }, at: "subject" },
      { code: "mail-placeholder-unknown", params: { name: "token" }, at: "body" },
    ]);
  });

  it("refuses a mail without its link or code, and a subject that tells them", () => {
    expect(codes("reminder", "催促", "まだです")).toEqual(["mail-placeholder-missing@body"]);
    expect(codes("code", "{code}", "{code}")).toEqual(["mail-placeholder-in-subject@subject"]);
    expect(codes("request", "a\nBcc: x@example.jp", "{link}")).toEqual(["mail-subject-lines@subject"]);
  });

  it("refuses what is empty or too long", () => {
    expect(codes("digest", " ", "{lines}")).toEqual(["field-required@subject"]);
    expect(codes("digest", "あ".repeat(201), "{lines}")).toEqual(["field-too-long@subject"]);
  });
});

describe("fillMail", () => {
  it("leaves link and code, and takes a value as it is, never as a placeholder", () => {
    const filled = fillMail(
      "request",
      { subject: "{hospital} {subject}", body: "{message}\n{link}" },
      { hospital: "試験\r\n病院", subject: "{link}", message: "$& {code} {due}", due: "いつか" },
    );
    expect(filled).toEqual({ subject: "試験 病院 ｛link｝", body: "$& ｛code｝ ｛due｝\n{link}\n" });
  });

  it("never lets a value add a line to the subject", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (vendor) => {
        const wording = { subject: "{vendor}", body: "{link}" };
        const { subject } = fillMail("request", wording, { vendor });
        expect(onOneLine(subject)).toBe(subject);
      }),
    );
  });

  it("fills every placeholder of every kind", () => {
    for (const kind of mailKinds) {
      const values = Object.fromEntries(mailPlaceholders[kind].map((name) => [name, `<${name}>`]));
      const { subject, body } = fillMail(kind, shippedMailWordings[kind], values);
      const whole = completeMail(`${subject}\n${body}`, { link: "<link>", code: "<code>" });
      expect(whole).not.toMatch(/[{}]/);
    }
  });
});

it("waits longer after each failed try and gives up after five", () => {
  expect([1, 2, 3, 4, 5].map(minutesUntilNextTry)).toEqual([5, 30, 120, 480, null]);
});

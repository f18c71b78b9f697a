import { describe, expect, it } from "vitest";
import { parseEnv } from "~/server/env";

const parse = (source: Record<string, string>) => {
  const { smtp, baseUrl } = parseEnv(source, "/data");
  return { smtp, baseUrl };
};
const base = { BUNTAN_BASE_URL: "https://buntan.example.jp/", BUNTAN_SMTP_FROM: "分担 <buntan@example.jp>" };

describe("variables of mails", () => {
  it("sends nothing without a mail server", () => {
    expect(parse({})).toEqual({ smtp: null, baseUrl: null });
    expect(parse({ BUNTAN_BASE_URL: "http://10.0.0.5:3000" })).toEqual({
      smtp: null,
      baseUrl: "http://10.0.0.5:3000",
    });
  });

  it("reads a URL with an escaped password", () => {
    expect(parse({ ...base, BUNTAN_SMTP_URL: "smtps://kakari:a%40b%3A%E3%81%82@mail.example.jp" })).toEqual({
      baseUrl: "https://buntan.example.jp",
      smtp: {
        host: "mail.example.jp",
        port: 465,
        isTls: true,
        user: "kakari",
        password: "a@b:あ",
        from: "分担 <buntan@example.jp>",
      },
    });
  });

  it("reads single variables", () => {
    const { smtp } = parse({ ...base, BUNTAN_SMTP_HOST: "::1", BUNTAN_SMTP_PORT: "2525" });
    expect(smtp).toMatchObject({ host: "::1", port: 2525, isTls: false, user: "", password: "" });
  });

  it.each([
    ["BUNTAN_BASE_URL", { ...base, BUNTAN_BASE_URL: "ftp://x" }],
    ["BUNTAN_BASE_URL", { ...base, BUNTAN_BASE_URL: "https://x/path" }],
    ["BUNTAN_BASE_URL", { BUNTAN_SMTP_FROM: "a@example.jp", BUNTAN_SMTP_HOST: "x" }],
    ["BUNTAN_SMTP_FROM", { BUNTAN_BASE_URL: "https://x", BUNTAN_SMTP_HOST: "x" }],
    ["BUNTAN_SMTP_FROM", { ...base, BUNTAN_SMTP_FROM: "a@x\nBcc: b@x", BUNTAN_SMTP_HOST: "x" }],
    ["BUNTAN_SMTP_URL", { ...base, BUNTAN_SMTP_URL: "http://user:himitsu@x" }],
    ["BUNTAN_SMTP_URL", { ...base, BUNTAN_SMTP_URL: "smtp://user:%0d%0ahimitsu@x" }],
    ["BUNTAN_SMTP_HOST", { ...base, BUNTAN_SMTP_PASSWORD: "himitsu" }],
    ["BUNTAN_SMTP_PORT", { ...base, BUNTAN_SMTP_HOST: "x", BUNTAN_SMTP_PORT: "99999" }],
    ["BUNTAN_SMTP_PASSWORD", { ...base, BUNTAN_SMTP_HOST: "x", BUNTAN_SMTP_PASSWORD: "himi\ntsu" }],
  ])("refuses a bad %s by its name and never repeats a password", (name, source) => {
    expect(() => parse(source)).toThrow(name);
    expect(() => parse(source)).not.toThrow(/himitsu/);
  });
});

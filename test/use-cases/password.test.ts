import { dictionary } from "@zxcvbn-ts/language-common";
import { expect, it } from "vitest";
import { hashPassword, isRightPassword, problemsOfPassword } from "~/use-cases/password.server";

const codesOf = async (password: string, least = 8, signInName = "mizuno") =>
  (await problemsOfPassword(password, { least, signInName })).map((each) => each.code);
const isRight = async (stored: string, given: string) => isRightPassword(stored, given, () => "nobody-knows");

it("takes every kind of characters and long ones, and asks for no mixture", async () => {
  for (const each of [
    "tsukitohoshi",
    "つきとほしのうた",
    "8 4 1 9 7 3 6 5",
    "🌙⭐🌊🏔️🌸🍁❄️🌧️",
    "k".repeat(3) + "oma".repeat(60),
  ])
    expect(await codesOf(each), each).toEqual([]);
  const long = `${"tsuki-to-hoshi ".repeat(13)}owari`;
  expect([...long]).toHaveLength(200);
  expect(await codesOf(long)).toEqual([]);
  expect(await codesOf(`${long}.`)).toEqual(["field-too-long"]);
});

it("refuses what is in use everywhere: thousands of them are long enough to be chosen here", async () => {
  const long = dictionary["passwords-common"].map(String).filter((each) => [...each].length >= 8);
  expect(long.length).toBeGreaterThan(3000);
  for (const each of long.slice(0, 300))
    expect(await codesOf(each.toUpperCase()), each).toEqual(["password-common"]);
});

it("refuses the words of this place with figures around them, and the sign-in name", async () => {
  for (const each of [
    "buntan2026",
    "Hospital-123",
    "病院病院病院病院",
    "ＢＵＮＴＡＮ！！２０２６",
    "パスワード2026!",
  ])
    expect(await codesOf(each), each).toEqual(["password-common"]);
  expect(await codesOf("mizuno-2026")).toEqual([]);
  expect(await codesOf("mizuno26")).toEqual(["password-holds-name"]);
  expect(await codesOf("hospital-no-kazoku")).toEqual([]);
});

it("is kept as argon2id and proved to its last character, capital letters and blanks included", async () => {
  const password = `${"Tsuki to Hoshi ".repeat(13)}OWARI`;
  const stored = await hashPassword(password);
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await isRight(stored, password)).toBe(true);
  for (const wrong of [password.slice(0, -1), password.toLowerCase(), password.trimEnd().replace(/ /g, "")])
    expect(await isRight(stored, wrong)).toBe(false);
  expect(await isRight(await hashPassword("ＡＢＣ１２３４５"), "ABC12345")).toBe(true);
});

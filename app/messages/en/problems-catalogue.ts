import type { ProblemWords } from "../problem-words.ts";

export const catalogueProblems = {
  "catalogue-kind-unknown": () => ({
    what: "What kind of form this file is could not be told.",
    next: "Choose the kind and load it again.",
  }),
  "catalogue-form-is-ours": (p) => ({
    what: `This file is a form of this program (${p.form ?? "in-house questionnaire"}).`,
    next: "It is there already. Choose the file of an official form.",
  }),
  "catalogue-nothing-read": () => ({
    what: "No row with an item's text was found.",
    next: "Check the sheet, the heading row and the column of the item text.",
  }),
  "catalogue-column-missing": () => ({
    what: "No column is chosen for the item text.",
    next: "Choose it by its letter (A, B …).",
  }),
  "catalogue-column-twice": (p) => ({
    what: `Column ${p.column ?? ""} is chosen twice.`,
    next: "Give each column one role.",
  }),
  "catalogue-role-twice": (p) => ({
    what: `Columns ${p.columns ?? ""} were given one role.`,
    next: "Choose one column for a role and leave the others unused.",
  }),
  "catalogue-rows-too-many": (p) => ({
    what: `Too many rows (limit ${p.limit ?? ""}).`,
    next: "Narrow the rows or load the sheets one by one.",
  }),
  "catalogue-draft-closed": () => ({
    what: "This draft has been published or discarded.",
    next: "Open the list of forms again.",
  }),
  "catalogue-nothing-above": () => ({
    what: "There is no item above this one to join it to.",
    next: "Put a removed item back first; join the first item from the one below it.",
  }),
  "catalogue-draft-incomplete": (p) => ({
    what: `“${p.field ?? "item"}” of row ${p.row ?? ""} cannot be published as it is.`,
    next: "Correct the row or take it out.",
  }),
  "catalogue-ref-taken": (p) => ({
    what: `A form ${p.ref ?? "with this id and version"} exists.`,
    next: "A published form never changes. Choose another id or version.",
  }),
  "catalogue-version-unfit": () => ({
    what: "The id takes lower-case letters, digits and hyphens; the version letters, digits, dots and hyphens (5.0).",
    next: "Records and papers name the form as id@version.",
  }),
  "catalogue-json-invalid": (p) => ({
    what: `This JSON is not a form (${p.place || "whole file"}: ${p.detail ?? ""}).`,
    next: "Choose JSON exported from this program, or JSON of the same shape.",
  }),
  "catalogue-json-dangling": (p) => ({
    what: `${p.place ?? ""} of this JSON names a form or item that is not here (${p.value ?? ""}).`,
    next: "Load that form first.",
  }),
  "catalogue-json-characters": (p) => ({
    what: `${p.place ?? ""} of this JSON holds control characters.`,
    next: "Remove them and load it again.",
  }),
  "item-set-empty": () => ({
    what: "There is no number.",
    next: "Paste item numbers, separated by commas or line breaks; ranges like 4.1~4.5 are fine.",
  }),
  "item-set-unresolved": (p) => ({
    what: `${p.count ?? "Some"} numbers do not name exactly one item.`,
    next: "Choose among the items, correct the number, or remove it.",
  }),
} satisfies ProblemWords;

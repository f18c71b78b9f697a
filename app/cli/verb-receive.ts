import path from "node:path";
import { done, type Result } from "~/domain/problem";
import type { ReadForm } from "~/domain/reading";
import { command } from "~/messages/command";
import type { ProductPlace } from "~/use-cases/place-product.server";
import { type FormToSave, receiveWorkbook, saveIntake } from "~/use-cases/receive.server";
import { type Arguments, parseArguments, UsageError } from "./arguments";
import { type CommandWorld, type Desk, fileBytes, needed, withWriting } from "./command-world";

/** `receive FILE …`: receives and saves every form of the book; what is not given is taken from the sheet. */
export async function receiveVerb(world: CommandWorld, given: readonly string[]): Promise<Result<null>> {
  const args = parseArguments(given, [
    "hospital",
    "as",
    "product-version",
    "vendor",
    "product",
    "version",
    "form-version",
    "issued-on",
  ]);
  const [file, ...rest] = args.words;
  if (file === undefined || rest.length > 0) throw new UsageError(command.missingOption(command.words.file));
  needed(args, "hospital");
  needed(args, "as");
  const bytes = await fileBytes(world, file);
  return withWriting(world, args, (desk) => receive(world, args, desk, path.basename(file), bytes));
}

async function receive(
  world: CommandWorld,
  args: Arguments,
  { ports, scope }: Desk,
  fileName: string,
  bytes: Uint8Array,
): Promise<Result<null>> {
  const received = await receiveWorkbook(ports, scope, { fileName, bytes });
  if (!received.ok) return received;
  const { intakeId, reading } = received.value;
  const forms = reading.forms.map((form, formIndex) => formToSave(args, form, formIndex));
  const saved = await saveIntake(ports, scope, { intakeId, forms });
  if (!saved.ok) {
    world.print(command.waiting(intakeId));
    return saved;
  }
  saved.value.disclosureIds.forEach((id, at) => {
    world.print(command.received(reading.forms[at]?.form ?? "", id));
  });
  return done(null);
}

function formToSave(args: Arguments, form: ReadForm, formIndex: number): FormToSave {
  return {
    formIndex,
    formVersion: args.values.get("form-version") ?? form.formVersion ?? "",
    issuedOn: args.values.get("issued-on") ?? form.header.issuedOn ?? "",
    place: placeOf(args, form),
  };
}

function placeOf(args: Arguments, form: ReadForm): ProductPlace {
  const productVersionId = args.values.get("product-version");
  if (productVersionId !== undefined) return { productVersionId };
  return {
    vendorName: args.values.get("vendor") ?? form.header.vendor ?? "",
    productName: args.values.get("product") ?? form.header.product ?? "",
    productVersionLabel: args.values.get("version") ?? form.header.productVersion ?? "",
  };
}

import { v7 } from "uuid";
import { receiveWorkbook, saveIntake } from "../../app/use-cases/receive.server.ts";
import { make } from "../golden/workbooks/three-columns-mds/make.ts";
import { openKilled } from "./killed-process.ts";

// A process that receives workbooks until somebody kills it: `node receive-until-killed.js DATABASE_FILE`.
const { ports, scope } = await openKilled(process.argv[2] ?? "");
const bytes = await make();
process.stdout.write("ready\n");
for (let count = 0; ; count += 1) {
  const received = await receiveWorkbook(ports, scope, { fileName: `${count}.xlsx`, bytes });
  if (!received.ok) throw new Error(JSON.stringify(received.problems));
  const place = { vendorName: "落ちる社", productName: `製品${count % 7}`, productVersionLabel: v7() };
  const forms = [{ formIndex: 0, formVersion: "5.0", issuedOn: "2026-04-15", place }];
  const saved = await saveIntake(ports, scope, { intakeId: received.value.intakeId, forms });
  if (!saved.ok) throw new Error(JSON.stringify(saved.problems));
  process.stdout.write("saved\n");
}

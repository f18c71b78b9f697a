import process from "node:process";
import { createWorkbookReader } from "../../app/workbook/reader.server.ts";
import { hostileFiles, ordinaryFile } from "../support/hostile-files.ts";
import { cpuOfChildren, peakOfChildren } from "../support/process-memory.ts";

// Sends every hostile file through the real reader process; one line of JSON each: name, what came of it,
// milliseconds on the clock and of the processor, highest memory of the reader in MiB, and whether the next file was read.
const reader = createWorkbookReader({ entry: process.argv[2] ?? "", filesPerChild: 1 });
const good = ordinaryFile();
await reader.read(good, "good.xlsx");
for (const file of hostileFiles) {
  const bytes = file.bytes();
  let [peak, cpuMs] = [0, 0];
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOfChildren());
    cpuMs = Math.max(cpuMs, cpuOfChildren());
  }, 5);
  const start = performance.now();
  const reading = await reader.read(bytes, file.fileName);
  const ms = Math.round(performance.now() - start);
  clearInterval(watch);
  const next = await reader.read(good, "good.xlsx");
  const came = reading.recognised === "refused" ? (reading.problems[0]?.code ?? "") : reading.recognised;
  const isExpected = file.outcome === "any" || file.outcome.includes(came);
  const isNextRead = next.forms[0]?.answers[0]?.answer === "yes";
  console.log(
    JSON.stringify({ file: file.name, came, ms, cpuMs, peakMb: Math.round(peak), isExpected, isNextRead }),
  );
}
await reader.close();

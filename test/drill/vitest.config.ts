import { defineConfig, mergeConfig } from "vitest/config";
import gate from "../vitest.config";

/** Long runs that vitest carries: not part of the gate. */
const drill = mergeConfig(gate, defineConfig({ test: { testTimeout: 3_600_000 } }));
if (drill.test) drill.test.include = ["test/drill/*.drill.ts"];
export default drill;

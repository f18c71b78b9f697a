import path from "node:path";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";

const root = path.resolve(import.meta.dirname, "..");

// why: v3_singleFetch stays off — turbo-stream 2 has an unfixed denial of service (ADR 1; a test asserts it).
export const futureFlags = {
  v3_fetcherPersist: true,
  v3_relativeSplatPath: true,
  v3_throwAbortReason: true,
  v3_lazyRouteDiscovery: true,
  v3_routeConfig: true,
} as const;

export default defineConfig({
  root,
  resolve: {
    alias: {
      "~": path.join(root, "app"),
      "#db": path.join(root, "db"),
      "#templates": path.join(root, "templates"),
    },
  },
  build: { target: "es2022" },
  plugins: [remix({ appDirectory: "app", future: { ...futureFlags } })],
});

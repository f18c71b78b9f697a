import { timingSafeEqual } from "node:crypto";
import { monitorEventLoopDelay } from "node:perf_hooks";
import process from "node:process";
import type { RequestHandler } from "express";
import { z } from "zod";
import { isLoopbackRequest } from "./security";

export const metricsVariables = {
  /** Whoever shows it may read `/metrics` from another machine; left out, only this machine may. */
  BUNTAN_METRICS_TOKEN: z.string().min(20).optional(),
};

/** Upper edges of the durations that are counted, seconds. */
const EDGES = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;
const classes = ["2xx", "3xx", "4xx", "5xx"] as const;

export type Metrics = {
  /** Counts every answer by its class and how long it took: no address, no person, no hospital. */
  count: RequestHandler;
  /** `/metrics` in the text form that Prometheus reads; 404 for whoever may not. */
  show: RequestHandler;
};

/**
 * What a machine that watches this one may know.
 * @param options.listensOn the address the server listens on
 * @param options.token opens `/metrics` to other machines; null: this machine only
 * @param options.isReady whether the database answers
 */
export function createMetrics(options: {
  listensOn: string;
  token: string | null;
  isReady: () => Promise<boolean>;
}): Metrics {
  const answers = new Map<string, number>(classes.map((each) => [each, 0]));
  const within = EDGES.map(() => 0);
  let seconds = 0;
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  return {
    count(_request, response, next) {
      const began = performance.now();
      response.once("finish", () => {
        const took = (performance.now() - began) / 1000;
        const kind = `${Math.floor(response.statusCode / 100)}xx`;
        answers.set(kind, (answers.get(kind) ?? 0) + 1);
        seconds += took;
        EDGES.forEach((edge, at) => {
          if (took <= edge) within[at] = (within[at] ?? 0) + 1;
        });
      });
      next();
    },
    async show(request, response) {
      const isNear = isLoopbackRequest(request, options.listensOn);
      if (!isNear && !isToken(request.headers.authorization, options.token)) {
        response.status(404).type("text/plain").send("not found");
        return;
      }
      const isReady = await options.isReady().catch(() => false);
      const lines = [
        ...machineLines(isReady, delay.percentile(99)),
        ...answerLines(answers, within, seconds),
      ];
      delay.reset();
      response.type("text/plain; version=0.0.4").send(`${lines.join("\n")}\n`);
    },
  };
}

function isToken(given: string | undefined, token: string | null): boolean {
  if (token === null || given === undefined) return false;
  const [a, b] = [Buffer.from(given), Buffer.from(`Bearer ${token}`)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** @param lateNanoseconds how late the loop came to its work, 99 of 100 times */
function machineLines(isReady: boolean, lateNanoseconds: number): string[] {
  const { rss, heapUsed } = process.memoryUsage();
  const late = Number.isFinite(lateNanoseconds) ? lateNanoseconds / 1e9 : 0;
  return [
    ...gauge("buntan_database_ready", "1 when the database answers.", isReady ? 1 : 0),
    ...gauge("buntan_process_uptime_seconds", "Seconds since the start.", process.uptime()),
    ...gauge("buntan_process_resident_bytes", "Memory of the process.", rss),
    ...gauge("buntan_process_heap_bytes", "Memory of its records.", heapUsed),
    ...gauge("buntan_loop_delay_p99_seconds", "How late work begins, since the last reading.", late),
  ];
}

const gauge = (name: string, help: string, value: number) => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} gauge`,
  `${name} ${value}`,
];

function answerLines(
  answers: ReadonlyMap<string, number>,
  within: readonly number[],
  seconds: number,
): string[] {
  const total = [...answers.values()].reduce((sum, each) => sum + each, 0);
  const name = "buntan_http_request_duration_seconds";
  return [
    "# HELP buntan_http_answers_total Answers by the class of their status.",
    "# TYPE buntan_http_answers_total counter",
    ...[...answers].map(([kind, count]) => `buntan_http_answers_total{class="${kind}"} ${count}`),
    `# HELP ${name} How long answers took.`,
    `# TYPE ${name} histogram`,
    ...EDGES.map((edge, at) => `${name}_bucket{le="${edge}"} ${within[at] ?? 0}`),
    `${name}_bucket{le="+Inf"} ${total}`,
    `${name}_sum ${seconds}`,
    `${name}_count ${total}`,
  ];
}

import path from "node:path";
import { makeDemo } from "../../app/demo/make-demo.server.ts";
import { makeTools, openPorts } from "../../app/server/make-ports.ts";
import { testSecrets } from "../support/secrets";

// A process that does everything the demo's people do — importing, receiving, deciding, agreeing, issuing papers,
// making binders, asking vendors — until somebody kills it: `node demo-until-killed.js DATABASE_FILE`.
const [file = ""] = process.argv.slice(2);
const root = process.cwd();
const tools = await makeTools(root, path.join(root, "build/drill/reader-process.js"), testSecrets);
const ports = await openPorts(tools, root, `file:${file}`, undefined);
process.stdout.write("ready\n");
await makeDemo(ports);
process.stdout.write("made\n");
ports.db.$client.close();
await tools.close();

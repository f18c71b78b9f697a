import dns from "node:dns";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";

// As on a machine without a network: whatever is not this machine cannot be reached, and every try is told.
// As a preload (`NODE_OPTIONS=--import …`) it writes the tries of a process and its children to a file.

/** @param {string} host */
const isHere = (host) => host === "localhost" || host === "::1" || /^127\./.test(host);

/**
 * @param {(what: string) => void} tell
 * @returns {() => void} opens the way again
 */
export function blockOutside(tell) {
  const { connect } = net.Socket.prototype;
  const { lookup } = dns;
  net.Socket.prototype.connect = /** @type {typeof connect} */ (
    /** @this {net.Socket} */
    function (/** @type {unknown[]} */ ...given) {
      const host = hostOf(given);
      if (host !== null && !isHere(host)) {
        tell(`connect ${host}`);
        throw new Error(`outside is blocked: ${host}`);
      }
      return Reflect.apply(connect, this, given);
    }
  );
  dns.lookup = /** @type {typeof lookup} */ (
    Object.assign(
      (/** @type {unknown[]} */ ...given) => {
        const host = String(given[0]);
        if (!isHere(host) && net.isIP(host) === 0) {
          tell(`look-up ${host}`);
          throw new Error(`outside is blocked: ${host}`);
        }
        return Reflect.apply(lookup, dns, given);
      },
      { __promisify__: lookup.__promisify__ },
    )
  );
  syncBuiltinESMExports();
  return () => {
    net.Socket.prototype.connect = connect;
    dns.lookup = lookup;
    syncBuiltinESMExports();
  };
}

/**
 * What a socket is asked to reach; null for a path on this machine.
 *
 * @param {unknown[]} given
 * @returns {string | null}
 */
function hostOf(given) {
  const [first, second] = Array.isArray(given[0]) ? given[0] : given;
  if (typeof first === "object" && first !== null) {
    const options = /** @type {{ path?: string, host?: string }} */ (first);
    return options.path ? null : (options.host ?? "localhost");
  }
  if (typeof first === "string" && Number.isNaN(Number(first))) return null;
  return typeof second === "string" ? second : "localhost";
}

const file = process.env.BUNTAN_TEST_OUTSIDE;
if (file) blockOutside((what) => fs.appendFileSync(file, `${process.pid} ${what}\n`));

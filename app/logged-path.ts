/** The path of an address as a log may keep it. why: the rest of some addresses is a key, and a log has many readers. */
export function loggedPath(address: string): string {
  const path = address.replace(/[?#].*$/s, "");
  return path.replace(/^\/(r|join|calendar)\/(?!desk\/)[^/]+/, "/$1/…");
}

import { problem } from "~/domain/problem";
import { refuse } from "~/http.server";

/** Any other address: answered here, so that the 404 page has the frame around it. */
export function loader() {
  throw refuse([problem("not-found")]);
}

export function action() {
  throw refuse([problem("not-found")]);
}

export default function NotFound() {
  return null;
}

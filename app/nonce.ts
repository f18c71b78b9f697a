import { createContext } from "react";

/** CSP nonce of this answer; empty in the browser, where scripts already run. */
export const NonceContext = createContext("");

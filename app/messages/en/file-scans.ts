import type { fileScans as japanese } from "../ja/file-scans.ts";

export const fileScans: typeof japanese = {
  ofWhole: "Files with the whole request",
  state: "Virus scan",
  scanned: (moment) => `Scanned (${moment}, nothing was found)`,
  notScanned: "Not scanned",
  reasons: {
    "not-configured": "No scanner is configured. Scan the file with your own tools before opening it.",
    unreachable: "The scanner could not be reached. Scan the file with your own tools before opening it.",
    "no-answer": "The scanner did not answer. Scan the file with your own tools before opening it.",
    "too-large":
      "The file is larger than the scanner takes. Scan the file with your own tools before opening it.",
    "scanner-failed": "The scanner returned no result. Scan the file with your own tools before opening it.",
    "before-scans":
      "The file was received before scans were recorded. Scan the file with your own tools before opening it.",
  },
};

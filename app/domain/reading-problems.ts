/** Problems of forms that were read from a file; the other codes stand in `problem.ts`. */
export const readingProblemClasses = {
  "form-unreadable": "malformed",
  "form-not-found": "invalid",
  "form-kind-unknown": "invalid",
  "form-columns-missing": "invalid",
  "form-version-unknown": "invalid",
  "form-look-alike": "invalid",
  "form-date-impossible": "invalid",
  "form-part-not-read": "invalid",
  "form-drawing-not-read": "invalid",
  "form-quote-open": "invalid",
  "form-hidden-sheet": "invalid",
  "form-duplicate-number": "invalid",
  "form-number-missing": "invalid",
  "form-number-shortened": "invalid",
  "form-header-unclear": "invalid",
} as const;

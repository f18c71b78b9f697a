/** The package `linebreak` 1.1.0 (UAX #14) ships no types; this is the part that is used. */
declare module "linebreak" {
  export default class LineBreaker {
    constructor(text: string);
    /** The next place where the line may break, or null at the end of the text. */
    nextBreak(): { position: number; required?: boolean } | null;
  }
}

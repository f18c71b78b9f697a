/**
 * Seals short secrets that have to be read again (seeds of authenticator apps, the state of a sign-in under way)
 * with a key that lies outside the database, so that a copied database alone opens nothing.
 */
export type Secrets = {
  /** @param about what it belongs to; a sealed text moved to another row does not open there */
  seal(text: string, about: string): string;
  /** @returns null when the key is another one, or the text was changed or moved */
  open(sealed: string, about: string): string | null;
  /** A keyed hash, for short codes that a hash alone would not hide: the same text and owner give the same mark. */
  mark(text: string, about: string): string;
};

/** Checking a copy: anybody who holds a paper, and the signed copies that came back. */
export const verify = {
  title: "Check a copy",
  lead: "See whether a PDF is the one that was issued here. The file is not sent.",
  file: "PDF to check",
  fileHint: "Its SHA-256 is computed on this machine, and only that value is asked about.",
  computing: "Computing…",
  impossible:
    "It cannot be computed over this connection. Compute the file's SHA-256 with another tool and paste it below.",
  hash: "SHA-256",
  hashHint: "64 hexadecimal digits. Paste a value you have computed.",
  check: "Ask",
  found: {
    same: "It matches: this is the issued paper itself.",
    extended:
      "It matches: something, such as signatures, was appended to the issued paper, whose own part is unchanged.",
    "signed-copy": "It matches a file that is kept as a signed copy.",
  },
  version: (no: number) => `Issue ${no}`,
  current: "It is the newest issue of this paper.",
  replaced: "A newer issue has replaced it.",
  none: "It does not match.",
  noneNext:
    "A PDF that was saved again, or a scan of a printed one, has another value. Check the file as it was received.",
  limits:
    "The answer says whether it matches, which issue it is and whether it is the newest. Neither value nor file is stored.",
  copies: {
    title: "Signed copies",
    none: "None yet. Keep the file that came back here: a signed PDF, or a scan of the sealed paper.",
    file: "File",
    fileHint: "It is kept exactly as received.",
    signedOn: "Signed on",
    relation: "Relation to the issued paper",
    relations: {
      same: "The same file",
      extended: "Signatures appended",
      other: "Another file (such as a scan)",
    },
    attached: "Kept by",
    note: "Note",
    attach: "Keep the copy",
  },
  sign: {
    title: "Sign with the hospital's certificate",
    link: "Sign electronically",
    lead: "Appends a signature (PAdES B-B) made with the hospital's certificate. Not one byte of the issued part changes. The signed file is kept among the signed copies.",
    base: "File to sign",
    baseIssued: "The issued paper",
    baseCopy: (fileName: string) => `The copy that came back (${fileName})`,
    keyFile: "File of the certificate",
    keyFileHint: "PKCS#12 (.p12, .pfx), up to 128 KB. Used while signing, never stored.",
    password: "Password of the certificate",
    passwordHint: "Used while signing, neither stored nor logged.",
    limits:
      "The time of the signature is this machine's clock. There is no timestamp of an authority and nothing for long-term validation; hand the PDF to a signing service where you need them.",
    submit: "Sign",
  },
  otherForms: "Other forms",
  word: "Word (.docx)",
  excel: "Excel (.xlsx)",
  otherFormsWhat:
    "For talks about the wording and for working on with the rows. The issued PDF is what counts.",
};

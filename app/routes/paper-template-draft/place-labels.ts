import type { AnnexTemplate } from "~/domain/annex-template";
import type { Words } from "~/messages/words";

/** The label of every place of the wording, for the list of problems above the form. */
export function placeLabels(words: Words, template: AnnexTemplate): Record<string, string> {
  const { paperTemplates } = words;
  const labels: Record<string, string> = {
    title: paperTemplates.printedTitle,
    defaultPrintedNo: paperTemplates.defaultPrintedNo,
    header: paperTemplates.header,
    footerIssued: paperTemplates.footerIssued,
    footerDraft: paperTemplates.footerDraft,
    numbering: paperTemplates.numbering,
    dateDigits: paperTemplates.dateDigits,
    note: paperTemplates.note,
  };
  const addBlocks = (holder: string, section: string, count: number) => {
    for (let at = 0; at < count; at += 1) {
      labels[`${holder}.${at}.text`] = paperTemplates.sentence(section, at + 1);
      labels[`${holder}.${at}.level`] = paperTemplates.level(section, at + 1);
      labels[`${holder}.${at}.caption`] = paperTemplates.captionOf(section);
      labels[`${holder}.${at}.empty`] = paperTemplates.emptyOf(section);
    }
  };
  addBlocks("preamble", paperTemplates.preamble, template.preamble.length);
  for (const [at, section] of template.sections.entries()) {
    const name = section.heading || paperTemplates.sectionNo(at + 1);
    labels[`sections.${at}.heading`] = paperTemplates.headingOf(at + 1);
    addBlocks(`sections.${at}.body`, name, section.body.length);
  }
  return labels;
}

import { useWords } from "./words";

/**
 * A paper as Word and as Excel.
 * @param props.folder address of the files without their ending
 */
export function OtherForms({ folder }: { folder: string }) {
  const { verify } = useWords();
  return (
    <span title={verify.otherFormsWhat}>
      <a href={`${folder}.docx`}>{verify.word}</a> · <a href={`${folder}.xlsx`}>{verify.excel}</a>
    </span>
  );
}

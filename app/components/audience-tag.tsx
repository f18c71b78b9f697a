import { useWords } from "./words";

/** 契約書面 or 院内限; an internal paper is marked everywhere it is named. */
export function AudienceTag({ audience }: { audience: "contract" | "internal" }) {
  const words = useWords();
  return (
    <span
      className={audience === "internal" ? "tag internal-tag" : "tag"}
      title={words.papers.audienceWhat[audience]}
    >
      {words.papers.audience[audience]}
    </span>
  );
}

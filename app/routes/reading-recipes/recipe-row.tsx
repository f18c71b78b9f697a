import { useWords } from "~/components/words";
import type { KeptRecipe } from "~/domain/reading-recipe";

export type ListedRecipe = KeptRecipe & { id: string; name: string; vendor: string | null; keptAt: string };

/** One kept way of reading: whose, which sheet, by which headings it is known again. */
export function RecipeRow({ recipe: kept, canEdit }: { recipe: ListedRecipe; canEdit: boolean }) {
  const { receipt, formNames } = useWords();
  const { recipe, headings } = kept;
  return (
    <tr>
      <th scope="row">{kept.name}</th>
      <td>{kept.vendor ?? receipt.anyVendor}</td>
      <td>
        {recipe.sheet} — {formNames[recipe.form]} {recipe.formVersion ?? ""}
      </td>
      <td>{headings.map((each) => each.text.replace(/\s+/g, " ") || "—").join("・")}</td>
      <td className="num">{kept.keptAt}</td>
      {canEdit && (
        <td>
          <button type="submit" className="button small" name="recipeId" value={kept.id}>
            {receipt.recipes.archive}
            <span className="sr">{kept.name}</span>
          </button>
        </td>
      )}
    </tr>
  );
}

import { DataTable } from "~/components/data-table";
import { useWords } from "~/components/words";
import type { Submission } from "~/domain/submission";
import { confirmationWords } from "../vendor-desk/confirmation-words";

/** Every item as it was submitted. */
export function SubmittedItems({ submission }: { submission: Submission }) {
  const words = useWords().vendorDesk;
  const { receipt, answers, item } = words;
  const labels = { ...answers, ...confirmationWords(words, submission.kind)?.answers };
  const terms = { none: "", "paid-option": item.paidOption, planned: item.planned };
  const columns = [
    { name: "no", label: receipt.no, isWhole: true },
    { name: "question", label: receipt.question },
    { name: "answer", label: receipt.answer },
    { name: "remark", label: receipt.remark },
  ];
  return (
    <section className="panel">
      <h2>{receipt.items}</h2>
      <DataTable
        caption={receipt.items}
        columns={columns}
        rows={submission.items.map((each) => ({
          id: each.key,
          cells: {
            no: each.no,
            question: each.promise?.dueOn
              ? `${each.question}（${words.promise.until(each.promise.dueOn)}）`
              : each.question,
            answer: each.answer ? labels[each.answer] : item.noAnswer,
            remark: [terms[each.condition], each.remark, ...each.files.map((file) => file.fileName)]
              .filter((text) => text !== "")
              .join("　"),
          },
        }))}
      />
    </section>
  );
}

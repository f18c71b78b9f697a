import { Link } from "@remix-run/react";
import { OpenMatters } from "~/components/open-matters";
import { useWords } from "~/components/words";
import { daysBetween } from "~/domain/day";
import type { OpenMatter } from "~/domain/renewal";
import type { Task } from "~/domain/tasks";
import type { Words } from "~/messages/words";

/** 今日すること: at most seven, each with when, what, about whom, and one button. */
export function TaskList(props: {
  tasks: readonly Task[];
  today: string;
  /** What is to be settled before a notice day, by contract. */
  matters: Readonly<Record<string, OpenMatter[]>>;
}) {
  const { tasks, today, matters } = props;
  const words = useWords();
  const { home } = words;
  if (tasks.length === 0) return <p className="note good">{home.nothing}</p>;
  return (
    <ul className="panel todo">
      {tasks.map((task) => {
        const isLate = task.day !== null && task.day < today;
        return (
          <li key={task.kind}>
            <span className={isLate ? "when late num" : "when num"}>{whenOf(words, task, today)}</span>
            <span>
              <span className="what">{home.tasks[task.kind].what(task.count)}</span>
              <span className="why-line">{whyOf(words, task)}</span>
              {task.kind === "notice-soon" && (
                <OpenMatters contractId={task.recordId ?? ""} matters={matters[task.recordId ?? ""] ?? []} />
              )}
            </span>
            <Link className="button" to={taskPath(task)}>
              {home.tasks[task.kind].button}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function whenOf(words: Words, task: Task, today: string): string {
  const { home } = words;
  if (task.day === null) return home.noDay;
  const days = daysBetween(today, task.day);
  if (days === 0) return home.now;
  return days < 0 ? home.over(-days) : home.left(days);
}

/** The most urgent record; how many others ask for the same, where the count is one of records. */
function whyOf(words: Words, task: Task): string {
  const others = task.kind === "roles-undecided" ? 0 : task.count - 1;
  return [task.name, task.about, task.day ?? "", others > 0 ? words.home.others(others) : ""]
    .filter((each) => each !== "")
    .join(" · ");
}

/** One record opens itself; several open the list that shows them. */
function taskPath(task: Task): string {
  const isOne = task.count === 1 && task.recordId !== null;
  switch (task.kind) {
    case "decision-over":
      return isOne ? `/decisions/${task.recordId}` : "/decisions?work=overdue";
    case "decision-reopened":
      return isOne ? `/decisions/${task.recordId}` : "/decisions?work=reopened";
    case "decision-soon":
      return isOne ? `/decisions/${task.recordId}` : "/deadlines?kind=decision-due";
    case "acceptance-over":
      return isOne ? `/decisions/${task.recordId}` : "/decisions?work=reopened";
    case "acceptance-soon":
      return isOne ? `/decisions/${task.recordId}` : "/decisions?work=expiring";
    case "contract-over":
      return isOne ? `/contracts/${task.recordId}` : "/deadlines?kind=contract-end";
    case "notice-soon":
      return isOne ? `/contracts/${task.recordId}` : "/renewals";
    case "request-over":
      return isOne ? `/requests/${task.recordId}` : "/requests?show=overdue";
    case "request-submitted":
      return isOne ? `/requests/${task.recordId}#review` : "/requests?show=submitted";
    case "request-question":
      return `/requests/${task.recordId}`;
    case "mail-failed":
    case "outbox-waiting":
      return "/requests/outbox";
    case "intake-waiting":
      return `/intakes/${task.recordId}`;
    case "disclosure-missing":
      return "/disclosures/receive";
    case "role-review":
      return isOne ? `/role-sheets/${task.recordId}#review` : "/role-sheets?show=review";
    case "roles-undecided":
      return `/role-sheets/${task.recordId}`;
    case "clash-found":
      return "/clashes";
    case "disclosure-stale":
      return isOne ? `/disclosures/${task.recordId}` : "/disclosures?show=stale";
  }
}

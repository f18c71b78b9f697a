import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWords } from "~/components/words";
import { useDesk } from "./desk";

/** A page of the desk beside the answers: its title, one sentence, and the way back. */
export function DeskPage(props: { title: string; lead?: string; children: ReactNode }) {
  const { nav } = useWords().vendorDesk;
  const { path } = useDesk();
  return (
    <>
      <p className="desk-back">
        <Link to={path}>← {nav.back}</Link>
      </p>
      <div>
        <h1>{props.title}</h1>
        {props.lead && <p className="quiet">{props.lead}</p>}
      </div>
      {props.children}
    </>
  );
}

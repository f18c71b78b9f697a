import { Link } from "@remix-run/react";
import { JointTable } from "~/components/joints";
import { useWords } from "~/components/words";
import type { CoverageView } from "./route";

/** 接合部: where two systems met on the day, and who looked after the place between, also in an emergency. */
export function JointsPanel({ page }: { page: CoverageView }) {
  const { coverage } = useWords();
  const isNone = page.joints.length === 0;
  return (
    <section className="panel" id="joints">
      <h2>
        {coverage.joints} <small>{coverage.count(page.joints.length)}</small>
      </h2>
      <p className="panel-text quiet">
        {!isNone ? coverage.jointsWhat : page.isPast ? coverage.noJointThen : coverage.noJoint}
      </p>
      {!isNone && <JointTable joints={page.joints} />}
      {page.mayEdit && (
        <p className="panel-text">
          <Link className="button" to="/joints/new">
            {coverage.addJoint}
          </Link>
        </p>
      )}
    </section>
  );
}

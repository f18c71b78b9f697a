import { describe, expect, it } from "vitest";
import { nodeSupport } from "~/server/node-support";

describe("nodeSupport", () => {
  it.each([
    ["20.19.0", "2026-04-30", "supported"],
    ["v20.19.0", "2026-05-01", "end-of-life"],
    ["v22.20.0", "2027-04-30", "supported"],
    ["v22.20.0", "2027-05-01", "end-of-life"],
    ["v24.0.0", "2026-07-01", "supported"],
    ["v25.1.0", "2026-06-02", "end-of-life"],
  ])("Node %s on %s is %s", (version, today, expected) => {
    expect(nodeSupport(version, today)).toBe(expected);
  });

  it("takes a line newer than its table for supported and an older one for ended", () => {
    expect(nodeSupport("v40.0.0", "2030-01-01")).toBe("supported");
    expect(nodeSupport("v16.20.0", "2022-01-01")).toBe("end-of-life");
    expect(nodeSupport("nonsense", "2022-01-01")).toBe("end-of-life");
  });
});

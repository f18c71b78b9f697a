import { type DisclosureListQuery, listDisclosures } from "../../db/queries/disclosures.server.ts";
import { inTurns, percentile, printRow, round } from "./measure.ts";
import { benchDb, fillDisclosures } from "./world.ts";

// The list's first page with 1,000 disclosures and 200,000 answers, against the same page with 10 disclosures.
let queries = 0;
const large = await benchDb(() => {
  queries += 1;
});
const small = await benchDb();
await fillDisclosures(large.db, large.scope, 1000, 200);
await fillDisclosures(small.db, small.scope, 10, 200);
const query: DisclosureListQuery = {
  search: "",
  form: null,
  show: "all",
  vendorId: null,
  productVersionId: null,
  sort: "receivedAt",
  isDescending: true,
  page: 1,
  pageSize: 50,
};
const page = () => listDisclosures(large.db, large.scope, query);
const result = await inTurns(60, page, () => listDisclosures(small.db, small.scope, query));
queries = 0;
await page();
large.close();
small.close();
printRow({
  ours: result.ours,
  peer: result.peer,
  unit: "ms",
  peerName: "the same page with 10 disclosures",
  goal: "50 rows instead of 10: ≤ 5",
  p95: round(percentile(result.oursAll, 0.95)),
  queries,
});

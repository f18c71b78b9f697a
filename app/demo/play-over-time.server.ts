import { addDays, dayInTokyo } from "~/domain/day";
import type { RawIncident } from "~/domain/incident";
import type { RawTwoFactor } from "~/domain/two-factor";
import { correctIncident, recordIncident, showIncident } from "~/use-cases/incidents.server";
import { recordTwoFactor } from "~/use-cases/two-factor.server";
import { type DemoEvent, type DemoPlay, type DemoRegister, expectDone, idOf } from "./demo-play";

/** Incidents of the demo hospital and what is known of second factors, as they were recorded. */
export function overTimeEvents(play: DemoPlay, register: DemoRegister): DemoEvent[] {
  return [...incidentEvents(play, register), ...twoFactorEvents(play, register)];
}

type DemoIncident = {
  on: number;
  system: string;
  contract: string;
  lasted: number;
  raw: Pick<RawIncident, "kind" | "title" | "note">;
};

const incidents: readonly DemoIncident[] = [
  {
    on: -305,
    system: "臨床検査",
    contract: "lab",
    lasted: 1,
    raw: {
      kind: "outage",
      title: "検査結果の送信が止まった",
      note: "サーバの空き容量不足。事業者が当日中に復旧した。",
    },
  },
  {
    on: -28,
    system: "透析管理",
    contract: "dialysis",
    lasted: 0,
    raw: {
      kind: "malware",
      title: "端末でマルウェアを検知した",
      note: "端末を切り離した。保守契約は終わっていた。",
    },
  },
];

function incidentEvents({ ports, editor, clock }: DemoPlay, register: DemoRegister): DemoEvent[] {
  const today = () => dayInTokyo(ports.now());
  const events = incidents.map(({ on, system, contract, lasted, raw }) => ({
    on: on + 1,
    happen: async () => {
      const happenedOn = addDays(today(), -1);
      const facts = { ...raw, happenedOn, endedOn: lasted === 0 ? happenedOn : today() };
      const places = {
        systemId: idOf(register.systems, system),
        contractId: idOf(register.contracts, contract),
      };
      const recorded = expectDone(await recordIncident(ports, editor, { raw: { ...facts, ...places } }));
      if (on > -100) {
        clock.goTo(on + 3);
        await correct(recorded.incidentId, { ...facts, ...places });
      }
    },
  }));
  return events;

  async function correct(incidentId: string, raw: RawIncident): Promise<void> {
    const { newest } = expectDone(await showIncident(ports, editor, { incidentId }));
    expectDone(
      await correctIncident(ports, editor, {
        incidentId,
        supersedes: newest.id,
        reason: "検知した日ではなく、感染した日に改めた。",
        isWithdrawn: false,
        raw: { ...raw, happenedOn: addDays(raw.happenedOn, -1) },
      }),
    );
  }
}

type DemoFactor = Partial<RawTwoFactor> & { on: number; system: string };
const blank: RawTwoFactor = {
  place: "client",
  state: "planned",
  route: "",
  preconditions: [],
  plannedOn: "",
  obstacle: "",
  costEstimate: "",
  costActual: "",
  source: "",
  effectiveFrom: "",
};

const factors: readonly DemoFactor[] = [
  {
    on: -400,
    system: "電子カルテ",
    plannedOn: "2027-03-31",
    source: "事業者の回答（打合せ）",
    costEstimate: "12,000,000",
  },
  {
    on: -399,
    system: "電子カルテ",
    place: "server",
    state: "not-possible",
    obstacle: "budget",
    source: "院内の検討",
  },
  {
    on: -60,
    system: "電子カルテ",
    place: "server",
    state: "planned",
    plannedOn: "2027-03-31",
    source: "更改計画書",
  },
  {
    on: -300,
    system: "クラウド診療予約",
    state: "ready",
    route: "application",
    source: "開示書と画面で確認",
  },
  {
    on: -300,
    system: "クラウド診療予約",
    place: "server",
    state: "not-applicable",
    source: "院内にサーバがない",
  },
  { on: -120, system: "臨床検査", state: "not-possible", obstacle: "system", source: "事業者の回答（電話）" },
  {
    on: -90,
    system: "臨床検査",
    place: "server",
    state: "ready",
    route: "jump-host",
    preconditions: ["no-outside-admin", "patched", "no-shared-password"],
    source: "設定を確認",
  },
];

function twoFactorEvents({ ports, editor }: DemoPlay, register: DemoRegister): DemoEvent[] {
  return factors.map(({ on, system, ...given }) => ({
    on,
    happen: async () => {
      const raw = { ...blank, ...given, effectiveFrom: dayInTokyo(ports.now()) };
      const systemId = idOf(register.systems, system);
      expectDone(await recordTwoFactor(ports, editor, { systemId, supersedes: null, reason: "", raw }));
    },
  }));
}

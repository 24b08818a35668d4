import type { AccountFacts, Kpi } from '#kpis/kpi.ts';
import type { KpiFigure, Scope } from '#model/kpi-figure.ts';
import type { Span } from '#model/run.ts';

/** Every KPI for the agency and for each of its accounts, of those accounts that it is about. */
export function figuresOf(facts: readonly AccountFacts[], span: Span, kpis: readonly Kpi[]): KpiFigure[] {
  const scopes: [Scope, readonly AccountFacts[]][] = [
    ['agency', facts],
    ...facts.map((one): [Scope, AccountFacts[]] => [one.account, [one]]),
  ];
  return scopes.flatMap(([scope, accounts]) =>
    kpis.flatMap((kpi) => {
      const own = accounts.filter((one) => concerns(kpi, one));
      return own.length === 0 ? [] : [figureOf(kpi, scope, own, span)];
    }),
  );
}

function concerns({ families, declared, measures, needs }: Kpi, one: AccountFacts): boolean {
  if (needs !== undefined && one[needs] === undefined) return false;
  return families.includes(one.family) && (!declared || measures.some((measure) => one.declared.includes(measure)));
}

function figureOf(kpi: Kpi, scope: Scope, accounts: readonly AccountFacts[], span: Span): KpiFigure {
  const outcome = kpi.compute(accounts);
  const windows = accounts.map((one) => one.window);
  const from = windows.map((one) => one.from).sort()[0] ?? span.from;
  const to =
    windows
      .map((one) => one.to)
      .sort()
      .at(-1) ?? span.to;
  return {
    kpi: kpi.id,
    scope,
    value: outcome.figure.value === null ? null : rounded(outcome.figure.value),
    ...(outcome.figure.value === null ? { reason: outcome.figure.reason } : {}),
    unit: kpi.unit,
    stage: kpi.stage,
    ...(outcome.currency === undefined ? {} : { currency: outcome.currency }),
    method: kpi.version,
    window: outcome.window ?? { from, to },
    ...(outcome.numerator === undefined ? {} : { numerator: outcome.numerator }),
    ...(outcome.denominator === undefined ? {} : { denominator: outcome.denominator }),
    ...(outcome.n === undefined ? {} : { n: outcome.n }),
    ...(outcome.grade === undefined ? {} : { grade: outcome.grade }),
    ...(outcome.interval === undefined
      ? {}
      : { interval: { from: rounded(outcome.interval.from), to: rounded(outcome.interval.to) } }),
    ...(outcome.also === undefined ? {} : { also: outcome.also.map((one) => ({ ...one, value: rounded(one.value) })) }),
    ...(outcome.uncorrected ? { uncorrected: outcome.uncorrected } : {}),
    ...(outcome.days ? { days: outcome.days } : {}),
    ...(outcome.early === undefined || outcome.figure.value === null ? {} : { early: outcome.early }),
    ...(outcome.counted === undefined ? {} : { counted: outcome.counted }),
    ...(outcome.channels === undefined ? {} : { channels: [...outcome.channels] }),
    over: [...outcome.over],
    without: [...outcome.without],
    ...(outcome.partly ? { partly: [...outcome.partly] } : {}),
    grounds: [...outcome.grounds],
  };
}

/** Nine significant digits: beyond any meaning, and free of the last bit's noise. */
export function rounded(value: number): number {
  return Number(value.toPrecision(9));
}

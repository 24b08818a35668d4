import type { AccountFacts, Kpi } from '#kpis/kpi.ts';
import type { KpiFigure, Scope } from '#model/report.ts';
import type { Span } from '#model/run.ts';

/** Every KPI for the agency and for each of its accounts. */
export function figuresOf(facts: readonly AccountFacts[], span: Span, kpis: readonly Kpi[]): KpiFigure[] {
  const scopes: [Scope, readonly AccountFacts[]][] = [
    ['agency', facts],
    ...facts.map((one): [Scope, AccountFacts[]] => [one.account, [one]]),
  ];
  return scopes.flatMap(([scope, accounts]) =>
    accounts.length === 0 ? [] : kpis.map((kpi) => figureOf(kpi, scope, accounts, span)),
  );
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
    method: kpi.version,
    window: outcome.window ?? { from, to },
    ...(outcome.numerator === undefined ? {} : { numerator: outcome.numerator }),
    ...(outcome.denominator === undefined ? {} : { denominator: outcome.denominator }),
    ...(outcome.n === undefined ? {} : { n: outcome.n }),
    ...(outcome.days === undefined ? {} : { days: outcome.days }),
    over: [...outcome.over],
    without: [...outcome.without],
    grounds: [...outcome.grounds],
  };
}

/** Nine significant digits: beyond any meaning, and free of the last bit's noise. */
function rounded(value: number): number {
  return Number(value.toPrecision(9));
}

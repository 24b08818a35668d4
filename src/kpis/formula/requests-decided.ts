import { isKnown, known, missing } from '#model/figure.ts';
import type { Measure } from '#model/measure.ts';
import { days, facts } from '../example.ts';
import type { AccountFacts, Kpi, KpiText } from '../kpi.ts';
import { ratioOf, type Part } from './total.ts';
import { wholeOf } from './whole.ts';

const DECISIONS = ['requests-granted', 'requests-partly', 'requests-refused'] as const;

/** Of all requests that were decided, the share that was decided in one way. */
export function decided(id: string, measure: (typeof DECISIONS)[number], texts: Readonly<Record<'id' | 'en', KpiText>>): Kpi {
  return {
    id,
    version: 1,
    question: 4,
    unit: 'ratio',
    families: ['register'],
    declared: true,
    rollUp: 'sum then divide',
    stage: 'out-take',
    measures: [measure],
    texts,
    basis: [
      {
        title: 'UU 14/2008 (KIP), Article 12: bodies publish each year how many requests were granted and refused, and why',
        url: 'https://id.wikisource.org/',
      },
    ],
    examples: [
      {
        title: { id: 'Delapan diputus, dua belum', en: 'Eight decided, two not yet' },
        facts: [facts('a', { monthly: { ...months(measure, 6, 1), 'requests-received': days(10, 1, 1) } })],
        expect: { figure: known(0.75), numerator: 6, denominator: 8, n: 8 },
      },
      {
        title: { id: 'Belum ada keputusan', en: 'None is decided' },
        facts: [facts('a', { monthly: months(measure, 0, 0) })],
        expect: { figure: missing('zero-denominator') },
      },
    ],
    compute: (accounts) => ratioOf(accounts.map((one) => shareOf(measure, one))),
  };
}

function shareOf(measure: Measure, one: AccountFacts): Part {
  const parts = DECISIONS.map((decision) => wholeOf(decision, one));
  const lost = parts.flatMap(({ figure }) => (isKnown(figure) ? [] : [figure.reason]))[0];
  const own = wholeOf(measure, one);
  if (lost !== undefined) return { account: one.account, figure: missing(lost), grounds: [] };
  const all = parts.reduce((sum, { figure }) => sum + (figure.value ?? 0), 0);
  const numerator = own.figure.value ?? 0;
  return {
    ...own,
    figure: all === 0 ? missing('zero-denominator') : known(numerator / all),
    numerator,
    denominator: all,
    n: all,
    grounds: parts.flatMap(({ grounds }) => grounds),
  };
}

function months(measure: Measure, own: number, other: number): AccountFacts['monthly'] {
  return Object.fromEntries(DECISIONS.map((one) => [one, days(one === measure ? own : other, 1, 1)]));
}

import { describe, expect, test } from 'vitest';
import { days, facts } from '#kpis/example.ts';
import { kpi } from '#kpis/index.ts';
import type { AccountFacts } from '#kpis/kpi.ts';

/** Worked examples that others have published, each with its page: our definition has to give the same figure. */
const PUBLISHED: readonly (readonly [id: string, page: string, facts: AccountFacts, figure: number, digits: number])[] = [
  [
    'csat',
    'https://help.delighted.com/article/240-how-is-csat-calculated (74 of 107 gave a 4 or a 5: 69.16 %)',
    facts('a', { family: 'register', monthly: { 'csat-satisfied': days(42 + 32, 1, 1), 'csat-answers': days(107, 1, 1) } }),
    0.6916,
    4,
  ],
  [
    'csat',
    'https://intercom.help/voc-metrics/en/articles/9647540-what-is-csat-and-how-is-csat-score-calculated (30 of 50: 60 %)',
    facts('a', { family: 'register', monthly: { 'csat-satisfied': days(10 + 20, 1, 1), 'csat-answers': days(50, 1, 1) } }),
    0.6,
    9,
  ],
  [
    'ads-click-through-rate',
    'https://support.google.com/google-ads/answer/2615875 (5 clicks and 100 impressions: 5 %)',
    facts('a', { family: 'ads', daily: { 'link-clicks': days(5), impressions: days(100) } }),
    0.05,
    9,
  ],
  [
    'cpm',
    'https://support.google.com/adsense/answer/1082522 (60 dollars for 15,000: 4 dollars a thousand; there of ad requests)',
    facts('a', { family: 'ads', currency: 'USD', daily: { spend: days(60), impressions: days(15_000) } }),
    4,
    9,
  ],
];

describe('a published worked example comes out', () => {
  test.each(PUBLISHED)('%s: %s', (id, _page, given, figure, digits) => {
    const outcome = kpi(id).compute([given]);
    expect(outcome.figure.value).toBeCloseTo(figure, digits);
  });
});

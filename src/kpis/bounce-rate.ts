import { known, missing } from '#model/figure.ts';
import { days, facts } from './example.ts';
import type { AccountFacts, Kpi, Outcome } from './kpi.ts';
import { ratioOf } from './formula/total.ts';
import { alike, metricsOf, shareOf } from './formula/whole.ts';

function bounced(accounts: readonly AccountFacts[]): Outcome {
  const parts = accounts.map((one) => {
    const isCounted = (one.daily.bounces?.expected ?? 0) > 0;
    const {
      figure,
      numerator = 0,
      denominator = 0,
      grounds,
      early,
    } = shareOf(isCounted ? 'bounces' : 'engaged-sessions', 'sessions', [one]);
    return {
      account: one.account,
      figure,
      numerator: isCounted ? numerator : denominator - numerator,
      denominator,
      n: denominator,
      ...(early ? { early } : {}),
      grounds,
    };
  });
  return ratioOf(parts);
}

export const bounceRate: Kpi = {
  id: 'bounce-rate',
  version: 1,
  question: 5,
  unit: 'ratio',
  families: ['web'],
  declared: true,
  rollUp: 'sum then divide',
  stage: 'outcome',
  measures: ['bounces', 'engaged-sessions'],
  texts: {
    id: {
      name: 'Rasio pentalan',
      plain: 'Dari setiap kunjungan situs, berapa bagian yang pergi lagi tanpa berbuat apa-apa.',
      formula:
        'Menurut penghitungnya: Matomo, kunjungan satu halaman dibagi semua kunjungan; GA4, 1 dikurangi (sesi yang terlibat dibagi semua sesi), dengan batas waktu yang diatur di propertinya.',
      limits:
        'Setiap penghitung punya arti sendiri untuk "pentalan", jadi angkanya tidak dibandingkan antarpenghitung dan tidak dijumlahkan. Halaman yang langsung menjawab pertanyaan warga juga punya pentalan tinggi.',
    },
    en: {
      name: 'Bounce rate',
      plain: 'Of all site visits, the share that left without doing anything.',
      formula:
        'By its counter: Matomo, visits of one page divided by all visits; GA4, 1 less (engaged sessions divided by all sessions), with the timer that is set in the property.',
      limits:
        'Each counter means something else by "bounce", so figures of different counters are neither compared nor added up. A page that answers a citizen at once bounces a lot, too.',
    },
  },
  basis: [
    { title: 'Google Analytics: engaged sessions and bounce rate', url: 'https://support.google.com/analytics/answer/12195621' },
    { title: 'Matomo: bounce rate (conventional)' },
  ],
  examples: [
    {
      title: { id: 'Pentalan yang dihitung', en: 'Bounces that are counted' },
      facts: [facts('a', { daily: { sessions: days(1_000), bounces: days(400) } })],
      expect: { figure: known(0.4), numerator: 400, denominator: 1_000 },
    },
    {
      title: { id: 'GA4: 1 dikurangi yang terlibat', en: 'GA4: 1 less the engaged' },
      facts: [facts('a', { daily: { sessions: days(1_000), 'engaged-sessions': days(650) } })],
      expect: { figure: known(0.35), numerator: 350, denominator: 1_000 },
    },
    {
      title: { id: 'Dua arti tidak digabung', en: 'Two meanings are not merged' },
      facts: [
        facts('a', { daily: { sessions: days(1_000), bounces: days(400) } }),
        facts('b', { daily: { sessions: days(10), 'engaged-sessions': days(5) } }),
      ],
      expect: { figure: missing('not-comparable') },
    },
  ],
  compute: (accounts) =>
    alike(
      accounts,
      (one) => (one.daily.bounces ? 'bounces' : 'engaged') + metricsOf(one, ['bounces', 'engaged-sessions']),
      bounced,
    ),
};

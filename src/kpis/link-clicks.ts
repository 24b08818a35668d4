import { known, missing } from '#model/figure.ts';
import { days, facts } from './example.ts';
import type { Kpi } from './kpi.ts';
import { alike, metricsOf, wholesOf } from './formula/whole.ts';

export const linkClicks: Kpi = {
  id: 'link-clicks',
  version: 1,
  question: 5,
  unit: 'count',
  families: ['ads'],
  declared: true,
  rollUp: 'none',
  stage: 'outcome',
  leading: true,
  measures: ['link-clicks'],
  texts: {
    id: {
      name: 'Klik tautan dari iklan',
      plain: 'Berapa kali tautan dalam iklan diklik menuju layanan.',
      formula: 'Jumlah klik tautan harian selama periode; klik lain pada iklan (suka, profil) tidak dihitung.',
      limits: 'Klik tidak berarti halamannya dibaca. Setiap platform menghitung klik dengan caranya sendiri.',
    },
    en: {
      name: 'Link clicks from ads',
      plain: 'How often links in ads were clicked through to a service.',
      formula: 'The sum of daily link clicks in the period; other clicks on an ad (likes, profile) are not counted.',
      limits: 'A click does not mean that the page was read. Each platform counts clicks in its own way.',
    },
  },
  basis: [{ title: 'Conventional: counts as the register, or the platform, gives them' }],
  examples: [
    {
      title: { id: 'Sebulan penuh', en: 'A whole month' },
      facts: [facts('a', { daily: { 'link-clicks': days(2_300) } })],
      expect: { figure: known(2_300) },
    },
    {
      title: { id: 'Sebagian hari hilang', en: 'Some days are missing' },
      facts: [facts('a', { daily: { 'link-clicks': days(2_000, 28) } })],
      expect: { figure: missing('partial'), numerator: 2_000 },
    },
  ],
  compute: (accounts) =>
    alike(
      accounts,
      (one) => metricsOf(one, ['link-clicks']),
      (some) => wholesOf('link-clicks', some),
    ),
};

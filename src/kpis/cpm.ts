import { costPer } from './formula/cost-per.ts';

export const cpm = costPer('impressions', {
  id: 'cpm',
  stage: 'input',
  times: 1_000,
  texts: {
    id: {
      name: 'Biaya per 1.000 penayangan iklan (CPM)',
      plain: 'Berapa biaya agar iklan tampil seribu kali di layar.',
      formula: 'Belanja iklan dibagi banyaknya iklan tampil, dikali 1.000.',
      limits:
        'Tampil tidak berarti dilihat, dan seribu kali tampil bukan seribu orang. Kiriman biasa yang tidak dibayar tidak punya angka ini.',
    },
    en: {
      name: 'Cost per 1,000 ad impressions (CPM)',
      plain: 'What it cost for ads to appear on a screen a thousand times.',
      formula: 'Ad spend divided by impressions of ads, times 1,000.',
      limits:
        'Shown does not mean seen, and a thousand impressions are not a thousand people. Posts that were not paid for have no such figure.',
    },
  },
  basis: [{ title: 'Conventional: counts as the register, or the platform, gives them' }],
  example: { spend: 4_500_000, count: 300_000, cost: 15_000 },
});

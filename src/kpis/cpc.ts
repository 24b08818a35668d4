import { costPer } from './formula/cost-per.ts';

export const cpc = costPer('link-clicks', {
  id: 'cpc',
  stage: 'input',
  leading: true,
  texts: {
    id: {
      name: 'Biaya per klik tautan (CPC)',
      plain: 'Rata-rata biaya setiap kali warga mengeklik tautan dalam iklan.',
      formula: 'Belanja iklan dibagi klik tautan. Klik lain pada iklan tidak masuk pembagi.',
      limits: 'Klik yang murah belum tentu berguna. Platform lain membagi dengan semua klik, sehingga angkanya lebih rendah.',
    },
    en: {
      name: 'Cost per link click (CPC)',
      plain: 'What each click by a citizen on a link in an ad cost on average.',
      formula: 'Ad spend divided by link clicks. Other clicks on an ad are not in the denominator.',
      limits: 'A cheap click need not be a useful one. Others divide by all clicks and get a lower figure.',
    },
  },
  basis: [{ title: 'Conventional: counts as the register, or the platform, gives them' }],
  example: { spend: 4_500_000, count: 2_500, cost: 1_800 },
});

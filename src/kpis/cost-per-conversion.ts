import { costPer } from './formula/cost-per.ts';

export const costPerConversion = costPer('conversions', {
  id: 'cost-per-conversion',
  stage: 'outcome',
  leading: true,
  texts: {
    id: {
      name: 'Biaya per tujuan tercapai',
      plain: 'Rata-rata biaya setiap kali warga sampai pada tujuan yang ditetapkan, misalnya formulir terkirim.',
      formula: 'Belanja iklan dibagi tujuan yang tercapai, menurut hitungan platform iklan.',
      limits: 'Platform iklan menghitung sendiri tujuan yang dianggap berkat iklannya, juga berhari-hari sesudah klik.',
    },
    en: {
      name: 'Cost per goal reached',
      plain: 'What each goal that a citizen reached, such as a form sent, cost on average.',
      formula: 'Ad spend divided by goals reached, as the ad platform counts them.',
      limits: 'The ad platform itself decides which goals it owes to its ads, days after the click included.',
    },
  },
  basis: [{ title: 'Conventional: counts as the register, or the platform, gives them' }],
  example: { spend: 4_500_000, count: 150, cost: 30_000 },
});

import { conversionsPer } from './formula/conversions-per.ts';

export const conversionRate = conversionsPer('sessions', 'web', {
  id: 'conversion-rate',
  texts: {
    id: {
      name: 'Tujuan tercapai per kunjungan situs',
      plain: 'Dari setiap seratus kunjungan situs, berapa kali warga sampai pada tujuan, misalnya formulir terkirim.',
      formula: 'Tujuan yang tercapai dibagi kunjungan (sesi) situs, keduanya menurut penghitung situs yang sama.',
      limits:
        'Satu kunjungan dapat mencapai beberapa tujuan, jadi angkanya bisa lebih dari 100%. GA4 dan Matomo juga memakai nama "konversi" untuk kunjungan yang mencapai sedikitnya satu tujuan: itu angka lain, yang lebih rendah. Warga yang hanya mencari keterangan tidak perlu tujuan apa pun.',
    },
    en: {
      name: 'Goals reached per site visit',
      plain: 'Of every hundred site visits, how often a citizen reached a goal, such as a form sent.',
      formula: 'Goals reached divided by visits (sessions) of the site, both by the same counter.',
      limits:
        'One visit can reach several goals, so that it can pass 100%. GA4 and Matomo also call the share of visits with at least one goal a conversion rate: that is another figure, and a lower one. A citizen who only looks something up needs no goal.',
    },
  },
  basis: [
    { title: 'Conventional: goals reached per visit, with the denominator in the name' },
    {
      title: 'Littledata: why key events divided by sessions is not the session key event rate of GA4',
      url: 'https://help.littledata.io/google-analytics/conversions/conversion-rate-ga4',
    },
  ],
});

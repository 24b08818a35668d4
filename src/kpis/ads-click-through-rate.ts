import { adsClickRate } from './formula/ads-click-rate.ts';

export const adsClickThroughRate = adsClickRate('link-clicks', {
  id: 'ads-click-through-rate',
  texts: {
    id: {
      name: 'Rasio klik tautan (CTR) iklan',
      plain: 'Dari setiap seratus kali iklan muncul di layar, berapa kali tautannya diklik.',
      formula: 'Jumlah klik tautan ÷ jumlah kali tampil (impresi) iklan.',
      limits:
        'Hanya klik pada tautan; platform yang hanya memberi semua klik tidak punya angka ini. Iklan diperlihatkan kepada orang yang dipilih, jadi jangan dibandingkan dengan kiriman biasa. Klik tidak berarti halamannya dibaca.',
    },
    en: {
      name: 'Click-through rate of ads (CTR)',
      plain: 'Of every hundred times that ads appeared on a screen, how often the link in them was clicked.',
      formula: 'Link clicks ÷ impressions of the ads.',
      limits:
        'Clicks on links alone; a platform that gives all clicks alone has no such figure. Ads are shown to chosen people, so do not compare this with ordinary posts. A click does not mean that the page was read.',
    },
  },
  basis: [
    {
      title: 'Link clicks ÷ impressions: conventional; link clicks and all clicks are two metrics of Meta',
      url: 'https://github.com/facebook/facebook-python-business-sdk/issues/115',
    },
  ],
});

import { conversionsPer } from './formula/conversions-per.ts';

export const adsConversionRate = conversionsPer('link-clicks', 'ads', {
  id: 'ads-conversion-rate',
  texts: {
    id: {
      name: 'Tujuan tercapai per klik iklan',
      plain: 'Dari setiap seratus klik pada tautan iklan, berapa kali warga sampai pada tujuan, misalnya formulir terisi.',
      formula: 'Tujuan yang tercapai dibagi klik tautan iklan, keduanya menurut platform iklan.',
      limits:
        'Platform juga menghitung tujuan yang dicapai berhari-hari sesudah klik, atau tanpa klik sama sekali, sehingga angkanya bisa lebih dari 100%. Jangan dibandingkan dengan angka situs, yang dibagi kunjungan.',
    },
    en: {
      name: 'Goals reached per ad click',
      plain: 'Of every hundred clicks on a link in an ad, how often a citizen reached a goal, such as a form filled in.',
      formula: 'Goals reached divided by link clicks on ads, both as the ad platform counts them.',
      limits:
        'The platform also counts goals that were reached days after the click, or without any, so that it can pass 100%. Not to be compared with the figure of a site, which is divided by visits.',
    },
  },
  basis: [
    { title: 'Google Ads: conversion rate', url: 'https://support.google.com/google-ads/answer/2684489' },
    {
      title: 'Meta: what inline link clicks count',
      url: 'https://developers.facebook.com/ads/blog/post/v2/2016/03/16/link-clicks-updates/',
    },
  ],
});

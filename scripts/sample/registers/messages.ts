import { eachDay, weekday, type Day } from '#model/day.ts';
import { flood } from '../calendar.ts';
import type { Cell } from '../csv.ts';
import { draws, table } from './rows.ts';

/** Something that was sent to many: on these days of the week, within these days. Rates are shares of what arrived. */
interface Mailing {
  readonly campaign: string;
  readonly channel: 'email' | 'sms' | 'whatsapp' | 'call';
  readonly segment: string;
  readonly from: Day;
  readonly to: Day;
  readonly weekdays: readonly number[];
  readonly sent: number;
  readonly opened?: number;
  readonly clicked?: number;
  readonly replied?: number;
  readonly answered?: number;
}

const MAILINGS: readonly Mailing[] = [
  {
    campaign: 'kabar-tirtaraya',
    channel: 'email',
    segment: 'pelanggan-kabar',
    from: '2025-01-01',
    to: '2026-12-31',
    weekdays: [5],
    sent: 3_400,
    opened: 0.34,
    clicked: 0.052,
    replied: 0.002,
  },
  ...(['2025', '2026'] as const).flatMap((year): Mailing[] => [
    {
      campaign: `imunisasi-${year}`,
      channel: 'sms',
      segment: 'orang-tua-balita',
      from: `${year}-08-04`,
      to: `${year}-09-05`,
      weekdays: [1, 4],
      sent: 1_450,
      clicked: 0.061,
    },
    {
      campaign: `imunisasi-${year}`,
      channel: 'whatsapp',
      segment: 'kader-posyandu',
      from: `${year}-08-04`,
      to: `${year}-09-05`,
      weekdays: [3],
      sent: 260,
      opened: 0.86,
      clicked: 0.31,
      replied: 0.17,
    },
    {
      campaign: `pajak-${year}`,
      channel: 'whatsapp',
      segment: 'pelaku-usaha',
      from: `${year}-09-08`,
      to: `${year}-10-31`,
      weekdays: [2],
      sent: 2_250,
      opened: 0.81,
      clicked: 0.09,
      replied: 0.024,
    },
    {
      campaign: `pajak-${year}`,
      channel: 'call',
      segment: 'penunggak-usaha',
      from: `${year}-10-06`,
      to: `${year}-10-31`,
      weekdays: [1, 2, 3, 4],
      sent: 46,
      answered: 0.58,
    },
  ]),
];

/** What the office sent, by day, channel, campaign and segment. */
export function sent(from: Day, to: Day): Uint8Array {
  const rows = eachDay(from, to).flatMap((day) => {
    const due = MAILINGS.filter((one) => one.from <= day && day <= one.to && one.weekdays.includes(weekday(day)));
    return [...due, ...warnings(day)].map((one): Cell[] => {
      const draw = draws(`messages ${one.campaign} ${one.channel}`, day);
      const many = Math.round(one.sent * (0.94 + draw() * 0.12));
      const delivered = one.channel === 'call' ? '' : Math.floor(many * (0.955 + draw() * 0.035));
      const base = delivered === '' ? many : delivered;
      const share = (rate: number | undefined): Cell =>
        rate === undefined ? '' : Math.round(base * rate * (0.85 + draw() * 0.3));
      return [
        day,
        one.channel,
        one.campaign,
        one.segment,
        many,
        delivered,
        share(one.opened),
        share(one.clicked),
        share(one.replied),
        share(one.answered),
      ];
    });
  });
  return table('date,channel,campaign,segment,sent,delivered,opened,clicked,replied,answered', rows);
}

/** While the water stood high, everybody in the lowlands was written to. */
function warnings(day: Day): Mailing[] {
  if (flood(day) < 0.5) return [];
  const mailing = { campaign: 'siaga-banjir', channel: 'sms', segment: 'warga-bantaran', weekdays: [] } as const;
  return [{ ...mailing, from: day, to: day, sent: Math.round(8_200 * flood(day)) }];
}

/** In how many messages of a month people were written to: once, two or three times, more. */
export function contacts(from: Day): Uint8Array {
  const month = from.slice(0, 7);
  const draw = draws('contacts', from);
  const many = (mean: number): number => Math.round(mean * (0.93 + draw() * 0.14));
  return table('month,contacts,people', [
    [month, '1', many(1_480)],
    [month, '2-3', many(1_060)],
    [month, '4+', many(2_900)],
  ]);
}

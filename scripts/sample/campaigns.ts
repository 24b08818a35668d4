import type { Day } from '#model/day.ts';

/** What the office asked people to do, and when: its tag stands in links, in advertisements and in messages. */
export interface Campaign {
  readonly tag: string;
  readonly from: Day;
  readonly to: Day;
  /** Rupiah that its advertisements cost on a full day; 0 for one without. */
  readonly daily: number;
  /** Visits to the website that its links bring on a usual day. */
  readonly visits: number;
}

export const CAMPAIGNS: readonly Campaign[] = [
  { tag: 'imunisasi-2025', from: '2025-08-04', to: '2025-09-05', daily: 240_000, visits: 46 },
  { tag: 'pajak-2025', from: '2025-09-08', to: '2025-10-31', daily: 150_000, visits: 34 },
  { tag: 'imunisasi-2026', from: '2026-08-03', to: '2026-09-04', daily: 310_000, visits: 71 },
  { tag: 'pajak-2026', from: '2026-09-07', to: '2026-10-31', daily: 180_000, visits: 39 },
  { tag: 'kabar-tirtaraya', from: '2025-01-01', to: '2026-12-31', daily: 0, visits: 11 },
];

/** The campaigns that run on a day. */
export function running(day: Day): readonly Campaign[] {
  return CAMPAIGNS.filter((one) => one.from <= day && day <= one.to);
}

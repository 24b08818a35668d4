import { addDays, type Day } from '#model/day.ts';
import type { Declaration } from '#model/source.ts';

/**
 * What YouTube has called a view. Until 30 March 2025 one was watched for some seconds; then Shorts counted from the start of playback
 * (YouTube's announcement of 26 March 2025); then everything did. Google's revision history of 27 August 2026 tells of the last without a
 * day; the day is a third party's, of 18 August 2026, and not confirmed.
 */
const WAYS: readonly { readonly since?: Day; readonly name: string }[] = [
  { name: '' },
  { since: '2025-03-31', name: ' (Shorts from the start of playback)' },
  { since: '2026-08-24', name: ' (all from the start of playback)' },
];
const SEVERAL = ' (counted in more than one way)';

/** The metric's name with the way in which views of these days were counted, so that no two ways are ever one series. */
export function viewsOver(metric: string, from: Day, to: Day = from): string {
  const [first, last] = [wayOn(from), wayOn(to)];
  return metric + (first === last ? first : SEVERAL);
}

function wayOn(day: Day): string {
  return WAYS.findLast(({ since }) => since === undefined || since <= day)?.name ?? '';
}

/** Declares a daily figure of views once for each way, with its days. */
export function dailyViews(given: Declaration['gives'][number]): Declaration['gives'] {
  return WAYS.map(({ since, name }, index) => {
    const next = WAYS[index + 1]?.since;
    const until = next === undefined ? {} : { until: addDays(next, -1) };
    return { ...given, metric: given.metric + name, ...(since === undefined ? {} : { since }), ...until };
  });
}

/** Declares a figure that covers several days, which may have been counted in more than one way. */
export function viewsOfSpans(given: Declaration['gives'][number]): Declaration['gives'] {
  return [...WAYS.map(({ name }) => name), SEVERAL].map((name) => ({ ...given, metric: given.metric + name }));
}

export const viewsLimits: Declaration['limits'] = {
  en: 'What counts as a view has changed twice: since 31 March 2025 Shorts count from the start of playback, and since August 2026 all videos do; before, some seconds had to be watched. Counts before and after are not compared, and each names its way. Google’s notes give no day for the second change (they are dated 27 August 2026); 24 August 2026 is taken, after a third party, and is not confirmed.',
  id: 'Yang dihitung sebagai satu penayangan sudah berubah dua kali: sejak 31 Maret 2025 Shorts dihitung sejak mulai diputar, dan sejak Agustus 2026 semua video; sebelumnya video harus ditonton beberapa detik. Angka sebelum dan sesudahnya tidak dibandingkan, dan masing-masing menyebut caranya. Catatan Google tidak menyebut hari perubahan kedua (catatannya bertanggal 27 Agustus 2026); dipakai 24 Agustus 2026 menurut pihak lain, dan belum dipastikan.',
};

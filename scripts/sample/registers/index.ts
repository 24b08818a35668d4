import type { Day } from '#model/day.ts';
import { CLOCK, following, span } from '../calendar.ts';
import type { Import } from '../imports.ts';
import { complaints } from './complaints.ts';
import { lapor } from './lapor.ts';
import { events, polls, questions } from './meetings.ts';
import { contacts, sent } from './messages.ts';
import { requests } from './requests.ts';
import { hasRound, nineElements, satisfaction } from './survey.ts';

/** The month in which the office began to keep its registers as files. */
const SINCE = '2025-01';

/**
 * Every register that the office hands in: each month on the 3rd of the next, and again when it has settled, since complaints and
 * requests are closed later. A register of a month in which nothing was held (a survey, a poll) is not handed in.
 */
export function registers(): Import[] {
  const found: Import[] = [];
  for (let month = SINCE; month < CLOCK.slice(0, 7); month = following(month)) {
    const next = following(month);
    const last = span(next).to;
    found.push(...handed(month, `${next}-03`));
    const settled = last < `${next}-30` ? last : `${next}-30`;
    if (settled <= CLOCK) found.push(...handed(month, settled).filter(({ account }) => GROWING.has(account)));
  }
  const corrected = handed(AGAIN.month, AGAIN.day).filter(({ account }) => account === 'aduan');
  found.push(...corrected.map((one) => ({ ...one, reason: REASON })));
  return found;
}

/** The month whose complaints are handed in once more, when the longest of their deadlines has passed, and when that is. */
export const AGAIN = { month: '2025-09', day: '2026-01-05' } as const;
const REASON =
  'Berkas dikoreksi: pengaduan September 2025 yang baru ditutup kemudian kini tercatat. / File corrected: complaints of September 2025 that were closed later are now on record.';

/** Whose rows of a month change after it is over. */
const GROWING: ReadonlySet<string> = new Set(['aduan', 'lapor', 'informasi']);

function handed(month: string, day: Day): Import[] {
  const { from, to } = span(month);
  const file = (account: string, source: string, name: string, bytes: Uint8Array): Import => ({
    day,
    account,
    source,
    name: `${name}_${from}_${to}.csv`,
    bytes,
    from,
    to,
  });
  const isPolled = ['02', '05', '08', '11'].includes(month.slice(5));
  return [
    file('aduan', 'complaints', 'aduan', complaints(from, to, day)),
    file('lapor', 'sp4n-lapor', 'laporan', lapor(from, to, day)),
    file('informasi', 'information-requests', 'permohonan-informasi', requests(from, to, day)),
    file('kepuasan', 'survey', 'kepuasan', satisfaction(from, to)),
    ...(hasRound(month) ? [file('skm', 'survey', 'skm', nineElements(from, to))] : []),
    file('pesan', 'messages', 'pesan', sent(from, to)),
    file('pesan', 'messages', 'kontak', contacts(from)),
    file('acara', 'events', 'acara', events(from, to)),
    file('tanya-jawab', 'polls', 'tanya-jawab', questions(from, to)),
    ...(isPolled ? [file('tanya-jawab', 'polls', 'jajak-pendapat', polls(from))] : []),
  ];
}

import { createHash } from 'node:crypto';
import type { Agency } from '#model/agency.ts';
import { instantOf } from '#model/day.ts';
import type { I18n } from '#i18n/index.ts';
import { file, page, prefix } from './address.ts';
import { addressOf, kpiName, nameOf, publications, reasonOf, type Publication } from './publications.ts';
import { namesOf } from './view.ts';

/** Entries that a feed holds; the page has all. */
const MOST = 100;

/**
 * Editions and corrections of an agency as an Atom feed (RFC 4287), the newest first. The ids hold though the site moves: they are made from what an
 * entry is of. `updated` is the beginning of the data day in the agency's zone, since records have no clock times.
 */
export function feed(words: I18n, agency: Agency, site: URL | undefined): string {
  const absolute = (address: string) => (site ? new URL(address, site).href : address);
  const moment = (day: string) => `${day}T00:00:00${offset(day, agency.zone)}`;
  const { lang } = words;
  const list = publications(agency.id).slice(0, MOST);
  const entries = list.map((one) =>
    element('entry', [
      text('id', idOf(lang, agency.id, one.of, String(one.edition))),
      text('title', titleOf(words, agency, one)),
      text('updated', moment(one.published)),
      `<link rel="alternate" type="text/html" href="${escaped(absolute(addressOf(lang, agency.id, one)))}"/>`,
      text('content', contentOf(words, agency, one), ' type="text"'),
    ]),
  );
  const title = words.t('editions.feed.title', { agency: agency.name });
  const self = absolute(file(prefix(lang), agency.id, 'revisions.xml'));
  const since = agency.accounts.map((account) => account.since).sort()[0] ?? '1970-01-01';
  return `<?xml version="1.0" encoding="utf-8"?>\n${element(
    'feed',
    [
      text('id', idOf(lang, agency.id)),
      text('title', title),
      text('updated', moment(list[0]?.published ?? since)),
      element('author', [text('name', agency.name)]),
      `<link rel="self" type="application/atom+xml" href="${escaped(self)}"/>`,
      `<link rel="alternate" type="text/html" href="${escaped(absolute(page(lang, agency.id, 'revisions')))}"/>`,
      ...entries,
    ],
    ` xmlns="http://www.w3.org/2005/Atom" xml:lang="${words.tag}"`,
  )}\n`;
}

function titleOf(words: I18n, agency: Agency, { of, edition, changed }: Publication): string {
  const report = nameOf(words, agency.id, of);
  return words.t(`editions.feed.${edition === 1 ? 'first' : 'again'}`, { report, edition, count: changed.length });
}

function contentOf(words: I18n, agency: Agency, { edition, figures, changed, sha256 }: Publication): string {
  const names = namesOf(agency);
  const lines = changed.map(({ kpi, scope, from, to, unit, currency, cause, ...why }) =>
    words
      .t('editions.feed.change', {
        figure: cause === 'target changed' ? words.t('editions.target-of', { kpi: kpiName(words, kpi) }) : kpiName(words, kpi),
        scope: scope === 'agency' ? words.t('report.all-accounts') : names.account(scope),
        from: words.figure({ value: from, unit, currency }),
        to: words.figure({ value: to, unit, currency }),
        cause: words.t(`editions.revisions.cause.${cause}`),
        reason: reasonOf(words, why),
      })
      .trim(),
  );
  const first = words.t('editions.feed.figures', { edition, count: figures });
  return [...(lines.length > 0 ? lines : [first]), `SHA-256 ${sha256}`].join('\n');
}

/** How far a zone's clock is ahead of UTC at the beginning of a day, as RFC 3339 writes it. */
function offset(day: string, zone: string): string {
  const minutes = Math.round((Date.parse(`${day}T00:00:00Z`) - instantOf(`${day}T00:00`, zone).getTime()) / 60_000);
  const two = (value: number) => String(Math.trunc(value)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}

/** A UUID of version 8 (RFC 9562), made from the hash of what it names. */
function idOf(...parts: readonly string[]): string {
  const hex = createHash('sha256')
    .update(['terang', ...parts].join('/'))
    .digest('hex');
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function element(name: string, inner: readonly string[], attributes = ''): string {
  return `<${name}${attributes}>\n${inner.join('\n')}\n</${name}>`;
}

function text(name: string, content: string, attributes = ''): string {
  return `<${name}${attributes}>${escaped(content)}</${name}>`;
}

/** XML 1.0 allows no control characters but tab and line ends, not even escaped. */
function escaped(content: string): string {
  return content
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
